"""An ISBN with a slip

The last digit of an ISBN follows from the others. In this one it does not, or there are too many
digits or too few.

## Why we check it

By its ISBN, a reader finds the book in a library or a shop. With one wrong digit it is another
book, or none.

## How to mend it

Copy the ISBN again, from the back of the title page or from a library's catalogue. If the field
holds a number of another kind, delete it.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  isbn = {978-0-00-000001-6},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  isbn = {978-0-00-000001-9},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import value_place
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

LENGTHS = (10, 13)
LONGEST = 200
"""A field may hold several; one that is longer holds something else."""

_BESIDE = pattern(r"\([^()]*\)|\bISBN(?:-1[03])?:?|[-\u2010-\u2014]", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each ISBN that does not add up, in the record where it was typed."""
    for work in catalogue.collection.references:
        every = isbns(work.isbn)
        for isbn in every:
            problem = _problem(isbn, work.isbn if len(every) == 1 else isbn)
            place = value_place(work, "isbn") if problem else None
            if place:
                yield Finding(place, problem, "Copy it again from the book or a catalogue.")


def isbns(field: str) -> tuple[str, ...]:
    """The ISBNs in a field, without hyphens and spaces."""
    bare = _BESIDE.sub("", field[:LONGEST]).upper()
    parts = [part for part in re.split(r"[,;/]|\bAND\b", bare) if part.strip()]
    return tuple(isbn for part in parts for isbn in _apart(part.split()))


def _apart(pieces: list[str]) -> list[str]:
    """Pieces with spaces between them: one ISBN in groups, or several ISBNs."""
    whole = len(pieces) > 1 and all(len(piece) in LENGTHS for piece in pieces)
    return pieces if whole else ["".join(pieces)]


def _problem(isbn: str, typed: str) -> str:
    from stdnum.isbn import is_valid  # noqa: PLC0415 - only for libraries that hold books

    if is_valid(isbn):
        return ""
    if not re.fullmatch("[0-9]*X?", isbn, re.ASCII):
        return f"{said(typed)} is not an ISBN."
    if len(isbn) not in LENGTHS:
        return f"An ISBN has 10 or 13 digits, but {said(typed)} has {len(isbn)}."
    return f"There is a slip in the ISBN {said(typed)}: its digits do not fit together."
