r"""A sign that needs a backslash

In BibTeX, `&` and `%` mean something of their own. To be shown, they need a backslash before them:
`\&` and `\%`.

## Why we check it

We show the sign all the same. Other programs that take over the record stop at `&`, and drop what
stands behind `%`.

## How to mend it

Put a backslash before the sign.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Riders & Owners},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Riders \& Owners},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SEVERITY = Severity.NOTICE

FIELDS = (
    *("title", "subtitle", "booktitle", "journal", "journaltitle", "series", "publisher"),
    *("institution", "school", "organization", "note", "author", "editor"),
)
"""The fields that are printed. The names in braces among authors and editors are bodies."""

NAMES = ("author", "editor")
_BARE = pattern(r"(?<!\\)[&%]")
_HTML = pattern(r"&(?:\w{1,20}|#\w{1,8});")
_ADDRESS = pattern(r"://|\\url\b|\\href\b|\$")
LONGEST, MOST = 200, 20_000
"""No longer stretch is typed anew; no field is longer, unless it was made to be slow."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field with such signs, from the first to the last on a line."""
    for work in catalogue.collection.references:
        if not ("&" in work.bibtex or "%" in work.bibtex) or not _BARE.search(work.bibtex):
            continue
        for name in FIELDS:
            value = typed_in(work, name)
            if value and len(value) <= MOST and (found := _found(value, name)):
                yield found


def _found(value: Text, name: str) -> Finding | None:
    # HTML is told as that; in addresses and formulas these signs are at home.
    signs = [one.start() for one in _BARE.finditer(value) if not _HTML.match(value, one.start())]
    if name in NAMES:
        signs = [place for place in signs if _in_braces(value[:place])]
    if not signs or _ADDRESS.search(value):
        return None
    line_end = value.find("\n", signs[0])
    on_line = [place for place in signs if line_end < 0 or place < line_end]
    start, end = on_line[0], on_line[-1] + 1
    typed = _BARE.sub(lambda sign: f"\\{sign[0]}", value[start:end])
    short = end - start <= LONGEST and not _HTML.search(value[start:end])
    return Finding(
        part(value, start, end),
        f"There is no backslash before {said(value[start])}.",
        f"Write \\{value[start]} in its place."
        if len(on_line) == 1
        else "Put one before each of these signs.",
        typed if short else "",
        short,
    )


def _in_braces(before: str) -> bool:
    return before.count("{") > before.count("}")
