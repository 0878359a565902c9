"""An entry that is due to be read again

Nobody has read the whole entry against its works for two years.

## Why we check it

Examples end, grow and change hands, and pages move. An old entry is not wrong: it is only time to
look again. Nothing is held back for this, and no level of evidence falls.

## How to mend it

Read the entry from top to bottom with its works beside you, and mend what has changed. Then write
the day in `last_reviewed`. If nothing has changed, the new day is all there is to write.

## Wrong

```yaml
# Seen in November 2024.
provenance:
  last_reviewed: 2019-05-02
```

## Right

```yaml
# Seen in November 2024.
provenance:
  last_reviewed: 2024-05-02
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Date

SEVERITY = Severity.NOTICE

YEARS = 2


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each entry that was last read too long ago, where we know what day it is."""
    if not catalogue.today:
        return
    year, rest = catalogue.today[:4], catalogue.today[4:]
    oldest = f"{int(year) - YEARS:04}{rest}"
    for study in catalogue.collection.case_studies:
        last: Date = study.provenance.last_reviewed
        if last and last.before(oldest):
            yield Finding(
                last.location,
                f"This entry was last read against its works in {Date(last[:7]).words}.",
                "It may well be right still. Read it again, and write the new date here.",
            )
