"""A currency that has no such code

Amounts of money have a currency, by its code of three capital letters after ISO 4217: `GBP` for
pounds, `EUR` for euros. This text is no such code.

## Why we check it

Pounds of 2021 and euros of 2024 can only be held against each other if we know which is which. A
sign such as $ could be any of twenty.

## How to mend it

Write the code of the currency in which the amount was paid. Do not turn the amount into another
currency.

## Wrong

```yaml
costs:
  - what: The booking platform
    amount: 48000
    currency: £
```

## Right

```yaml
costs:
  - what: The booking platform
    amount: 48000
    currency: GBP
```
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evidence_commons.check.nearest import nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR

COMMON = frozenset({"GBP", "EUR", "USD"})
"""The codes that almost every entry uses."""

WORDS = {
    **dict.fromkeys(("£", "pound", "pounds", "sterling", "pounds sterling", "ukp", "stg"), "GBP"),
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("us$", "us dollar", "us dollars"), "USD"),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each currency that has no code of that name."""
    for study in catalogue.collection.case_studies:
        for code in _currencies(study):
            if code and code not in COMMON and not _known(code):
                yield _finding(code)


def _currencies(study: CaseStudy) -> Iterator[Text | None]:
    yield from (cost.currency for cost in study.costs)
    yield from (grant.currency for grant in study.funding)


def _known(code: str) -> bool:
    from babel.core import get_global  # noqa: PLC0415 - only for currencies that are seldom seen

    codes: Mapping[str, Any] = get_global("all_currencies")
    return code in codes


def _finding(typed: Text) -> Finding:
    message = f"{said(typed)} is not the code of a currency."
    capitals = typed.upper()
    if capitals != typed and (capitals in COMMON or _known(capitals)):
        return Finding(typed.location, message, f"Write {capitals}.", capitals, sure=True)
    meant = WORDS.get(typed.casefold()) or nearest(typed, COMMON)
    remedy = f"Did you mean {meant}?" if meant else "Write its three letters, such as GBP or USD."
    return Finding(typed.location, message, remedy, meant)
