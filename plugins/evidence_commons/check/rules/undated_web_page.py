"""A web page with neither a date nor a day of reading

The record of a web page says neither when it was written nor when somebody read it.

## Why we check it

Web pages change and vanish. Without any day, nobody can look for the page as it was, in an archive
of the web.

## How to mend it

Add the date that the page gives, as `date`. If it gives none, add the day on which you read it, as
`urldate`.

## Wrong

```bibtex
@online{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  url = {https://studies.example/taxi},
}
```

## Right

```bibtex
@online{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  url = {https://studies.example/taxi},
  urldate = {2024-05-02},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.half_read import HalfRead
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

KINDS = frozenset(("online", "www", "electronic", "misc"))
DATES = ("date", "year", "urldate", "month", "version", "pubstate", "eprint", "isbn")
"""Who fills in one of these has said which page it was, or is told of a slip in it."""

_READ = pattern(r"access|retrieved|visited|checked|viewed|seen|read on|\b(?:1[5-9]|20)\d\d\b", re.I)
_OWN_FIELD = pattern(r"[,\n]\s*\w*(?:access|visit|check|retriev)\w*\s*=", re.I)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each page on the web without any day."""
    half_read = HalfRead(catalogue)
    for work in catalogue.collection.references:
        undated = work.kind in KINDS and work.url and not _is_dated(work)
        if undated and work not in half_read:
            yield Finding(
                work.key.location,
                "This web page has neither a date nor a day on which it was read.",
                "Add the day on which you read it, such as urldate = {2024-05-31},",
            )


def _is_dated(work: Reference) -> bool:
    if work.year or work.accessed or work.doi:
        return True
    filled = any(work.fields.get(name) is not None for name in DATES)
    told = " ".join(str(work.fields.get(name, "")) for name in ("note", "howpublished", "addendum"))
    return filled or bool(_READ.search(told) or _OWN_FIELD.search(work.bibtex))
