"""What ONS's codes of nine characters (GSS codes) say: the kind of area, its name and region.

The front of a code names the kind of area. No code says what it lies in, so names, regions and
centres come from ``gss.csv``, one line an area: the nations, the regions of England and every
council of the UK; then the codes of councils that are no longer used, each with the code that
its area has now. The list is of a date (see :data:`SOURCE`): when councils change, add the new
ones with their centres, and give the old ones the code that took their place.

A centre is the point that ONS gives with its map of the area, to a hundredth of a degree. It is
always inside the area; where that is wide or oddly shaped, as Somerset is, it can be some
kilometres from the middle. Barnsley and Sheffield have had new codes since April 2025, for the
sake of a few streets; their centres are those that ONS gave under their old codes.

A code without a line has a nation by its letter, and no region, save that London boroughs are in
London.
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

AS_OF = "April 2025"
"""The month whose councils the list has."""

SOURCE = (
    "Office for National Statistics, Local Authority Districts: names and codes of April 2025,"
    " centres of May 2024"
)
"""What the list is taken from."""

LICENCE = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0."
    " Contains OS data © Crown copyright and database right 2024."
)
"""What whoever passes the list on has to say."""

WHOLE = frozenset({"K02", "E92", "W92", "S92", "N92", "E12"})
"""The fronts of which the list has every code that there will be for years to come."""

_LIST = Path(__file__).with_name("gss.csv")
_FORM = pattern(r"[EWSNK][0-9]{8}", re.ASCII)
_LONDON = "E12000007"
_CITY = "city of "


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
    centre: tuple[Decimal, Decimal] | None = None
    """Degrees north and degrees east."""

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


def kind_of(gss: str) -> Kind | None:
    """The kind of area that a code is for, if we know it."""
    return KINDS.get(gss[:3]) if is_gss(gss) else None


def area(gss: str) -> Area | None:
    """The area of a code, if it is in the list."""
    return areas().get(gss)


def retired(gss: str) -> Retired | None:
    """What a code was, if it was a council's and is no longer used."""
    return _list().retired.get(gss)


def missing(gss: str) -> bool:
    """Whether no area has, or had, the code, for all that we know.

    ONS counts the codes of councils up. One beyond the last that we know may be newer than our
    list, so it is not missing.
    """
    if not is_gss(gss) or area(gss) or retired(gss):
        return False
    return gss[:3] in WHOLE or gss <= _list().last.get(gss[:3], "")


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
    known, wanted = _by_name(), _folded(name)
    return known.get(wanted) or known.get(_CITY + _without_city(wanted), ())


def areas() -> Mapping[str, Area]:
    """Every area in the list, by its code. The file is read when first asked for."""
    return _list().areas


class _List(NamedTuple):
    areas: Mapping[str, Area]
    retired: Mapping[str, Retired]
    last: Mapping[str, str]
    """The highest code of each front, whether still used or not."""


@cache
def _list() -> _List:
    with _LIST.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    names = {row[0]: row[1] for row in rows}
    areas = {row[0]: _area(row, names) for row in rows if not row[5]}
    old = {row[0]: Retired(row[0], row[1], areas[row[5]]) for row in rows if row[5]}
    return _List(areas, old, {code[:3]: code for code in sorted(names)})


def _area(row: list[str], names: Mapping[str, str]) -> Area:
    code, name, region, north, east, _ = row
    centre = (Decimal(north), Decimal(east)) if north else None
    return Area(code, _plain(name), names.get(region), centre)


def _plain(name: str) -> str:
    """A name as people say it: ONS writes "Bristol, City of" and "Herefordshire, County of"."""
    return name.removesuffix(", City of").removesuffix(", County of")


@cache
def _by_name() -> Mapping[str, tuple[Area, ...]]:
    """The areas by their names, and once more behind a mark by their names without "City of"."""
    found: dict[str, tuple[Area, ...]] = {}
    for one in areas().values():
        folded = _folded(one.name)
        for key in (folded, _CITY + _without_city(folded)):
            found[key] = (*found.get(key, ()), one)
    return found


def _folded(name: str) -> str:
    """A name without what people write in different ways."""
    return " ".join(name.replace("&", "and").casefold().split()).removeprefix("the ")


def _without_city(folded: str) -> str:
    return folded.removeprefix("city of ").removesuffix(", city of")
