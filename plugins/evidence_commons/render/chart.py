"""What pictures of numbers have in common: scales, and words for what stands in them.

Every length is a share of the picture's width or height, and words stay words of the page. So a
picture fits a phone and a print, and nothing in it grows too small to read. Libraries for charts
draw for one width, know no hedges, and mostly write styles into the page, which its policy forbids.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from evidence_commons.model.collection import Sighting

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""A scale ends in one of these, times ten, a hundred and so on."""


ZERO = Decimal(0)


class Tick(NamedTuple):
    """A number on a scale, and where it stands."""

    at: str
    words: str


class Scale(NamedTuple):
    """From the lowest number to the highest. Zero is always on it, or bars would mislead."""

    low: Decimal
    high: Decimal

    def share(self, value: Decimal) -> float:
        """How far along a value is, from 0 to 100."""
        return float(100 * (value - self.low) / (self.high - self.low))

    def at(self, value: Decimal) -> str:
        """How far along a value is, for a picture."""
        return percent(self.share(value))

    @property
    def ticks(self) -> list[Tick]:
        """The two ends and the middle; zero as well, if it is within."""
        middle = ZERO if self.low < 0 < self.high else (self.low + self.high) / 2
        return [Tick(self.at(one), words(one)) for one in (self.low, middle, self.high)]


def scale(values: Iterable[Decimal], unit: str) -> Scale:
    """A scale for these values. Shares in per cent are seen against the whole of them."""
    every = [ZERO, *values]
    low, high = min(every), max(every)
    if unit in ("per cent", "%") and low == 0 and high <= 100:
        return Scale(ZERO, Decimal(100))
    lowest = ZERO - _rounded_up(-low)
    return Scale(lowest, _rounded_up(high) if high or low else Decimal(1))


def _rounded_up(value: Decimal) -> Decimal:
    if value <= 0:
        return ZERO
    ten = Decimal(10) ** value.adjusted()
    return next(step * ten for step in STEPS if step * ten >= value)


def words(value: Decimal) -> str:
    """A number for readers: ``2,500`` or ``0.5``."""
    return f"{value.normalize():,f}"


def percent(share: float) -> str:
    """A share as pictures have it: ``62.5%``."""
    return f"{round(share, 2):g}%"


def is_placed(sighting: Sighting) -> bool:
    """Whether it is known what a value is of."""
    return bool(sighting.observation.place or sighting.case_study)


def where(sighting: Sighting) -> str:
    """What a value is of: its place, else the example that tells it."""
    study = sighting.case_study
    return sighting.observation.place or (study.title if study else "Place not said")


def who(sighting: Sighting) -> str:
    """The example that tells a value, where its name does not stand for the place already."""
    study = sighting.case_study
    return study.title if study and sighting.observation.place else ""
