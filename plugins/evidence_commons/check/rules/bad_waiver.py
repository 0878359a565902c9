"""A waiver that does not hold

An entry can waive a warning or a notice by the rule's name, with a reason. This waiver names no
rule, names one whose findings are errors, or waives nothing.

## Why we check it

A waiver hides a warning. One that is left behind would hide the next mistake of that kind too.
And an error stays an error: what it stands in would mislead readers.

## How to mend it

Type the name of the rule as the warning gives it, and a reason in one sentence. Delete a waiver
that is no longer needed. Where the rule tells errors, mend those.

## Wrong

```yaml
title: Robin Taxis
waivers:
  - rule: shouting-title
    reason: The company itself writes its name so.
```

## Right

```yaml
title: ROBIN TAXIS
waivers:
  - rule: shouting-title
    reason: The company itself writes its name so.
```
"""

from collections.abc import Iterable, Iterator, Mapping

from evidence_commons.check.nearest import did_you_mean
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.model.outline import Waived

SEVERITY = Severity.WARNING

NEVER = (Severity.ERROR,)
"""Findings so severe cannot be waived."""

PAGE = "The page rules/ has all of them."


def judge(
    waivers: Iterable[Waived], found: Iterable[Diagnostic], severities: Mapping[str, Severity]
) -> Iterator[Finding]:
    """Each waiver that does not hold.

    Args:
        waivers: all of them.
        found: all findings, the waived ones included.
        severities: of each rule, by its code.
    """
    told = {(one.location.path, one.rule) for one in found}
    for waiver in waivers:
        where = Location(*waiver.place)
        if not waiver.rule or not waiver.reason:
            continue
        if waiver.rule not in severities:
            remedy, near = did_you_mean(waiver.rule, severities, PAGE)
            typed = near if (where.path, near) in told else ""
            yield Finding(where, f"There is no rule {said(waiver.rule)}.", remedy, typed)
        elif severities[waiver.rule] in NEVER:
            message = f"Findings of the rule {said(waiver.rule)} cannot be waived."
            yield Finding(where, message, "Mend what it tells, and delete this waiver.")
        elif (where.path, waiver.rule) not in told:
            message = f"This waives nothing: the rule {said(waiver.rule)} finds nothing here."
            yield Finding(where, message, "Delete this waiver.")
