"""Seeded chance that gives the same on every machine and with every Python.

Everything is drawn from ``Random.random()``: it is the one method whose sequence Python promises
to keep.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

from made_up.words import TABLES

Thing = TypeVar("Thing")

_SLOT = re.compile(r"\{(\w+)\}")


class Chance:
    """Draws things, evenly or with a few that come up most of the time."""

    def __init__(self, seed: str) -> None:
        self._next = Random(seed).random  # noqa: S311 - no secret depends on it

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self._next() < share

    def number(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._next() * (highest - lowest + 1))

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of the things, each as likely as the others."""
        return things[int(self._next() * len(things))]

    def skewed(self, things: Sequence[Thing]) -> Thing:
        """One of the things after Zipf: the second half as likely as the first, and so on."""
        return things[self._rank(len(things))]

    def several(self, things: Sequence[Thing], most: int) -> list[Thing]:
        """One to ``most`` different things, drawn after Zipf, in the order in which they came."""
        ranks = [self._rank(len(things)) for _ in range(self.number(1, most))]
        return [things[rank] for rank in dict.fromkeys(ranks)]

    def filled(self, templates: Sequence[str]) -> str:
        """One of the templates with words in its slots, and a capital letter in front."""
        text = _SLOT.sub(lambda slot: self.one(TABLES[slot[1]]), self.one(templates))
        return text[:1].upper() + text[1:]

    def day(self, first: int, last: int) -> str:
        """A day in one of the years from ``first`` to ``last``."""
        year, month, day = self.number(first, last), self.number(1, 12), self.number(1, 28)
        return f"{year}-{month:02}-{day:02}"

    def _rank(self, count: int) -> int:
        weights = _zipf(count)
        return min(bisect_right(weights, self._next() * weights[-1]), count - 1)


@cache
def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))
