"""A place code that is not one

The `gss` of a place is a code of the Office for National Statistics (ONS). This text does not
have the form of one.

## Why we check it

The code tells which nation and region a place is in. With a slip in it, the place drops out of
both.

## How to mend it

Write a capital letter and eight digits, with no spaces: E for England, W for Wales, S for
Scotland, N for Northern Ireland, K for more than one of them. If you do not know the code, leave
`gss` out.

## Wrong

```yaml
places:
  - name: Bristol
    gss: e06 000023
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
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import is_gss
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each code that does not have the form of one."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            if place.gss and not is_gss(place.gss):
                yield _finding(place.gss)


def _finding(code: Text) -> Finding:
    message = f"{said(code)} is not an ONS code."
    tidy = "".join(code.split()).upper()
    if is_gss(tidy):
        return Finding(code.location, message, f"Write {tidy}.", tidy, sure=True)
    remedy = "Write a letter and eight digits, such as E06000023, or leave it out."
    return Finding(code.location, message, remedy)
