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

from evidence_commons.check.nearest import listed, sure_match
from evidence_commons.check.other_names import meant_field, other_name
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.typed_level import is_level
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownField
from evidence_commons.model.fields import typed_fields

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field that its noun does not have. A level has a rule of its own."""
    for fault in catalogue.faults(UnknownField):
        if is_level(fault):
            continue
        typed = other_name(fault.key, fault.free) or (
            "" if _holder(fault) else meant_field(fault.key, fault.free)
        )
        remedy = f'Did you mean "{typed}"?' if typed else _remedy(fault)
        sure = sure_match(fault.key, typed, fault.known)
        message = f"There is no field {said(fault.key)} here."
        yield Finding(fault.location, message, remedy, typed, sure)


def _remedy(fault: UnknownField) -> str:
    if not fault.known:
        return 'On this page, the text stands below the second line "---".'
    if holder := _holder(fault):
        return f"It belongs to {said(holder)}: begin it in the same column as the fields there."
    return f"The fields here are {listed(fault.known, 40, 600)}."


def _holder(fault: UnknownField) -> str:
    """The field of a case study that has this one inside, if there is one alone."""
    if fault.noun != CaseStudy.__name__:
        return ""
    fields = [field for field in typed_fields(CaseStudy) if field.is_noun]
    holders = [
        field.key
        for field in fields
        if any(inner.key == fault.key for inner in typed_fields(field.leaf))
    ]
    return holders[0] if len(holders) == 1 else ""
