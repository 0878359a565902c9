"""Two pages at one address

Two pages would be published at the same place.

## Why we check it

One of them would be lost, and nobody would be told. Some systems also take `Robin.md` and
`robin.md` for one file.

## How to mend it

Give one of the two another name. The addresses of our own lists are taken: `case-studies`,
`questions`, `metrics`, `references`, `vocabulary` and `rules`.

## Wrong

```
docs/help.md
docs/help/index.md
```

## Right

```
docs/help.md
docs/help/editing.md
```
"""

import unicodedata
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_id import is_id
from evidence_commons.check.unread import stem
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.address import address, term_address
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Taken

SEVERITY = Severity.ERROR

TAKEN = {
    "case-studies/": "our list of case studies",
    "questions/": "our list of questions",
    "metrics/": "our list of metrics",
    "references/": "our list of references",
    "vocabulary/": "our list of vocabularies",
    "rules/": "our list of rules",
    "assets/": "the parts of our pages",
    "search/": "our search",
    "404/": "the page for dead links",
}
"""Addresses that this site makes by itself, and what stands there."""

Placed = tuple[str, str, Location]
"""An address, the name of what is published there (pages of prose have none), and its place."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each page whose address is taken. Two equal names are told by another rule."""
    for fault in catalogue.faults(Taken):
        folder = "/".join(fault.location.path.split("/")[:2])
        yield Finding(
            fault.location,
            f"This site itself fills the folder {folder}.",
            "Move the file to another folder of docs.",
        )
    first: dict[str, tuple[str, Location]] = {}
    for where, name, location in _placed(catalogue):
        folded = unicodedata.normalize("NFC", where).casefold()
        if folded in TAKEN and location.path.startswith("docs/"):
            yield _finding(where, TAKEN[folded], location)
        if folded not in first:
            first[folded] = (name, location)
            continue
        other, place = first[folded]
        if not name or name.casefold() != other.casefold():
            known = place.path if place.path != location.path else said(other)
            yield _finding(where, known, location)


def _placed(catalogue: Catalogue) -> Iterator[Placed]:
    """All that is published, but for what has no sound name or shares another's."""
    collection = catalogue.collection
    for thing in (*collection.entries, *collection.vocabularies):
        if is_id(thing.id) and thing.id == stem(thing.location.path):
            yield address(thing), thing.id, thing.id.location
    for vocabulary in catalogue.vocabularies.values():
        for term in vocabulary.terms:
            if term.id:
                yield term_address(vocabulary.id, term.id), term.id, term.id.location
    for work in catalogue.references.values():
        yield address(work), work.key, work.key.location
    for page in collection.prose_pages:
        yield address(page), "", page.location


def _finding(where: str, other: str, location: Location) -> Finding:
    return Finding(
        location,
        f"This would stand at the same address as {other}: {said(where)}.",
        "Give one of the two another name.",
    )
