"""Coordinates that cannot be right

The latitude and longitude lie outside the nation that the place's ONS code names, or outside the
Earth, or one of the two is missing.

## Why we check it

Two numbers are easily swapped, and a minus sign is easily lost. The place would stand in the
sea, or in another country, on every map.

## How to mend it

Latitude says how far north: in the UK it is between 49.8 and 60.9. Longitude says how far east:
in the UK it is between -13.8 and 1.8, and west of Greenwich it has a minus sign. Give both, or
neither.

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

from evidence_commons.check.nearest import nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownField
from evidence_commons.model.nations import Nation, nation_of
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Number

SEVERITY = Severity.ERROR

_CODE = pattern(r"[A-Z]\d{8}")
"""What is no such code is told as that; nothing follows from its first letter."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place whose coordinates cannot be its own."""
    slips = set(_slips(catalogue))
    for study in catalogue.collection.case_studies:
        for place in study.places:
            latitude, longitude = place.latitude, place.longitude
            if latitude and longitude:
                yield from _outside(place, latitude, longitude)
            elif latitude and longitude is None and ("longitude", place.location.path) not in slips:
                yield _half(latitude, "latitude", "longitude")
            elif longitude and latitude is None and ("latitude", place.location.path) not in slips:
                yield _half(longitude, "longitude", "latitude")


def _slips(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The fields of places that a slip in their name hides, and the files where."""
    for fault in catalogue.faults(UnknownField):
        if fault.noun == Place.__name__:
            yield nearest(fault.key, fault.free), fault.location.path


def _half(given: Number, name: str, other: str) -> Finding:
    return Finding(
        given.location,
        f"This place has a {name}, but no {other}.",
        f"Add the {other}, or take out the {name}.",
    )


def _outside(place: Place, latitude: Number, longitude: Number) -> Iterator[Finding]:
    north, east = float(latitude.value), float(longitude.value)
    nation = nation_of(place.gss) if place.gss and _CODE.fullmatch(place.gss) else None
    if nation and not nation.holds(north, east):
        where = "it" if nation.holds(north, -east) else "they"
        yield Finding(
            longitude.location if where == "it" else latitude.location,
            f"{said(place.name)} has an ONS code in {nation.name}, but lies outside it.",
            *_remedy(nation, latitude, longitude),
        )
    elif abs(north) > 90 or abs(east) > 180:
        yield Finding(
            latitude.location,
            f"No place on Earth is at {said(f'{latitude}, {longitude}')}.",
            "Latitude goes from -90 to 90, longitude from -180 to 180.",
        )


def _remedy(nation: Nation, latitude: Number, longitude: Number) -> tuple[str, str]:
    """What to do, and the longitude to type instead where that alone is wrong."""
    north, east = float(latitude.value), float(longitude.value)
    if nation.holds(east, north):
        return (
            f"They are swapped. Write latitude: {longitude} and longitude: {latitude}.",
            "",
        )
    if nation.holds(north, -east):
        return "The longitude has lost its minus sign.", f"-{longitude.lstrip('+')}"
    return (
        f"Latitude in {nation.name} is between {nation.south} and {nation.north},"
        f" longitude between {nation.west} and {nation.east}.",
        "",
    )
