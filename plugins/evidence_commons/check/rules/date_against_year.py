"""A record with two years

The fields `date` and `year` of one record name two years.

## Why we check it

Programs that know `date` take the one, others the other. The work would be cited with two years.

## How to mend it

Look at the work, and keep the field that is right. `date` alone is enough.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  date = {2023-05},
  year = {2022},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  date = {2023-05},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)", re.ASCII)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record in which the two were typed, and have no year in common."""
    for work in catalogue.collection.references:
        if work.fields.get("date") is None:
            continue
        date, year = typed_in(work, "date"), typed_in(work, "year")
        dates, years = (_YEAR.findall(value or "")[:4] for value in (date, year))
        if year and dates and years and not set(dates) & set(years):
            yield Finding(
                year.location,
                f"The year is {years[0]} here, but {dates[0]} in the field for the date.",
                "Keep the one that is right: date alone is enough.",
            )
