"""A claim that says too much

A claim is one statement, in one sentence. It has at most 300 characters and two sentences.

## Why we check it

Each claim has one direction, one design and one level. If it says several things at once, nobody
can tell which of them was measured, and which got better.

## How to mend it

Make a claim of each statement, each with its own citations. What only explains it belongs into
`body`.

## Wrong

```yaml
text: >-
  Over 400 people have joined. They wait less long for a taxi. Drivers earn more than before.
```

## Right

```yaml
text: Over 400 people have joined.
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

LONGEST = 300
MOST = 2

# After "St." or "e.g." no sentence ends: three letters or digits stand before the last stop.
_END = pattern(r"(?<=[a-z0-9%)]{3})[.!?][\"'”’)]{0,2} {1,2}(?=[\"'“‘(]?[A-Z])")
_SHORTENED = ("prof", "approx", "dept", "govt", "capt", "messrs", "incl")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each claim with too many characters or sentences."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            sentences = _sentences(claim.text) if ". " in claim.text else 1
            if len(claim.text) > LONGEST:
                message = f"This claim has {len(claim.text)} characters. At most {LONGEST} fit."
            elif sentences > MOST:
                message = f"This claim has {sentences} sentences. At most {MOST} fit."
            else:
                continue
            yield Finding(claim.text.location, message, "Make a claim of each single statement.")


def _sentences(text: str) -> int:
    ends = (text[: end.start()][-8:].lower() for end in _END.finditer(text))
    return 1 + sum(not end.endswith(_SHORTENED) for end in ends)
