"""An ISSN with a slip

The last sign of an ISSN follows from the seven digits before it. In this one it does not, or there
are too many digits or too few.

## Why we check it

By its ISSN, programs know the journal in which an article stands. With one wrong digit it is
another journal, or none.

## How to mend it

Copy the ISSN again, from the journal or from a library's catalogue. Without it, nothing is lost:
you can also delete the line.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  issn = {0000-0001},
  volume = {4},
  year = {2023},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  issn = {0000-0019},
  volume = {4},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

FIELDS = ("issn", "eissn")
LENGTH, MODULUS = 8, 11
WEIGHTS = range(LENGTH, 0, -1)
LONGEST = 200
"""A field may hold several; one that is longer holds something else."""

_PLAIN = pattern("[0-9]{4}-?[0-9]{3}[0-9Xx]", re.ASCII)
_BESIDE = pattern(r"\([^()]*\)|\b[ep]?-?ISSN\b:?|\b(?:print|online|web|and|[ep])\b:?", re.I)
_PIECE = pattern(r"[0-9]{4}[ \u2010-\u2014-]?[0-9]{3}[0-9X](?![0-9X])|[^\s,;/]+", re.I)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each ISSN that does not add up, in the record where it was typed."""
    for work in catalogue.collection.references:
        for name in FIELDS:
            value = work.fields.get(name)
            if value and not (_PLAIN.fullmatch(value) and _adds_up(value)):
                yield from _in_field(typed_in(work, name))


def _in_field(value: Text | None) -> Iterator[Finding]:
    for found in _pieces(value[:LONGEST]) if value else ():
        if value and (problem := _problem(found[0])):
            place = part(value, *found.span())
            yield Finding(place, problem, "Copy it again, or delete the line.")


def _pieces(field: str) -> Iterator[re.Match[str]]:
    """The ISSNs in a field. What may stand beside them is blotted out, so that places hold."""
    return _PIECE.finditer(_BESIDE.sub(lambda beside: " " * len(beside[0]), field))


def _problem(typed: str) -> str:
    bare = re.sub(r"[ \u2010-\u2014-]", "", typed).upper()
    if not re.fullmatch("[0-9]+X?", bare, re.ASCII):
        return f"{said(typed)} is not an ISSN."
    if len(bare) != LENGTH:
        return f"An ISSN has {LENGTH} digits, but {said(typed)} has {len(bare)}."
    if not _adds_up(bare):
        return f"There is a slip in the ISSN {said(typed)}: its digits do not fit together."
    return ""


def _adds_up(issn: str) -> bool:
    digits = [10 if sign in "xX" else int(sign) for sign in issn if sign != "-"]
    return sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True)) % MODULUS == 0
