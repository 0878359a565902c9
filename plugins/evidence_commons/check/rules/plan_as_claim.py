"""A plan that stands as a claim

A claim says what happened. This one says what someone wants to do, or what is to come.

## Why we check it

Plans are good to know, but they are not evidence: readers count claims, and compare what came of
things. A plan among them looks like a result.

## How to mend it

Say what was done, and what came of it. If nothing has happened yet, leave the claim out, and tell
of the plan in `body`.

## Wrong

```yaml
text: The co-op will lend tools to every house in the street.
```

## Right

```yaml
text: The co-op lent tools to 31 houses in the street.
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.NOTICE

_PLAN = pattern(
    r"\b(?:will|plans to|aims to|hopes to|intends to|(?:is|are) going to|(?:is|are) expected to)\b"
    r"(?! not\b| never\b| power\b)"
)
# The word before tells a plan from "the will", "its plans to" and "people who will".
_NO_PLAN = frozenset(
    "the a an no its his her their our of free good ill own political these those such any"
    " who whoever that which what if when whether until".split()
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each claim that tells of what is to come."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            found = _PLAN.search(claim.text)
            if found and _word_before(claim.text, found.start()) not in _NO_PLAN:
                yield Finding(
                    claim.text.location,
                    f"This tells of a plan ({said(found[0])}) and not of what happened.",
                    "Say what was done and what came of it. Tell of plans in body.",
                )


def _word_before(text: str, place: int) -> str:
    words = text[max(0, place - 20) : place].lower().split()
    return words[-1] if words else ""
