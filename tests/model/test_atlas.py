"""The map of the UK: towns stand where they are."""

import re

import pytest

from evidence_commons.model.atlas import WHOLE, Part, around, box_around, parts, project
from evidence_commons.model.geography import REGIONS, UK

TOWNS = {
    "Leeds": (53.80, -1.55, "yorkshire-and-the-humber"),
    "Newcastle upon Tyne": (54.98, -1.65, "north-east"),
    "Carlisle": (54.89, -2.93, "north-west"),
    "Leicester": (52.64, -1.13, "east-midlands"),
    "Birmingham": (52.48, -1.89, "west-midlands"),
    "Norwich": (52.63, 1.30, "east-of-england"),
    "Brixton": (51.46, -0.12, "london"),
    "Winchester": (51.06, -1.31, "south-east"),
    "Truro": (50.26, -5.05, "south-west"),
    "Scilly's airport": (49.914, -6.292, "south-west"),
    "Machynlleth": (52.59, -3.85, "wales"),
    "Berwick-upon-Tweed": (55.76, -2.01, "north-east"),
    "Jedburgh": (55.48, -2.55, "scotland"),
    "Lerwick": (60.155, -1.15, "scotland"),
    "Enniskillen": (54.34, -7.64, "northern-ireland"),
}


def rings(part: Part) -> list[list[tuple[float, float]]]:
    """The corners of an outline in units of the map."""
    found = []
    for start, steps in re.findall(r"M([^l]+)l([^z]*)z", part.path):
        x, y = (int(number) for number in re.findall(r"-?\d+", start))
        ring = [(x / 10, y / 10)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.append((x / 10, y / 10))
        found.append(ring)
    return found


def holds(part: Part, x: float, y: float) -> bool:
    """Whether a line from a point meets the outline an odd number of times: then it is inside."""
    is_inside = False
    for ring in rings(part):
        for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
                is_inside = not is_inside
    return is_inside


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_lies_in_its_region_and_in_no_other(town: str) -> None:
    latitude, longitude, region = TOWNS[town]
    here = project(latitude, longitude)
    assert [id for id, part in parts().items() if holds(part, *here)] == [region]


def test_a_unit_is_a_kilometre() -> None:
    cardiff, edinburgh = project(51.48, -3.18), project(55.95, -3.19)
    assert edinburgh[1] < cardiff[1]
    far = sum((a - b) ** 2 for a, b in zip(cardiff, edinburgh, strict=True)) ** 0.5
    assert far == pytest.approx(497, abs=3)


def test_every_region_and_nation_has_an_outline_on_the_map() -> None:
    assert set(parts()) == {*REGIONS, *UK} - {"england", "united-kingdom"}
    whole = box_around(part.box for part in parts().values())
    assert WHOLE.holds(whole.x, whole.y)
    assert WHOLE.holds(whole.x + whole.width, whole.y + whole.height)


def test_an_outline_stays_in_its_box() -> None:
    for part in parts().values():
        assert all(part.box.holds(x, y) for ring in rings(part) for x, y in ring)


def test_the_outlines_are_small_enough_for_a_page() -> None:
    assert sum(len(part.path) for part in parts().values()) + len(around()) < 60_000


def test_what_lies_abroad_is_off_the_map() -> None:
    assert not WHOLE.holds(*project(52.37, 4.90))
    assert not WHOLE.holds(*project(60.10, 10.20))
