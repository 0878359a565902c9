"""A level that follows from the facts anyway

People set a level for this claim, and it is the level that follows from its facts.

## Why we check it

This happens when facts were added after the level was set. The page would show reasons for a
change that is none. And if the facts change once more, the level would stay behind.

## How to mend it

Take `rating` out.

## Wrong

```yaml
design: self-report
rating:
  level: 1
  because: Only the project itself says so.
```

## Right

```yaml
design: self-report
```
"""

from collections.abc import Iterator

from evidence_commons.check.levels import ratings
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import level_set

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each rating that changes nothing."""
    for rated in ratings(catalogue):
        if rated.derived is not None and level_set(rated.rating) == rated.derived:
            yield Finding(
                rated.rating.level.location,
                f"Level {rated.derived} follows from the facts anyway.",
                "Take the rating out, with all that belongs to it.",
            )
