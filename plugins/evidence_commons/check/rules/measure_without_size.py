"""A measurement that does not say of how many, or when

The design of this claim can show a change, and a work is cited. But the claim does not say how
many people or things were measured, or over what time.

## Why we check it

A survey of five people is not one of five thousand, and a change needs a time in which it took
place. As long as one of the two is missing, the claim counts as an account, at the first level.

## How to mend it

Look the two up in the work, and add `sample` and `period`. If the work does not give them, leave
the claim as it is: this is a hint, and stops nothing.

## Wrong

```yaml
design: before-after
citations:
  - key: wren2021taxis
    locator: p. 9
```

## Right

```yaml
design: before-after
sample: 212
period: 2019/2021
citations:
  - key: wren2021taxis
    locator: p. 9
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.diagnostics.words import together
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.NOTICE

MEASURES = ("change", "contribution", "cause")
"""What a design can show that is more than an account."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each claim that rests on a measurement of unknown size."""
    measures = _measures(catalogue)
    slips = slips_in(catalogue, Claim)
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            if claim.design in measures and (claim.sample is None or claim.period is None):
                cited = any(citation.key in catalogue.references for citation in claim.citations)
                if cited and study.location.path not in slips:
                    yield _finding(claim)


def _measures(catalogue: Catalogue) -> frozenset[str]:
    """The designs that can show more than an account."""
    designs = catalogue.vocabularies.get("evidence-designs")
    terms = designs.terms if designs else ()
    return frozenset(str(term.id) for term in terms if term.shows in MEASURES)


def _finding(claim: Claim) -> Finding:
    missing = {}
    if claim.sample is None:
        missing["sample"] = "of how many"
    if claim.period is None:
        missing["period"] = "over what time"
    unsaid = together([*missing.values()], "or")
    return Finding(
        claim.design.location,
        f"Something was measured, but the claim does not say {unsaid}.",
        f"If the work says so, add {together([*missing])}. Until then, level 1 follows.",
    )
