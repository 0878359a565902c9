"""Dates in the wrong order

Something ended before it began, or a work was read before it was there.

## Why we check it

One of the two dates is a slip, or they have changed places. Timelines and counts by year would be
wrong.

## How to mend it

Look both up, and mend the one that is wrong. If you are sure only of the year, write the year
alone.

## Wrong

In `case_studies/magpie-energy.yaml`:

```yaml
started: 2022
ended: 2020-03
```

## Right

In `case_studies/magpie-energy.yaml`:

```yaml
started: 2020-03
ended: 2022
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.odd_year import oddity
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.ERROR

READ_AS_THEY_ARE = frozenset({"online", "www", "electronic", "report", "techreport"})
"""Kinds of works that nobody reads ahead of their date, as people do with articles in press."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each end before its beginning, and each work that was read too early."""
    today = catalogue.today
    for study in catalogue.collection.case_studies:
        start, end = study.started, study.ended
        # A date that is still to come, or the odd year of a work, is told as that.
        if start and end and end.before(start) and not (today and today.before(start)):
            yield Finding(
                end.location,
                f"Its end, {end.words}, is earlier than its start, {start.words}.",
                "Mend the date that is wrong. If they have changed places, swap them.",
            )
    for work in catalogue.collection.references:
        year, accessed = work.year, work.accessed
        if not (year and accessed and work.kind in READ_AS_THEY_ARE) or oddity(year, today):
            continue
        if accessed.before(year):
            yield Finding(
                accessed.location,
                f"This day, {accessed.words}, is earlier than the work itself, {year.words}.",
                "Mend the date that is wrong: urldate is the day on which you read it.",
            )
