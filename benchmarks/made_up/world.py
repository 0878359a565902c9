"""What entries of a made-up commons can name: terms, places, works, metrics, questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from made_up.chance import Chance
from made_up.words import ENDS, STARTS
from made_up.works import Work

TODAY = "2026-01-01"
"""On this day nothing in the made-up commons is old, or still to come."""

PLACES = 120
NATIONS = {
    "E06": ((51.0, 53.0), (-2.0, 0.0)),
    "E09": ((51.4, 51.6), (-0.3, 0.1)),
    "W06": ((51.8, 53.0), (-4.5, -3.3)),
    "S12": ((55.5, 58.0), (-5.0, -3.0)),
    "N09": ((54.3, 55.0), (-7.5, -6.0)),
}
"""The front of the codes of councils, and a box well inside: latitudes, longitudes."""


@dataclass(frozen=True, slots=True)
class World:
    """All that is there to be named, the most frequent first.

    ``terms`` holds the ids of each vocabulary, ``designs`` the evidence designs by what they can
    show.
    """

    terms: Mapping[str, Sequence[str]]
    designs: Mapping[str, Sequence[str]]
    works: Sequence[Work]
    metrics: Sequence[str]
    questions: Sequence[str]
    places: Sequence[Mapping[str, Any]]


def places(chance: Chance) -> list[Mapping[str, Any]]:
    """Invented places with codes that no real place has."""
    return [_place(chance, number) for number in range(PLACES)]


def _place(chance: Chance, number: int) -> Mapping[str, Any]:
    name = STARTS[number % len(STARTS)] + ENDS[number // len(STARTS)]
    if number % 17 == 16:
        return {"name": f"{name} aan de Waan", "country": "NL"}
    front = chance.skewed(list(NATIONS))
    latitudes, longitudes = NATIONS[front]
    return {
        "name": name,
        "gss": f"{front}{900000 + number}",
        "scope": "GLS050" if chance.happens(0.5) else None,
        "latitude": f"{_between(chance, *latitudes):.3f}",
        "longitude": f"{_between(chance, *longitudes):.3f}",
    }


def _between(chance: Chance, low: float, high: float) -> float:
    return low + (high - low) * chance.number(0, 1000) / 1000
