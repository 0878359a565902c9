"""A sample that cannot be right

A sample says how many people or things were measured. This one is nothing, less than nothing, or
not a whole number.

## Why we check it

The sample decides how much a measurement is worth, and readers see it beside the claim. Half a
person is a slip, or a share where a count belongs.

## How to mend it

Write how many were measured, as a whole number. If nobody knows, leave the line out. A share of
all people belongs into the text of the claim.

## Wrong

```yaml
design: survey
sample: 0.35
period: 2023
```

## Right

```yaml
design: survey
sample: 350
period: 2023
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each sample that nobody can have measured."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            sample = claim.sample
            if sample and (sample.value <= 0 or sample.value % 1):
                yield Finding(
                    sample.location,
                    f"Nobody can have measured {said(sample)} people or things.",
                    "Write how many were measured, as a whole number. If nobody knows, leave the"
                    " line out.",
                )
