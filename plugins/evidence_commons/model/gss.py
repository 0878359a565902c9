"""What ONS's codes of nine characters (GSS codes) say: the kind of area, its name and region.

The front of a code names the kind of area. No code says what it lies in, so names and regions
come from ``gss.csv``, one line an area. It holds the nations and the regions of England whole,
and of councils only those that entries name: to know one more, add its line. A code without a
line has a nation by its letter, and no region, save that London boroughs are in London.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from evidence_commons.model.nations import Nation, nation_of
from evidence_commons.model.pattern import pattern

WHOLE = frozenset({"K02", "E92", "W92", "S92", "N92", "E12"})
"""The fronts of which the list has every code."""

_LIST = Path(__file__).with_name("gss.csv")
_FORM = pattern(r"[EWSNK][0-9]{8}", re.ASCII)
_LONDON = "E12000007"


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


@dataclass(frozen=True, slots=True)
class Area:
    """An area in the list. Only areas in England have a region."""

    code: str
    name: str
    region: str | None

    @property
    def kind(self) -> Kind | None:
        """The kind of area that this is."""
        return kind_of(self.code)

    @property
    def nation(self) -> Nation | None:
        """The nation that it is in."""
        return nation_of(self.code)


def is_gss(text: str) -> bool:
    """Whether the text has the form of a code."""
    return _FORM.fullmatch(text) is not None


def kind_of(gss: str) -> Kind | None:
    """The kind of area that a code is for, if we know it."""
    return KINDS.get(gss[:3]) if is_gss(gss) else None


def area(gss: str) -> Area | None:
    """The area of a code, if it is in the list."""
    return areas().get(gss)


def region_of(gss: str | None) -> str | None:
    """The region of England that a code lies in, if we know it."""
    if not gss or not is_gss(gss):
        return None
    found = area(_LONDON if gss.startswith("E09") else gss)
    return found.region if found else None


def named(name: str) -> tuple[Area, ...]:
    """The areas that bear just this name, however it is written."""
    return _by_name().get(_folded(name), ())


@cache
def areas() -> Mapping[str, Area]:
    """Every area in the list, by its code. The file is read when first asked for."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["code"]: row["name"] for row in rows}
    return {row["code"]: Area(row["code"], row["name"], names.get(row["region"])) for row in rows}


@cache
def _by_name() -> Mapping[str, tuple[Area, ...]]:
    found: dict[str, tuple[Area, ...]] = {}
    for one in areas().values():
        folded = _folded(one.name)
        found[folded] = (*found.get(folded, ()), one)
    return found


def _folded(name: str) -> str:
    """A name without what people write in different ways."""
    words = " ".join(name.replace("&", "and").casefold().split())
    return words.removeprefix("the ").removeprefix("city of ").removesuffix(", city of")
