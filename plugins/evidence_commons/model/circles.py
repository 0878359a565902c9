"""The circles of a map: places that are drawn as one, because they lie close by."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_commons.model.atlas import WHOLE, Box
from evidence_commons.model.geography import Spot, together

UNITS = 710.0
"""So many units a map is wide at the most, whatever part of the country it shows."""

HIGHEST = 1260.0
APART = 57.0
"""Circles have so many units between their middles, so that each can be hit and none hides one."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Places that are drawn as one, on the largest of them: ``spots`` begins with that."""

    x: float
    y: float
    spots: tuple[Spot, ...]

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of its examples, each once."""
        return together(self.spots)


def scale(box: Box) -> float:
    """By how much a part of the map is drawn larger than the whole of it."""
    return min(UNITS / box.width, HIGHEST / box.height)


def circles(spots: Iterable[Spot], box: Box = WHOLE) -> tuple[Circle, ...]:
    """The circles of a map of some part of the country, from north to south.

    The place with the most examples draws those around it to itself, then the next that is left.
    """
    by = scale(box)
    placed = [(spot, spot.at) for spot in spots if spot.at and box.holds(*spot.at)]
    placed.sort(key=lambda one: (-len(one[0].entries), one[0].number))
    middles: list[tuple[float, float]] = []
    gathered: list[list[Spot]] = []
    for spot, (x, y) in placed:
        here = ((x - box.x) * by, (y - box.y) * by)
        near = min(range(len(middles)), key=lambda at: _far(middles[at], here), default=None)
        if near is None or _far(middles[near], here) >= APART**2:
            middles.append(here)
            gathered.append([spot])
        else:
            gathered[near].append(spot)
    drawn = [Circle(x, y, tuple(inside)) for (x, y), inside in zip(middles, gathered, strict=True)]
    return tuple(sorted(drawn, key=lambda one: (one.y, one.x)))


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
