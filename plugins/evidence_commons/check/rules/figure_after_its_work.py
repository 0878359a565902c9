"""A figure that is newer than its work

The date of this figure lies after the year in which the work that it cites came out.

## Why we check it

A work cannot know what comes after it. Either the date or the year is a slip, or the figure stands
in another work.

## How to mend it

Mend the date, or cite the work in which the figure stands. If the work foretold the figure, say so
in `note`, with a word such as forecast or target. If the work is a web page that changes, write in
its `urldate` the day on which you read the figure there.

## Wrong

```yaml
observation:
  value: 400
  date: 2024
  citation:
    key: plover2022taxis
```

## Right

```yaml
observation:
  value: 400
  date: 2022
  citation:
    key: plover2022taxis
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.figures import Figure, figures
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

SEVERITY = Severity.WARNING

_FORETOLD = pattern(
    r"forecast|foretold|expect|project(?:ed|ion)|predict|plan|target|aim|estimat|will\b|would\b"
    r"|could\b|by 20",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure that all its works are too old for."""
    for figure in figures(catalogue):
        date = figure.observation.date
        if not date:
            continue
        works = [catalogue.references.get(citation.key) for citation in figure.citations]
        years = [work.year for work in works if work and work.year]
        too_old = years and all(work and _too_old(work, date) for work in works)
        if too_old and not _FORETOLD.search(_told(figure)):
            yield Finding(
                date.location,
                f"This figure is of {date.words}, but its work came out in {max(years).words}.",
                "Mend the date, or cite the work in which it stands.",
            )


def _told(figure: Figure) -> str:
    """All that is said of a figure in words, by which it can be one of the future."""
    metric = (figure.metric.title, figure.metric.definition) if figure.metric else ()
    claim = (figure.claim.text,) if figure.claim else ()
    return " ".join(filter(None, (figure.observation.note, *claim, *metric)))


def _too_old(work: Reference, date: Date) -> bool:
    """Whether a work came out before this date, and was not read anew on the web since."""
    read_later = work.accessed and not work.accessed.before(date)
    return bool(work.year and work.year.before(date)) and not read_later
