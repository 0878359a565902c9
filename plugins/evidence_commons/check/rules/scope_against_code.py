"""A scope that the place's code contradicts

The `scope` of a place says how wide it reaches. Its ONS code is for a much wider or a much
smaller area.

## Why we check it

Readers look for what was tried in a whole city, or in one street. One of the two fields sends
them to the wrong place.

## How to mend it

If the code is right, write the scope of its area: `GLS030` for a nation, `GLS040` for a region,
`GLS050` for the area of one council, `GLS060` for a ward or less. If the scope is right, write
the code of an area that is so wide.

## Wrong

```yaml
places:
  - name: Lower Nowhere
    gss: E92000001
    scope: GLS050
```

## Right

```yaml
places:
  - name: Lower Nowhere
    gss: E06999901
    scope: GLS050
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import Width, kind_of

SEVERITY = Severity.WARNING

FITTING = {
    Width.NEIGHBOURHOOD: "GLS060",
    Width.COUNCIL: "GLS050",
    Width.REGION: "GLS040",
    Width.NATION: "GLS030",
}
"""The scope of each width."""

MEANT = {
    "GLS010": "the whole world",
    "GLS030": "nations",
    "GLS040": "regions",
    "GLS050": "the areas of councils",
    "GLS060": "small areas",
}
"""What each scope is for."""

AGAINST = {
    "GLS010": frozenset(Width),
    "GLS030": frozenset(Width) - {Width.NATION},
    # A large council may well be called a region.
    "GLS040": frozenset({Width.NEIGHBOURHOOD, Width.NATION}),
    # Greater London is a region, and has an authority.
    "GLS050": frozenset({Width.NEIGHBOURHOOD, Width.NATION}),
    # A village is often given the code of its council, having none of its own.
    "GLS060": frozenset({Width.REGION, Width.NATION}),
}
"""The widths that cannot be meant by a scope; where there is room for doubt, we say nothing."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each scope that cannot be that of the code's area."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            kind = kind_of(place.gss) if place.gss else None
            if kind and place.scope and kind.width in AGAINST.get(place.scope, ()):
                yield Finding(
                    place.scope.location,
                    f"{place.gss} is the code of a {kind.name}, but {place.scope} is for"
                    f" {MEANT[place.scope]}.",
                    f"Write {FITTING[kind.width]} if the code is right. If not, mend the code.",
                )
