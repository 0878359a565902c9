"""Coordinates outside the place's nation

The latitude and longitude lie outside the nation that the place's ONS code names.

## Why we check it

Two numbers are easily swapped, and a minus sign is easily lost. The place would stand in the
sea, or in another country, on every map.

## How to mend it

Latitude says how far north: in the UK it is between 49.8 and 60.9. Longitude says how far east:
in the UK it is between -13.8 and 1.8, and west of Greenwich it has a minus sign.

## Wrong

```yaml
places:
  - name: Bristol
    gss: E06000023
    latitude: -2.59
    longitude: 51.45
```

## Right

```yaml
places:
  - name: Bristol
    gss: E06000023
    latitude: 51.45
    longitude: -2.59
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.nations import Nation, nation_of

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for study in catalogue.collection.case_studies:
        for place in study.places:
            if place.latitude and place.longitude:
                yield from _outside(place)


def _outside(place: Place) -> Iterator[Finding]:
    latitude, longitude = float(place.latitude or 0), float(place.longitude or 0)
    where = (place.latitude or place.name).location
    nation = nation_of(place.gss)
    if nation and not nation.holds(latitude, longitude):
        yield Finding(
            where,
            f"{place.name} has an ONS code in {nation.name}, but these coordinates lie outside it.",
            *_remedy(nation, latitude, longitude),
        )
    elif abs(latitude) > 90 or abs(longitude) > 180:
        yield Finding(
            where,
            f"No place on Earth is at {place.latitude}, {place.longitude}.",
            "Latitude goes from -90 to 90, longitude from -180 to 180.",
        )


def _remedy(nation: Nation, latitude: float, longitude: float) -> tuple[str, str]:
    """What to do, and the latitude to type instead where it is plain."""
    if nation.holds(longitude, latitude):
        return "Latitude and longitude are swapped. Change them over.", f"{longitude:g}"
    if nation.holds(latitude, -longitude):
        return f"Longitude has lost its minus sign. Write longitude: {-longitude:g}", ""
    return (
        f"Latitude in {nation.name} is between {nation.south} and {nation.north},"
        f" longitude between {nation.west} and {nation.east}.",
        "",
    )
