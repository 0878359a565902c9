"""A figure without a date

This figure does not say when it was so.

## Why we check it

Numbers change. Without a date nobody can tell whether 400 members are many or whether most of them
have gone since, and no chart can show the figure in its place.

## How to mend it

Add `date`, with as much as the work tells: a year alone is fine. A claim may say it in `period`
instead. If the work gives no date, say that in `note`, and this warning goes away.

## Wrong

In `docs/metrics/members.md`:

```yaml
observations:
  - value: 31000
```

## Right

In `docs/metrics/members.md`:

```yaml
observations:
  - value: 31000
    date: 2022
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.figures import figures
from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.metric import Observation
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

# A note that speaks of the date says why there is none.
_SPEAKS_OF_IT = pattern(r"date|year|when\b|period", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure of which nobody knows when it was so."""
    slips = slips_in(catalogue, Claim, Observation)
    for figure in figures(catalogue):
        observation, claim = figure.observation, figure.claim
        if not observation.value or observation.date is not None:
            continue
        dated = (claim and claim.period is not None) or _SPEAKS_OF_IT.search(observation.note or "")
        if not dated and observation.location.path not in slips:
            yield Finding(
                observation.value.location,
                "This figure does not say when it was so.",
                "Add a date: a year is enough. If the work gives none, say that in note.",
            )
