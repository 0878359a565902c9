"""A claim that cites no work

Nothing is cited for this claim. It counts as self-reported, at the first level of strength, and
its page says so.

## Why we check it

Readers want to hold what they read against something. A claim without a citation is welcome, but
it should be so because nobody has written about it yet, and not because someone forgot.

## How to mend it

Add the work that says so to `references.bib`, and its key to the claim. If there is none, leave
the claim as it is: this is a hint, and stops nothing.

## Wrong

```yaml
claims:
  - id: members
    text: Over 400 people have joined.
```

## Right

```yaml
claims:
  - id: members
    text: Over 400 people have joined.
    citations:
      - key: wren2021taxis
        locator: p. 4
```
"""

from bisect import bisect_right
from collections.abc import Iterator

from evidence_commons.check.nearest import nearest
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import IndentedField, RepeatedField, UnknownField

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each claim that cites nothing, unless a slip hides its citations."""
    slips = [*_slips(catalogue)]
    for study in catalogue.collection.case_studies:
        hidden = {_holder(study, slip) for slip in slips if slip.path == study.location.path}
        for claim in study.claims:
            if not claim.citations and claim.location not in hidden:
                yield Finding(
                    claim.location if not claim.id else claim.id.location,
                    "This claim cites no work, so it counts as self-reported.",
                    "If a work says so, cite it.",
                )


def _slips(catalogue: Catalogue) -> Iterator[Location]:
    """The places of fields that were meant to be citations, as it seems."""
    for unknown in catalogue.faults(UnknownField):
        near = unknown.noun == Claim.__name__ and nearest(unknown.key, unknown.free)
        if "citations" in (unknown.key, near):
            yield unknown.location
    for indented in catalogue.faults(IndentedField):
        yield indented.location
    for repeated in catalogue.faults(RepeatedField):
        if repeated.key == "citations":
            yield repeated.location


def _holder(study: CaseStudy, place: Location) -> Location | None:
    """Where the claim begins that holds this place."""
    begins = [claim.location for claim in study.claims]
    number = bisect_right(begins, place)
    return begins[number - 1] if number else None
