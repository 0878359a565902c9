"""Two pages at one address

Two pages would be published at the same place.

## Why we check it

One of them would be lost, and nobody would be told. Some systems also take `Robin.md` and
`robin.md` for one file.

## How to mend it

Give one of the two another name. These addresses are taken, because the site fills them itself:
`case-studies`, `questions`, `metrics`, `references`, `vocabulary`, `rules`, `data`, `schema`,
`assets`, `search` and `404`.

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
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Taken
from evidence_commons.model.outline import Named, Survey

SEVERITY = Severity.ERROR

TAKEN = {
    "case-studies/": "our list of case studies",
    "questions/": "our list of questions",
    "proposals/": "our list of proposals",
    "metrics/": "our list of metrics",
    "references/": "our list of references",
    "evidence-map/": "our evidence map",
    "places/": "our map of places",
    "organisations/": "our list of organisations",
    "levels/": "our pages of levels",
    "years/": "our pages of years",
    "timeline/": "our timeline",
    "compare/": "our comparison",
    "brief/": "our evidence brief",
    "find/": "our search",
    "data/": "our data files",
    "vocabulary/": "our list of vocabularies",
    "rules/": "our list of rules",
    "assets/": "the parts of our pages",
    "search/": "our search",
    "404/": "the page for dead links",
}
"""Addresses that this site makes by itself, and what stands there."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file in a folder that the site fills by itself."""
    for fault in catalogue.faults(Taken):
        folder = "/".join(fault.location.path.split("/")[:2])
        yield Finding(
            fault.location,
            f"This site itself fills the folder {folder}.",
            "Move the file to another folder of docs.",
        )


def compare(survey: Survey) -> Iterator[Finding]:
    """Each page whose address is taken. Two equal names are told by another rule."""
    first: dict[str, Named] = {}
    for outline in survey.outlines:
        for one in outline.named:
            if not one.address and one.kind != "page":
                continue
            folded = _folded(one.address)
            if folded in TAKEN and outline.path.startswith("docs/"):
                yield _finding(one.address, TAKEN[folded], one.location)
            other = first.setdefault(folded, one)
            if other is not one and (not one.name or not _same(one, other)):
                place = other.location
                known = place.path if place.path != outline.path else said(other.name)
                yield _finding(one.address, known, one.location)


def _folded(address: str) -> str:
    plain = address if address.isascii() else unicodedata.normalize("NFC", address)
    return plain.casefold()


def _same(one: Named, other: Named) -> bool:
    return one.name.casefold() == other.name.casefold()


def _finding(where: str, other: str, location: Location) -> Finding:
    return Finding(
        location,
        f"This would stand at the same address as {other}: {said(where)}.",
        "Give one of the two another name.",
    )
