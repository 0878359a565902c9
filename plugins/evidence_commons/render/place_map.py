"""The drawing of a map: what is in the frame, the circles, and the names that find room."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evidence_commons.diagnostics.words import many
from evidence_commons.diagnostics.words import together as joined
from evidence_commons.model.atlas import WHOLE, Box, around, box_around, parts
from evidence_commons.model.circles import Circle, circles, scale
from evidence_commons.model.geography import ENGLAND, REGIONS, Spot

LARGEST = 28.0
"""The radius of the circle that counts the most; circles never touch each other."""
SMALLEST = 14.0
FEW = 6
"""The most that a circle is taken to count at the least: one example alone is no large circle."""
NAMED = 24
"""Up to so many circles are named on the map itself."""

Room = tuple[float, float, float, float]
"""The left, upper, right and lower edge of what is drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle as it is drawn, with its name if there is room for it."""

    circle: Circle
    x: float
    y: float
    radius: float
    name: str
    words: str
    label: str = ""
    is_left: bool = False

    @property
    def count(self) -> int:
        """How many examples it stands for."""
        return len(self.circle.entries)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map of some part of the country: its size, its outlines, its circles.

    ``shift`` brings the outlines, which are in tenths of a unit, to their place; ``here`` are the
    parts that the map is of, ``around`` is the outline of other countries.
    """

    width: int
    height: int
    shift: str
    outlines: Sequence[tuple[str, str]]
    here: Sequence[str]
    marks: Sequence[Mark]
    most: int
    around: str

    @property
    def circles(self) -> list[Circle]:
        """The circles of the marks, in their order."""
        return [mark.circle for mark in self.marks]


def whole(spots: Iterable[Spot]) -> Drawn:
    """The map of the UK."""
    return _drawn(WHOLE, tuple(parts()), spots)


def of_part(id: str, spots: Iterable[Spot]) -> Drawn | None:
    """The map of a region or a nation, if it has an outline and places that can be shown."""
    here = REGIONS if id == ENGLAND else (id,)
    if not all(one in parts() for one in here):
        return None
    drawn = _drawn(box_around(parts()[one].box for one in here).with_margin(0.06), here, spots)
    return drawn if drawn.marks else None


def radius(count: int, most: int) -> float:
    """The area of a circle follows its number, as far as the number finds room in it."""
    by_count = LARGEST * math.sqrt(count / max(most, FEW))
    return round(max(by_count, SMALLEST + 3.5 * (len(f"{count:,}") - 1)), 1)


def _drawn(box: Box, here: Sequence[str], spots: Iterable[Spot]) -> Drawn:
    by = scale(box)
    gathered = circles(spots, box)
    most = max((len(one.entries) for one in gathered), default=0)
    seen = [(id, part.path) for id, part in sorted(parts().items()) if part.box.meets(box)]
    return Drawn(
        width=round(box.width * by),
        height=round(box.height * by),
        shift=f"scale({by / 10:.5f}) translate({-box.x * 10:.0f} {-box.y * 10:.0f})",
        outlines=seen,
        here=here,
        marks=_named([_mark(one, most) for one in gathered], box.width * by),
        most=most,
        around=around() if box is WHOLE or "northern-ireland" in here else "",
    )


def _mark(circle: Circle, most: int) -> Mark:
    count = len(circle.entries)
    name = circle.spots[0].name
    examples = many(count, "example")
    return Mark(
        circle,
        round(circle.x, 1),
        round(circle.y, 1),
        radius(count, most),
        name,
        f"{_all_names(circle.spots)}: {examples}",
    )


def _all_names(spots: Sequence[Spot]) -> str:
    if len(spots) <= 3:
        return joined([spot.name for spot in spots])
    return f"{spots[0].name} and {len(spots) - 1} other places near it"


def _named(marks: Sequence[Mark], width: float) -> list[Mark]:
    """Marks with their names, where these hide no circle and no other name."""
    if len(marks) > NAMED:
        return list(marks)
    taken: list[Room] = [
        (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius)
        for one in marks
    ]
    found = []
    for one in marks:
        more = len(one.circle.spots) - 1
        label = f"{one.name} +{more}" if more else one.name
        long = 10.5 * len(label)
        for is_left in (False, True):
            start = one.x - one.radius - 6 - long if is_left else one.x + one.radius + 6
            room = (start, one.y - 11, start + long, one.y + 11)
            if room[0] >= 0 and room[2] <= width and not any(_meet(room, other) for other in taken):
                taken.append(room)
                found.append(replace(one, label=label, is_left=is_left))
                break
        else:
            found.append(one)
    return found


def _meet(one: Room, other: Room) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
