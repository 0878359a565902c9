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
  year = {2023},
}

@book{wren2023taxi,
  author = {Wren, Ada},
  title = {Who Owns the Taxi?},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import value_place
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_isbn import LENGTHS, isbns
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

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
            if sign[0] == DOI or not _differ(first, work, sign[0]):
                yield _finding(first, work, sign[0])
                break


def _signs(work: Reference) -> Iterator[_Sign]:
    """What no two works have in common: the surest first."""
    if work.kind not in PARTS:
        if work.doi and value_place(work, "doi"):
            yield DOI, work.doi.casefold()
        if work.isbn and value_place(work, "isbn"):
            yield from ((ISBN, _core(one)) for one in isbns(work.isbn) if len(one) in LENGTHS)
    title, year = _folded(work.title), work.year or ""
    if title and work.authors:
        author = work.authors[0].family.casefold()
        # Books and chapters, papers and reports may share a title: what they stand in tells.
        yield TITLE, title, year[:4], author, _folded(work.container)


def _core(isbn: str) -> str:
    """An ISBN without what a longer or a shorter form of it does not have."""
    return isbn[:-1].removeprefix("978") if len(isbn) == 13 else isbn[:-1]


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _differ(one: Reference, other: Reference, sign: str) -> bool:
    """Whether they are two volumes or the like."""
    pairs = [
        (one.volume, other.volume),
        (one.number, other.number),
        (one.edition, other.edition),
        (one.pages, other.pages),
    ]
    if sign == TITLE:
        pairs += [(one.doi.casefold(), other.doi.casefold()), (_bare(one.url), _bare(other.url))]
    here, there = one.year or Date(), other.year or Date()
    apart = any(first and second and first != second for first, second in pairs)
    return apart or here.before(there) or there.before(here)


def _bare(url: str | None) -> str:
    """An address without what may differ where it leads to one page."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url or "").casefold()


def _finding(first: Reference, second: Reference, what: str) -> Finding:
    return Finding(
        second.key.location,
        f"{said(second.key)} has the same {what} as {said(first.key)},"
        f" on line {first.key.location.line}.",
        "If they are one work, keep one record, and cite its key everywhere.",
    )
