"""One hyphen between two pages

Between the first page and the last one stands a single hyphen.

## Why we check it

In BibTeX, two hyphens make the dash that belongs between numbers. With one, other programs print a
hyphen, or take both numbers for the name of one page.

## How to mend it

Write two hyphens: `12--31`. If it is one page with a hyphen in its name, leave it.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  pages = {12-31},
  year = {2023},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  pages = {12--31},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.pages import HYPHENS, last_page, ranges, with_dashes
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.NOTICE

SURE = 2
"""With so many digits, a number is no chapter and no issue in which pages are counted anew."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field in which a hyphen parts the first page and the last."""
    for work in catalogue.collection.references:
        if not any(hyphen in work.pages for hyphen in HYPHENS):
            continue
        value = typed_in(work, "pages")
        found = ranges(value) if value else ()
        rising = all(int(first) < last_page(first, last) for first, _, last in found)
        if value and rising and any(sign in HYPHENS for _, sign, _ in found):
            yield Finding(
                value.location,
                f"In {said(value)}, one hyphen stands between two pages.",
                "Write two hyphens between them.",
                with_dashes(value),
                all(len(first) >= SURE for first, _, _ in found),
            )
