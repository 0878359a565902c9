"""Facts that do not go together

Two facts of this claim speak against each other: the project says so itself, and yet those who
measured stand apart from it; or nothing was measured, and yet there is a sample.

## Why we check it

The level of a claim follows from these facts. If one of them is wrong, the level is too high or
too low, and readers are told a reason that is not true.

## How to mend it

See how the work knows what it says. If people were asked or something was counted, name that
`design`. If not, leave out `sample`. `independent: yes` is for measuring by people who stand apart
from the project.

## Wrong

```yaml
design: self-report
independent: yes
```

## Right

```yaml
design: self-report
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING

OWN_ACCOUNT = "self-report"
"""The design of those who tell of their own work."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each fact that its claim's design denies."""
    designs = catalogue.vocabularies.get("evidence-designs")
    accounts = {term.id: term for term in designs.terms} if designs else {}
    accounts = {name: term for name, term in accounts.items() if term.shows == "account"}
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            design = accounts.get(claim.design)
            independent = claim.independent
            if design and design.id == OWN_ACCOUNT and independent and independent == "yes":
                yield Finding(
                    independent.location,
                    "The project says this itself, so nobody who stands apart measured it.",
                    "If others measured it, name their way of doing so in design. If not, leave"
                    " this line out.",
                )
            if design and claim.sample:
                yield Finding(
                    claim.sample.location,
                    f"There is a sample, but with the design {said(design.id)} nothing is"
                    " measured.",
                    "If people were asked or something was counted, name that in design. If not,"
                    " leave this line out.",
                )
