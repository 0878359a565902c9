"""A place in two countries

A place outside the UK has a code of the UK's Office for National Statistics (ONS).

## Why we check it

A place is in one country. With two, it would be counted in the wrong one.

## How to mend it

For a place in the UK, take out `country`. For a place elsewhere, take out `gss`.

## Wrong

```yaml
places:
  - name: Bristol
    gss: E06000023
    country: NO
```

## Right

```yaml
places:
  - name: Bristol
    gss: E06000023
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import is_gss

SEVERITY = Severity.ERROR

HOME = "GB"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place abroad with a code of the UK. Other rules tell a country or code that is none."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            if place.gss and is_gss(place.gss):
                yield from _abroad(catalogue, place)


def _abroad(catalogue: Catalogue, place: Place) -> Iterator[Finding]:
    if not place.country or place.country == HOME:
        return
    if known := catalogue.term("countries", place.country):
        yield Finding(
            place.country.location,
            f"{said(place.name)} has an ONS code, but its country is {said(known.label)}.",
            "ONS codes are for the UK alone. Take out the country, or the code.",
        )
