"""A month that no calendar has

The month of a work in the library is no number from 1 to 12, and no name of a month.

## Why we check it

Almost always it is a slip. Others copy the record as it stands here, with its slip.

## How to mend it

Look at the work, and write its month: `month = mar` or `month = 3`. If nobody knows it, leave the
line out.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
  month = {13},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
  month = {12},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.nearest import nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

SEVERITY = Severity.WARNING

_MONTH = pattern(r"[,\n][ \t]*month[ \t]*=[ \t]*([{\"]?)([^{}\"\n,#]*)", re.IGNORECASE)
_WORD = pattern(r"[a-z]+")
_NUMBER = pattern(r"[0-9]{1,9}")
MONTHS = {name.lower() for name in Date.MONTHS}
KNOWN = MONTHS | {name[:3] for name in MONTHS}
KNOWN |= {"sept", "spring", "summer", "autumn", "fall", "winter"}
"""What stands for a month. Journals have seasons too."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each month of a work that is none. What stands without braces is told as a word."""
    for work in catalogue.collection.references:
        found = _MONTH.search(work.bibtex) if "onth" in work.bibtex.casefold() else None
        if found and (text := found[2].strip()):
            near = _near(text.lower(), braced=bool(found[1]))
            if near is not None:
                yield _finding(work, found, text, near)


def _near(text: str, braced: bool) -> str | None:
    """The month that was meant, "" if nobody knows; None where nothing is wrong.

    Only one word or one number is looked at. Other works say "June and July", or "7--8".
    """
    if _NUMBER.fullmatch(text):
        return None if 1 <= int(text) <= len(MONTHS) else ""
    word = text.rstrip(".")
    if not braced or not _WORD.fullmatch(word) or word in KNOWN:
        return None
    return nearest(word, MONTHS)


def _finding(work: Reference, found: re.Match[str], text: str, near: str) -> Finding:
    before = work.bibtex[: found.start(2)]
    down = before.count("\n")
    across = len(before) - before.rfind("\n") if down else work.location.column + len(before)
    place = work.location.at(work.location.line + down, across, len(text))
    remedy = "Write a number from 1 to 12, or leave the line out."
    typed = near.capitalize() if near else ""
    return Finding(place, f"{said(text)} is not a month.", remedy, typed)
