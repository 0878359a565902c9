"""The quiet line under a place's name: where it is, what kind of area, and its point on the map."""

from evidence_commons.model.case_study import Place
from evidence_commons.model.gss import Width
from evidence_commons.model.point import CENTRE
from evidence_commons.render.sheet import Sheet

_SAID_BY_KIND = {("GLS030", Width.NATION), ("GLS040", Width.REGION), ("GLS050", Width.COUNCIL)}
"""Scopes that say no more than the kind of area does."""


def whereabouts(sheet: Sheet, place: Place) -> str:
    """All that is known of where a place is, but for its name."""
    parts = (_lies_in(sheet, place), _area(place), _reach(sheet, place), _point(sheet, place))
    return "; ".join(part for part in parts if part)


def _lies_in(sheet: Sheet, place: Place) -> str:
    country = sheet.label("countries", place.country) if place.country else ""
    nation = place.nation.name if place.nation else country
    wider = (place.region or "", nation)
    return ", ".join(name for name in wider if name and name.removeprefix("the ") != place.name)


def _area(place: Place) -> str:
    return f"{place.kind.name}, ONS code {place.gss}" if place.kind else ""


def _reach(sheet: Sheet, place: Place) -> str:
    width = place.kind.width if place.kind else None
    if not place.scope or (place.scope, width) in _SAID_BY_KIND:
        return ""
    return sheet.label("scopes", place.scope).lower()


def _point(sheet: Sheet, place: Place) -> str:
    if not place.point:
        return ""
    typed = sheet.label("precisions", place.precision).lower() if place.precision else ""
    stands_for = f"{CENTRE}, ONS" if place.point.derived else typed
    return f"{place.point.words} ({stands_for})" if stands_for else place.point.words
