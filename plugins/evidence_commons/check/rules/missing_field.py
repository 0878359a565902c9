"""A field that is missing

Each kind of entry has a few fields that must be filled in. This one is not there, or is empty.

## Why we check it

Readers, lists and searches count on these fields. An entry without a title could not be found;
a claim without a design could not be judged.

## How to mend it

Add the field. If nobody knows what belongs there, say so in `body`, and leave the claim out until
someone does.

## Wrong

```yaml
organisations:
  - name: Robin Taxis
```

## Right

```yaml
organisations:
  - name: Robin Taxis
    role: operator
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.nearest import MOST
from evidence_commons.check.other_names import meant_field
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.unknown_record_word import slip_for
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import MissingField, UnknownField

SEVERITY = Severity.ERROR

NAMES = {"PolicyQuestion": "question", "Reference": "record"}
"""What we call a thing here, where that is not the name of its kind in small letters."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each required field that is not filled in, unless a slip in its name is told already."""
    outside = {
        (slip.location.path, slip.key)
        for slip in catalogue.faults(UnknownField)
        if slip.noun == CaseStudy.__name__
    }
    for fault in catalogue.faults(MissingField):
        if (fault.location.path, fault.key) in outside:
            continue  # it begins too far to the left
        if slip := slip_for(fault):
            yield Finding(
                slip.location,
                f"This record has no {said(fault.key)}, but a field {said(slip)}.",
                f"Did you mean {said(fault.key)}?",
                fault.key,
            )
            continue
        if fault.key in {meant_field(slip, fault.free) for slip in fault.slips[:MOST]}:
            continue
        about = fault.about[:1].lower() + fault.about[1:]
        yield Finding(
            fault.location,
            f"The field {said(fault.key)} is empty."
            if fault.empty
            else f"This {_name(fault.noun)} has no {said(fault.key)}.",
            f"Fill in {about}" if fault.empty else f"Add {about}",
        )


def _name(noun: str) -> str:
    """``CaseStudy`` as ``case study``."""
    return NAMES.get(noun) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).lower()
