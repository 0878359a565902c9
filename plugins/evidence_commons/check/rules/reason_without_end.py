"""An ending that has not come

The entry says when or why it ended, but by its status it is still going on, or not yet begun.

## Why we check it

One of the two is out of date. Readers cannot tell which, and the lists count it among those that
go on.

## How to mend it

If it has ended, write `status: ended`. If it goes on, take `ended` and `ended_because` out. For a
break that may pass, there is `status: paused`.

## Wrong

```yaml
status: active
ended: 2022
```

## Right

```yaml
status: ended
ended: 2022
ended_because: The drivers found other work.
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING

NOT_OVER = frozenset({"idea", "pilot", "active", "scaled"})
"""The statuses that leave no room for an end."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each case study with an end that its status knows nothing of."""
    for study in catalogue.collection.case_studies:
        if study.status not in NOT_OVER:
            continue
        if end := study.ended or study.ended_because:
            what = "when" if study.ended else "why"
            yield Finding(
                end.location,
                f"This says {what} it ended, but its status is {said(study.status)}.",
                "If it has ended, write status: ended. If not, take this out.",
            )
