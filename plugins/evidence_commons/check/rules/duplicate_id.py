"""Two things with one name

Two entries, two claims of one entry, two proposals of one question, two terms of one vocabulary
or two records of the library have the same name.

## Why we check it

A link to that name could mean either of them. For the keys of records, capitals make no
difference: `Mean2022` and `mean2022` would stand at one address.

## How to mend it

Give the second one another name. If it is the same thing twice, delete one.

## Wrong

```yaml
claims:
  - id: members
    text: Over 400 people have joined.
  - id: members
    text: Members vote once a year.
```

## Right

```yaml
claims:
  - id: members
    text: Over 400 people have joined.
  - id: votes
    text: Members vote once a year.
```
"""

from collections.abc import Iterable, Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.outline import Named, Survey
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR

KINDS = ("case-study", "metric", "question", "vocabulary")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name that was given before in the same file."""
    collection = catalogue.collection
    for names in (
        *([claim.id for claim in study.claims] for study in collection.case_studies),
        *([one.id for one in question.proposals] for question in collection.questions),
        *([one.id for one in question.parts] for question in collection.questions),
        *([term.id for term in vocabulary.terms] for vocabulary in collection.vocabularies),
        [work.key for work in collection.references],
    ):
        if len(names) > 1:
            yield from _again(("", name, name) for name in names if name)


def compare(survey: Survey) -> Iterator[Finding]:
    """Each entry or vocabulary whose name another file has taken."""
    # An id that is not its file's name is told as that, and not told here again.
    sound = (one for one in survey.named(KINDS) if one.address)
    yield from _again((one.kind, one.name, one) for one in sound)


def _again(names: Iterable[tuple[str, str, Text | Named]]) -> Iterator[Finding]:
    """Each thing whose kind and name one before it has. Only then is anybody asked for a place."""
    seen: dict[tuple[str, str], tuple[str, Text | Named]] = {}
    for kind, name, thing in names:
        first, other = seen.setdefault((kind, name.casefold()), (name, thing))
        if other is not thing:
            yield _finding(first, other.location, name, thing.location)


def _finding(first: str, where: Location, second: str, here: Location) -> Finding:
    line = f"on line {where.line}" if where.path == here.path else f"in {where.path}"
    capitals = " but for capitals" if first != second else ""
    return Finding(
        here,
        f"{said(second)} is here twice{capitals}, first {line}."
        if where.path == here.path
        else f"{said(second)} is taken already{capitals}, {line}.",
        "Give this one another name, or delete one of the two.",
    )
