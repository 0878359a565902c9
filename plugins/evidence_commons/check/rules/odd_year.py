"""A year that few works can have

The work is older than print, or it comes out later than next year.

## Why we check it

Almost always two digits have changed places, or one is missing. The work would stand in the wrong
place in every list that goes by year.

## How to mend it

Look at the work, and write the year that it gives. For a new edition of an old book, write the
year of the edition.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2203},
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

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Date

SEVERITY = Severity.WARNING

PRINT = 1450
"""About when books began to be printed."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each work from before there was print, or from after next year."""
    for work in catalogue.collection.references:
        if work.year and (why := oddity(work.year, catalogue.today)):
            yield Finding(
                work.year.location,
                f"The year of this work is {work.year[:4]}, {why}.",
                "Look at the work, and mend the digits here.",
            )


def oddity(date: Date, today: Date | None) -> str:
    """What is odd about the year of a work; "" if nothing is."""
    year = int(date[:4])
    if year < PRINT:
        return "before there was print"
    return "which is still to come" if today and year > int(today[:4]) + 1 else ""
