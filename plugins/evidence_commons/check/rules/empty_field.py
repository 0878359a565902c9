"""A field of a record with nothing in it

A field is named, but nothing stands between its braces.

## Why we check it

It was left half done, or a program that exports works has left it. Some programs take it for a
value, and print a comma or a bracket with nothing in it.

## How to mend it

Fill it in, or delete the line.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  edition = {},
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

import re
from collections.abc import Iterator

from evidence_commons.check.nearest import listed
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.NOTICE

MARKS = ("{}", '""', "{ }", '" "', "{{}}")
TOLD = ("title", "date", "year", "urldate", "url", "howpublished")
"""Other rules tell that these are empty."""

PUT_ASIDE = ("opt", "alt")
"""Some programs for editing put this before the names of fields that are not to be read."""

_EMPTY = pattern(
    r"[,\n(][ \t]*([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*"
    r"(?:\{[ \t]*\}|\"[ \t]*\"|\{\{\}\})[ \t]*(?=[,}\n])"
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record with fields in which nothing stands, once."""
    for work in catalogue.collection.references:
        if not any(marks in work.bibtex for marks in MARKS):
            continue
        found = [one for one in _EMPTY.finditer(work.bibtex) if _is_empty(work, one[1].lower())]
        # What is left empty on purpose is not taken over from another record.
        if found and not (work.fields.get("crossref") or work.fields.get("xdata")):
            yield _finding(work, found)


def _is_empty(work: Reference, name: str) -> bool:
    value = work.fields.get(name)
    if value is None or value.strip("{} \t\n"):
        return False
    return name not in TOLD and not name.startswith(PUT_ASIDE)


def _finding(work: Reference, found: list[re.Match[str]]) -> Finding:
    before = work.bibtex[: found[0].start(1)]
    down = before.count("\n")
    across = len(before) - before.rfind("\n") if down else work.location.column + len(before)
    several = len(found) > 1
    return Finding(
        work.location.at(work.location.line + down, across, len(found[0][1])),
        f"Nothing stands in the field{'s' * several} {listed(one[1].lower() for one in found)}.",
        f"Fill {'them' if several else 'it'} in, or delete the line{'s' * several}.",
    )
