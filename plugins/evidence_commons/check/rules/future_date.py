"""A date that is still to come

Nobody can have read, searched or checked something on a day that has not come yet.

## Why we check it

It is a slip of the hand, most often in the year. With it, the entry would count as fresh for
years to come.

## How to mend it

Write the day on which it was done. If something has only been planned so far, its status is
`idea`; then `started` may lie ahead.

## Wrong

```yaml
provenance:
  last_reviewed: 2204-05-02
```

## Right

```yaml
provenance:
  last_reviewed: 2024-05-02
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.reason_without_end import NOT_OVER
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Date

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each date of something done that lies ahead, where we know what day it is."""
    if not catalogue.today:
        return
    # Somewhere on Earth it is tomorrow already.
    latest = Date((date.fromisoformat(catalogue.today) + timedelta(days=1)).isoformat())
    look = f"Look at the year: today is {catalogue.today.words}."
    for study in catalogue.collection.case_studies:
        if study.started and latest.before(study.started) and study.status not in ("", "idea"):
            plan = "If it has not begun yet, its status is idea."
            yield Finding(study.started.location, _ahead(study.started), f"{look} {plan}")
    for done in _done(catalogue):
        if done and latest.before(done):
            yield Finding(done.location, _ahead(done), look)


def _ahead(day: Date) -> str:
    return f"The date {said(day)} is still to come."


def _done(catalogue: Catalogue) -> Iterator[Date | None]:
    """The dates of what has been done. A figure can be a forecast, so that its date may be any."""
    for study in catalogue.collection.case_studies:
        yield from _done_in(study)
    for question in catalogue.collection.questions:
        yield from (one.date for one in question.searches)
    for work in catalogue.collection.references:
        yield work.accessed


def _done_in(study: CaseStudy) -> Iterator[Date | None]:
    yield study.provenance.last_reviewed
    # An end to come of something that goes on is told as an end that has not come.
    if study.status not in NOT_OVER:
        yield study.ended
    for claim in study.claims:
        yield claim.checked
