"""A claim that was checked before its work came out

The day on which someone last held this claim against its works lies before one of them was
published.

## Why we check it

Nobody can have held a claim against a work that was not there yet. Mostly a work was added later,
and the claim was not checked again.

## How to mend it

Hold the claim against the work, and write that day in `checked`. If the work's year is wrong, mend
it in `references.bib`.

## Wrong

```yaml
checked: 2020-05-02
citations:
  - key: wren2021taxis
```

## Right

```yaml
checked: 2024-05-02
citations:
  - key: wren2021taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each claim whose check is older than a work that it cites."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            if claim.checked and (work := _newer(catalogue, claim, claim.checked)):
                came_out = work.year.words if work.year else ""
                yield Finding(
                    claim.checked.location,
                    f"{said(work.key)} came out in {came_out}, after this check.",
                    "Hold the claim against it, and write the day on which you did. If its year is"
                    " wrong, mend that in references.bib.",
                )


def _newer(catalogue: Catalogue, claim: Claim, checked: Date) -> Reference | None:
    """The first work that came out after the check."""
    works = (catalogue.references.get(citation.key) for citation in claim.citations)
    return next((work for work in works if work and work.year and checked.before(work.year)), None)
