"""A title that is too long

A title has at most 90 characters.

## Why we check it

It stands in lists, in tabs of browsers and in what search engines show. What is longer is cut
there.

## How to mend it

Keep the name in the title. What it is and for whom belongs into `summary` or `definition`.

## Wrong

```yaml
title: >-
  Robin Taxis, a taxi company in Lower Nowhere that is owned by the people who drive for it and by
  those who ride in it
```

## Right

```yaml
title: Robin Taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING

LONGEST = 90


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title with too many characters."""
    for entry in catalogue.collection.entries:
        over = len(entry.title) - LONGEST
        if over > 0:
            yield Finding(
                entry.title.location,
                f"The title has {len(entry.title)} characters. At most {LONGEST} fit.",
                f"Take out {over} or more.",
            )
