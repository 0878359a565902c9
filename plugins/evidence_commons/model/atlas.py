"""The map of the UK: how degrees become its units, and the outlines of its parts.

The projection is the transverse Mercator on a sphere, with 2° west as its middle, as the maps of
the Ordnance Survey have it: Britain looks as people know it. A unit is a kilometre, and x and y
are counted from the upper left corner, so that the same numbers serve as those of a drawing.
A sphere, and not an ellipsoid, moves a town by three kilometres at the most, and the outline with
it: nothing that could be seen.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_OUTLINES = Path(__file__).with_name("map") / "uk.json"
_RADIUS = 6371.0
_MIDDLE = math.radians(-2.0)
_WEST = 432.0
"""So far the left edge lies from the middle."""
_NORTH = 6782.0
"""So far the upper edge lies from the equator."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two have something in common."""
        beside = self.x + self.width < other.x or other.x + other.width < self.x
        above = self.y + self.height < other.y or other.y + other.height < self.y
        return not beside and not above

    def with_margin(self, share: float) -> "Box":
        """The box with so much of its size added on each side."""
        right, down = self.width * share, self.height * share
        return Box(self.x - right, self.y - down, self.width + 2 * right, self.height + 2 * down)


WHOLE = Box(0, 0, 710, 1246)
"""The map from Scilly to Shetland, and from Fermanagh to Lowestoft."""


@dataclass(frozen=True, slots=True)
class Part:
    """A nation or a region: its outline as path data, in tenths of a unit, and its box."""

    path: str
    box: Box


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees north and east as units of the map."""
    north, east = math.radians(latitude), math.radians(longitude) - _MIDDLE
    x = _RADIUS * math.atanh(math.cos(north) * math.sin(east))
    y = _RADIUS * math.atan2(math.tan(north), math.cos(east))
    return _WEST + x, _NORTH - y


def box_around(boxes: Iterable[Box]) -> Box:
    """The box that holds all of these."""
    every = tuple(boxes)
    x, y = min(one.x for one in every), min(one.y for one in every)
    right = max(one.x + one.width for one in every)
    down = max(one.y + one.height for one in every)
    return Box(x, y, right - x, down - y)


@cache
def parts() -> Mapping[str, Part]:
    """The regions of England, and the other nations, by the ids of their pages."""
    return {name: Part(one["path"], Box(*one["box"])) for name, one in _drawn()["parts"].items()}


@cache
def around() -> str:
    """The outlines of the lands around, as path data in tenths of a unit."""
    found: str = _drawn()["around"]
    return found


def _drawn() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_OUTLINES.read_text(encoding="utf-8"))
    return found
