"""Money without its currency

A grant has an amount, but does not say in what money it was paid.

## Why we check it

A bare number may be pounds or euros. Nobody can add it to others, or hold it against them.

## How to mend it

Add `currency` with the code of three letters, such as `GBP` for pounds.

## Wrong

```yaml
funding:
  - title: A taxi for Lower Nowhere
    fundingOrganization:
      name: Lower Nowhere Town Council
    amountAwarded: 30000
```

## Right

```yaml
funding:
  - title: A taxi for Lower Nowhere
    fundingOrganization:
      name: Lower Nowhere Town Council
    amountAwarded: 30000
    currency: GBP
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.money import Grant

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each grant with an amount and no currency."""
    for study in catalogue.collection.case_studies:
        for grant in study.funding:
            if not grant.amount_awarded or grant.currency is not None:
                continue
            if study.location.path not in slips_in(catalogue, Grant):
                yield Finding(
                    grant.amount_awarded.location,
                    "This amount has no currency.",
                    "Add currency below it, such as currency: GBP for pounds.",
                )
