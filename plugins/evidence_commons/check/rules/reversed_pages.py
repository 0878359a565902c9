"""Pages that go backwards

The last page comes before the first one.

## Why we check it

A digit has slipped, or the two have changed places. A reader would look for the work on pages
where it is not.

## How to mend it

Look at the work, and write its first page, two hyphens, and its last page.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  pages = {31--12},
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
from evidence_commons.check.pages import HYPHENS, ranges
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field with a range whose end is before its start."""
    for work in catalogue.collection.references:
        wrong = next((one for one in ranges(work.pages) if _backwards(*one)), None)
        if wrong and (value := typed_in(work, "pages")):
            first, _, last = wrong
            yield Finding(
                value.location,
                f"Page {last} comes before page {first}.",
                "Look at the work, and write its first page, two hyphens and its last page.",
            )


def _backwards(first: str, sign: str, last: str) -> bool:
    """Whether the range falls. With one hyphen, 4-1 may be the first page of a fourth part."""
    long_enough = len(first) > 1 or sign not in HYPHENS
    return len(first) == len(last) and long_enough and int(last) < int(first)
