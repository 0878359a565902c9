"""The places for the script of the map: who is where, which circle counts whom; all councils."""

import json
from typing import Any

from evidence_commons.model.address import slug
from evidence_commons.model.circles import circles
from evidence_commons.model.geography import Geography
from evidence_commons.model.gss import Area, Width, areas
from evidence_commons.model.page import DataFile


def places(known: Geography) -> tuple[DataFile, ...]:
    """The file of places. Places, kinds of area and circles are named by their numbers."""
    drawn = enumerate(circles(known.spots))
    circle = {spot.number: number for number, one in drawn for spot in one.spots}
    of_all = (*(one.kind for one in known.spots), *(one.kind for one in areas().values()))
    kinds = sorted({kind.name for kind in of_all if kind})
    data = {
        "spots": {
            "id": [one.id for one in known.spots],
            "name": [one.name for one in known.spots],
            "home": [one.home for one in known.spots],
            "kind": [kinds.index(one.kind.name) if one.kind else -1 for one in known.spots],
            "entries": [one.entries for one in known.spots],
            "circle": [circle.get(one.number, -1) for one in known.spots],
            "off": [one.off for one in known.spots],
        },
        "nowhere": known.nowhere,
        "kinds": kinds,
        "councils": _councils(known, kinds),
    }
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return (DataFile("data/places.json", f"{text}\n"),)


def _councils(known: Geography, kinds: list[str]) -> list[list[Any]]:
    """Each council's name, kind, what it lies in, and its number among the places, or -1."""
    by_code = {spot.code: spot.number for spot in known.spots if spot.code}
    return [
        [one.name, kinds.index(one.kind.name), _lies_in(one), by_code.get(one.code, -1)]
        for one in sorted(areas().values(), key=lambda one: (slug(one.name), one.code))
        if one.kind and one.kind.width is Width.COUNCIL
    ]


def _lies_in(council: Area) -> str:
    nation = council.nation.name if council.nation else ""
    return council.region or nation
