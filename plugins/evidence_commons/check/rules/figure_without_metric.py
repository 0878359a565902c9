"""A figure that says nothing of what it counts

The claim gives a figure, but names no metric for it.

## Why we check it

A number alone cannot be read: 400 of what? The metric gives the unit, what the number means and
what it misses, and gathers the same figure from other entries.

## How to mend it

Add `metric`, with the name of a metric in `docs/metrics`. If there is none that fits, add one.

## Wrong

```yaml
observation:
  value: 400
```

## Right

```yaml
metric: members
observation:
  value: 400
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownField

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure of a claim that names no metric. A misspelled field is told elsewhere."""
    faults = catalogue.faults(UnknownField)
    slips = {fault.location.path for fault in faults if fault.noun == Claim.__name__}
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            figure = claim.observation
            if (
                figure
                and figure.value
                and claim.metric is None
                and study.location.path not in slips
            ):
                yield Finding(
                    figure.value.location,
                    "This figure does not say what it counts.",
                    "Add metric to the claim, with the name of a metric in docs/metrics.",
                )
