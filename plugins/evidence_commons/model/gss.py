"""What ONS's codes of nine characters (GSS codes) say: the kind of area, its name and region.

The front of a code names the kind of area. No code says what it lies in, so names, regions and
centres come from ``gss.csv``, one line an area: the nations, the regions of England and every
council of the UK; then the codes of councils that are no longer used, each with the code that
its area has now. The list is of a date (see :data:`SOURCE`): when councils change, add the new
ones with their centres, and give the old ones the code that took their place.

A centre is the point that ONS gives with its map of the area, to a hundredth of a degree. Where an
area is wide or oddly shaped, as Somerset is, the point can lie well off the middle. Barnsley and
Sheffield have had new codes since April 2025, for the sake of a few streets; their centres are
those that ONS gave under their old codes.

A code without a line has a nation by its letter, and no region, save that London boroughs are in
London.

Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS
data © Crown copyright and database right 2024. Regions, and which council took over from which, are
those on which two tables made from ONS's agree: David Kane's geo-lookups, and mySociety's names and
codes of local authorities.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evidence_commons.model.nations import Nation, nation_of
from evidence_commons.model.pattern import pattern

SOURCE = (
    "Office for National Statistics, Local Authority Districts: names and codes of April 2025,"
    " centres of May 2024"
)
"""What the list is taken from, for pages and data that show it."""

WHOLE = frozenset({"K02", "E92", "W92", "S92", "N92", "E12"})
"""The fronts of which the list has every code that there will be for years to come."""

_LIST = Path(__file__).with_name("gss.csv")
_FORM = pattern(r"[EWSNK][0-9]{8}", re.ASCII)
_LONDON = "E12000007"

_Codes = dict[str, tuple[str, ...]]


class Width(IntEnum):
    """How wide an area of some kind reaches."""

    NEIGHBOURHOOD = 1
    COUNCIL = 2
    REGION = 3
    NATION = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of area: the word for one, and how wide one is."""

    name: str
    width: Width


_WARD = Kind("ward", Width.NEIGHBOURHOOD)
_SMALL = Kind("small area", Width.NEIGHBOURHOOD)
_NATION = Kind("nation", Width.NATION)

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("E01", "E02", "W01", "W02", "S01", "S02"), _SMALL),
    **dict.fromkeys(("E05", "W05", "S13", "N08"), _WARD),
    "E06": Kind("unitary authority", Width.COUNCIL),
    "E07": Kind("district", Width.COUNCIL),
    "E08": Kind("metropolitan district", Width.COUNCIL),
    "E09": Kind("London borough", Width.COUNCIL),
    "E10": Kind("county", Width.COUNCIL),
    "W06": Kind("council area", Width.COUNCIL),
    "S12": Kind("council area", Width.COUNCIL),
    "N09": Kind("council area", Width.COUNCIL),
    "E12": Kind("region of England", Width.REGION),
    **dict.fromkeys(("K02", "K03", "K04", "E92", "W92", "S92", "N92"), _NATION),
}
"""The kinds of area by the front of their codes; there are more, which entries seldom need."""


class Area(NamedTuple):
    """An area in the list. Only areas in England have a region, and only councils a centre."""

    code: str
    name: str
    region: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    @property
    def kind(self) -> Kind | None:
        """The kind of area that this is."""
        return kind_of(self.code)

    @property
    def nation(self) -> Nation | None:
        """The nation that it is in."""
        return nation_of(self.code)


class Retired(NamedTuple):
    """A code that was a council's, and is no longer used."""

    code: str
    name: str
    now: Area
    """The council that has the area now; if only the code is new, the same council."""


def is_gss(text: str) -> bool:
    """Whether the text has the form of a code."""
    return _FORM.fullmatch(text) is not None


@cache
def kind_of(gss: str) -> Kind | None:
    """The kind of area that a code is for, if we know it."""
    return KINDS.get(gss[:3]) if is_gss(gss) else None


@cache
def area(gss: str) -> Area | None:
    """The area of a code, if it is in the list."""
    line = _lines().get(gss)
    if not line or line.now:
        return None
    region = _lines().get(line.region)
    return Area(
        gss,
        _plain(line.name),
        region.name if region else None,
        Decimal(line.latitude) if line.latitude else None,
        Decimal(line.longitude) if line.longitude else None,
    )


@cache
def retired(gss: str) -> Retired | None:
    """What a code was, if it was a council's and is no longer used."""
    line = _lines().get(gss)
    now = area(line.now) if line else None
    return Retired(gss, line.name, now) if line and now else None


def missing(gss: str) -> bool:
    """Whether no area has, or had, the code, for all that we know.

    ONS counts the codes of councils up. One beyond the last that we know may be newer than our
    list, so it is not missing.
    """
    if gss in _lines() or not is_gss(gss):
        return False
    return gss[:3] in WHOLE or gss < _last(gss[:3])


@cache
def region_of(gss: str | None) -> str | None:
    """The region of England that a code lies in, if we know it."""
    if not gss or not is_gss(gss):
        return None
    old = retired(gss)
    found = old.now if old else area(_LONDON if gss.startswith("E09") else gss)
    return found.region if found else None


def named(name: str) -> tuple[Area, ...]:
    """The areas that bear just this name, however it is written.

    London is the region, not the City of London, since it is called just that.
    """
    whole, short = _by_name()
    wanted = _folded(name)
    codes = whole.get(wanted) or short.get(_short(wanted), ())
    return tuple(one for one in map(area, codes) if one)


@cache
def areas() -> Mapping[str, Area]:
    """Every area in the list, by its code."""
    known = map(area, _lines())
    return {one.code: one for one in known if one}


class _Line(NamedTuple):
    code: str
    name: str
    region: str
    latitude: str
    longitude: str
    now: str


@cache
def _lines() -> Mapping[str, _Line]:
    """The list as it stands in the file, which is read when first asked for."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {row[0]: _Line._make(row) for row in rows}


@cache
def _last(front: str) -> str:
    """The highest code that begins so."""
    return max((code for code in _lines() if code.startswith(front)), default="")


def _plain(name: str) -> str:
    """A name as people say it: ONS writes "Bristol, City of" and "Herefordshire, County of"."""
    return name.removesuffix(", City of").removesuffix(", County of")


@cache
def _by_name() -> tuple[_Codes, _Codes]:
    """The codes of the areas by their whole names, and by their names without "City of"."""
    whole: _Codes = {}
    short: _Codes = {}
    for line in _lines().values():
        if not line.now:
            name = _folded(_plain(line.name))
            whole[name] = (*whole.get(name, ()), line.code)
            short[_short(name)] = (*short.get(_short(name), ()), line.code)
    return whole, short


def _folded(name: str) -> str:
    """A name without what people write in different ways."""
    return " ".join(name.replace("&", "and").casefold().split()).removeprefix("the ")


def _short(folded: str) -> str:
    return folded.removeprefix("city of ").removesuffix(", city of").removesuffix(", county of")
