"""A level that was typed

Someone typed how strong the evidence for this claim is. Nobody types that: it follows from the
facts that the claim records.

## Why we check it

If everyone gave their own marks, the marks would say more about the people than about the
evidence. So each claim says how it is known, of how many, over what time and by whom. The level
follows, with the reasons for it, in the same way for all.

## How to mend it

Take the line out, and fill in `design`, `independent`, `sample` and `period` as far as you know
them. If the level that follows does not fit, people can set another one, with a reason, in
`rating`.

## Wrong

```yaml
design: before-after
level: 2
```

## Right

```yaml
design: before-after
sample: 212
period: 2019/2021
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownField
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

_LEVEL = pattern(
    r"(?:(?:evidence|claim|nesta|overall)[ _-]?)?"
    r"(?:level|strength|score|grade|stars?|tier|certainty|confidence|quality)"
    r"(?:[ _-]?(?:of[ _-]?)?(?:evidence|level|score|rating))?",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field of a claim by which someone gives it a level."""
    for fault in catalogue.faults(UnknownField):
        if is_level(fault):
            yield Finding(
                fault.location,
                "Nobody types a level. It follows from the facts of the claim.",
                "Take this line out. Fill in design, independent, sample and period, as far as"
                " you know them.",
            )


def is_level(fault: UnknownField) -> bool:
    """Whether an unknown field of a claim is meant to say how strong its evidence is."""
    return fault.noun == Claim.__name__ and bool(_LEVEL.fullmatch(fault.key))
