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

from collections.abc import Iterable, Iterator, Sequence

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import stem
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name that was given before."""
    for names in _groups(catalogue):
        seen: dict[str, Text] = {}
        for name in names:
            first = seen.setdefault(name.casefold(), name)
            if first is not name:
                yield _finding(first, name)


def _groups(catalogue: Catalogue) -> Iterator[Iterable[Text]]:
    """The names that must differ from one another."""
    collection = catalogue.collection
    for things in (
        collection.case_studies,
        collection.metrics,
        collection.questions,
        collection.vocabularies,
    ):
        # An id that is not its file's name is told as that, and not told here again.
        yield [thing.id for thing in things if thing.id == stem(thing.location.path)]
    inner: list[Sequence[Text]] = [
        *([claim.id for claim in study.claims] for study in collection.case_studies),
        *([one.id for one in question.proposals] for question in collection.questions),
        *([term.id for term in vocabulary.terms] for vocabulary in collection.vocabularies),
        [work.key for work in collection.references],
    ]
    yield from ([name for name in names if name] for names in inner)


def _finding(first: Text, second: Text) -> Finding:
    where, here = first.location, second.location
    line = f"on line {where.line}" if where.path == here.path else f"in {where.path}"
    capitals = " but for capitals" if first != second else ""
    return Finding(
        here,
        f"{said(second)} is here twice{capitals}, first {line}."
        if where.path == here.path
        else f"{said(second)} is taken already{capitals}, {line}.",
        "Give this one another name, or delete one of the two.",
    )
