"""A field that we do not know

Each field of an entry has a name. This one is not on the list, so nobody would ever see it.

## Why we check it

A slip in a name hides what you wrote: `sumary` would leave the entry without a summary.

## How to mend it

Type the name as it stands in our list. If you want to say something that no field is for, put
it into `body`.

## Wrong

```yaml
sumary: Riders own the company.
```

## Right

```yaml
summary: Riders own the company.
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import listed, nearest, sure_match
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.typed_level import is_level
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownField

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field that its noun does not have. A level has a rule of its own."""
    for fault in catalogue.faults(UnknownField):
        if is_level(fault):
            continue
        typed = nearest(fault.key, fault.free)
        remedy = f'Did you mean "{typed}"?' if typed else _remedy(fault)
        sure = sure_match(fault.key, typed, fault.known)
        message = f"There is no field {said(fault.key)} here."
        yield Finding(fault.location, message, remedy, typed, sure)


def _remedy(fault: UnknownField) -> str:
    if not fault.known:
        return 'On this page, the text stands below the second line "---".'
    return f"The fields here are {listed(fault.known, 40, 600)}."
