"""A metric or a question that no entry names

No entry names this policy question, or this metric. A metric with figures of its own needs no
entry that names it.

## Why we check it

A question without examples has nothing to weigh, and its page says so. Often an example that
speaks to it is there, and only the line that names it is missing.

## How to mend it

Add its name to the `questions` of an example that speaks to it, or the metric to a claim. Or leave
it as it is: this is a notice, and nothing has to be done.

## Wrong

In `case_studies/magpie-energy.yaml`, the one example that speaks to it:

```yaml
questions: []
```

## Right

In `case_studies/magpie-energy.yaml`, the one example that speaks to it:

```yaml
questions:
  - how-to-keep-warm
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.outline import Survey

SEVERITY = Severity.NOTICE


def compare(survey: Survey) -> Iterator[Finding]:
    """Each question that nothing names, and each metric without a figure that nothing names."""
    for kind in ("metric", "question"):
        unnamed = survey.unnamed(kind)
        for one in survey.named([kind]):
            if one.address and not one.kept and one.name in unnamed:
                yield Finding(
                    one.location,
                    f"No entry names the {kind} {said(one.name)}.",
                    "Name it where it fits, or leave it for entries to come.",
                )
