"""Dots for the values of a metric over time, a row for each place or example."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from evidence_commons.model.collection import Sighting
from evidence_commons.model.text import Date
from evidence_commons.render.chart import (
    ZERO,
    Scale,
    Tick,
    is_placed,
    percent,
    scale,
    where,
    who,
    words,
)
from evidence_commons.render.chart_bars import hedges

MOST = 8
"""So many rows can be taken in. The table beside them has every value."""

HIGH, LOW = 150, 64
"""How high a row is that stands alone, and one of several."""

NARROW, WIDE = 210, 560
"""The width of a row on a phone and on a desk, to see which words have room there."""

LETTER, LINE, MARK = 7.5, 17, 17
"""The room that a letter, a line of words and an arrow at a dot take."""


class Dot(NamedTuple):
    """A value at its time. ``room`` says where its words fit: "all", "wide" or "" for nowhere."""

    sighting: Sighting
    x: str
    y: str
    room: str


class Link(NamedTuple):
    """A line from one value to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


class Row(NamedTuple):
    """The values of one place or example."""

    first: Sighting
    dots: list[Dot]
    links: list[Link]
    height: int


class OverTime(NamedTuple):
    """All rows, what they are read against, and how many values are left to the table."""

    rows: list[Row]
    years: list[Tick]
    ticks: list[Tick]
    hedges: list[str]
    left_out: int


class _Span(NamedTuple):
    """From the beginning of the first year to the end of the last."""

    first: int
    last: int

    def share(self, date: Date) -> float:
        return 100 * (_moment(date) - self.first) / (self.last + 1 - self.first)

    @property
    def ticks(self) -> list[Tick]:
        """At most seven years up to the last one, each in its middle."""
        step = -(-(self.last + 1 - self.first) // 7)
        years = range(self.last, self.first - 1, -step)
        return [Tick(percent(self.share(Date(f"{year:04}"))), f"{year:04}") for year in years]


def is_over_time(sightings: Sequence[Sighting]) -> bool:
    """Whether most values are of a place or an example that has values of different dates."""
    rows = (row for row in _rows(sightings) if len({one.observation.date for one in row}) > 1)
    return 2 * sum(map(len, rows)) > len(sightings)


def over_time(sightings: Sequence[Sighting], unit: str) -> OverTime:
    """Draw the values that say when they were so."""
    rows = sorted(_rows(sightings), key=lambda row: (-len(row), where(row[0]), who(row[0])))[:MOST]
    shown = [one for row in rows for one in row]
    years = [int(date[:4]) for one in shown if (date := one.observation.date)]
    span = _Span(min(years), max(years))
    drawn = scale((one.observation.value.value for one in shown), unit)
    height = LOW if len(rows) > 1 else HIGH
    return OverTime(
        rows=[_row(row, span, drawn, height) for row in rows],
        years=span.ticks,
        ticks=_ticks(drawn),
        hedges=hedges(shown),
        left_out=len(sightings) - len(shown),
    )


def _ticks(drawn: Scale) -> list[Tick]:
    """The ends of the scale, and zero if it is between them; high numbers are high up."""
    numbers = sorted({drawn.low, ZERO, drawn.high})
    return [Tick(percent(100 - drawn.share(one)), words(one)) for one in numbers]


def _rows(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """The values with a date: those of each place and example together, the earliest first.

    Two values of no known place are not of the same one.
    """
    rows: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for one in sightings:
        if one.observation.date and is_placed(one):
            rows[where(one).casefold(), who(one)].append(one)
    for row in rows.values():
        row.sort(key=lambda one: _moment(one.observation.date or Date("0001")))
    return list(rows.values())


def _row(row: list[Sighting], span: _Span, drawn: Scale, height: int) -> Row:
    places = [
        (span.share(date), 100 - drawn.share(one.observation.value.value))
        for one in row
        if (date := one.observation.date)
    ]
    rooms = _rooms(row, places, height)
    dots = [
        Dot(one, percent(x), percent(y), room)
        for one, (x, y), room in zip(row, places, rooms, strict=True)
    ]
    links = [Link(one.x, one.y, other.x, other.y) for one, other in pairwise(dots)]
    return Row(row[0], dots, links, height)


def _rooms(row: list[Sighting], places: list[tuple[float, float]], height: int) -> list[str]:
    """Where each value's words fit: the last and the first matter most, then those with a hedge."""
    last = len(row) - 1
    order = sorted(
        range(len(row)),
        key=lambda number: (number != last, number != 0, not row[number].observation.hedge),
    )
    fits = {name: _fitting(row, places, order, (width, height)) for name, width in _WIDTHS}
    return [
        "all" if number in fits["all"] else "wide" if number in fits["wide"] else ""
        for number in range(len(row))
    ]


_WIDTHS = (("all", NARROW), ("wide", WIDE))


def _fitting(
    row: list[Sighting], places: list[tuple[float, float]], order: list[int], size: tuple[int, int]
) -> set[int]:
    """The values whose words touch no other dot, and no words of a value that matters more."""
    spots = [(x * size[0] / 100, y * size[1] / 100) for x, y in places]
    dots = [(x, y + _side(one) * MARK / 2) for one, (x, y) in zip(row, spots, strict=True)]
    taken: list[tuple[float, float, float]] = []
    fitting: set[int] = set()
    for number in order:
        seen = row[number].observation
        half = LETTER * (len(seen.value.grouped) + len(seen.hedge or "") + 1) / 2
        x, y = spots[number][0], spots[number][1] - LINE - max(0, -_side(row[number])) * MARK / 2
        free = all(abs(x - a) >= half + b or abs(y - c) >= LINE for a, b, c in taken)
        others = (dot for place, dot in enumerate(dots) if place != number)
        if free and all(abs(x - a) >= half + 5 or abs(y - c) >= LINE for a, c in others):
            taken.append((x, half, y))
            fitting.add(number)
    return fitting


def _side(sighting: Sighting) -> int:
    """Whether an arrow goes up from a dot (-1), down (1), or neither way."""
    hedge = sighting.observation.hedge
    return -1 if hedge in ("over", "at-least") else 1 if hedge in ("under", "up-to") else 0


def _moment(date: Date) -> float:
    """The middle of a year, a month or a day, in years."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return int(year) + 0.5
    return int(year) + (int(month) - 1 + (float(day) / 31 if day else 0.5)) / 12
