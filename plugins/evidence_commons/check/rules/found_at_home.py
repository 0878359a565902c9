"""Found again in the same place

`replicated_in` names the places elsewhere where the same was found. This one is a place of the
entry itself, or stands there twice.

## Why we check it

The highest level asks for two other places. What works in one town may hang on that town, so the
same town once more shows nothing new.

## How to mend it

Take the place out of `replicated_in`. If it is another place with the same name, say which one: its
county, for instance.

## Wrong

```yaml
places:
  - name: Lower Nowhere
claims:
  - id: driver-pay
    replicated_in:
      - Lower Nowhere
```

## Right

```yaml
places:
  - name: Lower Nowhere
claims:
  - id: driver-pay
    replicated_in:
      - Upper Nowhere
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.WARNING

REMEDY = "Name only other places here, each of them once."


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place elsewhere that is none, or is named already."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            if not claim.replicated_in:
                continue
            home = {place.name.casefold() for place in study.places}
            seen = set[str]()
            for place in claim.replicated_in:
                name = place.casefold()
                if place and name in home:
                    message = f"{said(place)} is where this entry itself is."
                    yield Finding(place.location, message, REMEDY)
                elif place and name in seen:
                    message = f"{said(place)} stands in this list more than once."
                    yield Finding(place.location, message, REMEDY)
                seen.add(name)
