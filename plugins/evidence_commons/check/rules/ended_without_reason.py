"""It ended, and nobody says why

The status is `ended`, but `ended_because` is not filled in.

## Why we check it

Most of what others can learn from an ending is its reason. Money that ran out, a law that
changed and a job that was done are three very different stories.

## How to mend it

Say in a sentence why it ended. If no work says so and nobody knows, write that: an honest gap
helps more than a guess.

## Wrong

```yaml
status: ended
ended: 2022
```

## Right

```yaml
status: ended
ended: 2022
ended_because: The grant ran out, and the fares did not cover the drivers' pay.
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each case study that ended for no reason that is told."""
    for study in catalogue.collection.case_studies:
        if study.status != "ended" or study.ended_because is not None:
            continue
        if study.location.path not in slips_in(catalogue, CaseStudy):
            yield Finding(
                study.status.location,
                "This has ended, but nothing says why.",
                "Add ended_because with the reason in a sentence. If nobody knows, say that.",
            )
