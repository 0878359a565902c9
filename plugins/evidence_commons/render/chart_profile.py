"""The evidence profile of a question: its claims by direction and by level."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from evidence_commons.model.evidence import LEVELS
from evidence_commons.model.tally import Row
from evidence_commons.model.vocabulary import Term
from evidence_commons.render.chart import percent


class Count(NamedTuple):
    """How many claims, and how wide the bar under the number is."""

    claims: int
    width: str


class Line(NamedTuple):
    """The claims of one direction: all, and those of each level from 1 to 5."""

    direction: Term
    every: Count
    levels: list[Count]
    strongest: int


class Profile(NamedTuple):
    """The lines of all directions, and the sums of all levels."""

    lines: list[Line]
    every: int
    levels: list[int]


def profile(rows: Sequence[Row]) -> Profile:
    """Count the claims of a question. Each bar is a share of all claims, in all lines alike."""
    every = sum(len(row.claims) for row in rows)
    lines = [_line(row, every) for row in rows]
    levels = [sum(line.levels[place].claims for line in lines) for place in range(len(LEVELS))]
    return Profile(lines, every, levels)


def _line(row: Row, every: int) -> Line:
    found = Counter(one.strength.level for one in row.claims)
    levels = [_count(found[level], every) for level in range(1, len(LEVELS) + 1)]
    return Line(row.direction, _count(len(row.claims), every), levels, row.strongest)


def _count(claims: int, every: int) -> Count:
    return Count(claims, percent(100 * claims / every if every else 0))
