"""One work with two records

Two records of the library have the same DOI or ISBN, or the same title, year and first author.

## Why we check it

Half of the claims would stand on the page of one record, and half on that of the other. A claim
that cites both seems to rest on two works.

## How to mend it

Keep the record that says more, and delete the other. Where that one is cited, write the key that
is left. If they are two editions or volumes, say so in `edition` or `volume`.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}

@book{wren2023taxi,
  author = {Wren, Ada},
  title = {Who Owns the Taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.in_record import value_place
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_isbn import LENGTHS, isbns
from evidence_commons.check.twins import differ, folded
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

PARTS = frozenset(
    {"inbook", "incollection", "inproceedings", "conference", "suppbook", "inreference"}
)
"""Chapters of one book may give its DOI and its ISBN."""

DOI, ISBN, TITLE = "DOI", "ISBN", "title, year and first author"

_Sign = tuple[str, ...]


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record of a work that has one already."""
    seen: dict[_Sign, Reference] = {}
    for work in catalogue.collection.references:
        for sign in _signs(work):
            first = seen.setdefault(sign, work)
            # A key that is here twice is told as that.
            if first.key.casefold() == work.key.casefold():
                continue
            if sign[0] == DOI or not differ(first, work, sign[0] == TITLE):
                yield _finding(first, work, sign[0])
                break


def _signs(work: Reference) -> Iterator[_Sign]:
    """What no two works have in common: the surest first."""
    if work.kind not in PARTS:
        if work.doi and value_place(work, "doi"):
            yield DOI, work.doi.casefold()
        if work.isbn and value_place(work, "isbn"):
            yield from ((ISBN, _core(one)) for one in isbns(work.isbn) if len(one) in LENGTHS)
    title, year = folded(work.title), work.year or ""
    if title and work.authors:
        author = work.authors[0].family.casefold()
        # Books and chapters, papers and reports may share a title: what they stand in tells.
        yield TITLE, title, year[:4], author, folded(work.container)


def _core(isbn: str) -> str:
    """An ISBN without what a longer or a shorter form of it does not have."""
    return isbn[:-1].removeprefix("978") if len(isbn) == 13 else isbn[:-1]


def _finding(first: Reference, second: Reference, what: str) -> Finding:
    return Finding(
        second.key.location,
        f"{said(second.key)} has the same {what} as {said(first.key)},"
        f" on line {first.key.location.line}.",
        "If they are one work, keep one record, and cite its key everywhere.",
    )
