"""A field that is filled in twice

The same name stands twice among fields that belong together.

## Why we check it

Only one of the two would be read. Nobody could tell which one you meant.

## How to mend it

Keep one of them. If both hold something of worth, put it together in one.

## Wrong

```yaml
title: Robin Taxis
title: Robin Taxi Co-operative
```

## Right

```yaml
title: Robin Taxi Co-operative
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import RepeatedField

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each second use of a name."""
    for fault in catalogue.faults(RepeatedField):
        yield Finding(
            fault.location,
            f"The field {said(fault.key)} is filled in twice, first on line {fault.first.line}.",
            _remedy(fault),
        )


def _remedy(fault: RepeatedField) -> str:
    if not fault.location.path.endswith(".bib"):
        return "Keep one of the two. If a new list entry begins here, put a hyphen before it."
    if fault.key in ("author", "editor"):
        return 'Put all names into one of the two, with "and" between them.'
    return "Keep one of the two."
