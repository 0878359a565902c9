"""Bars for the values of a metric. The end of each says how surely its number is known."""

from collections.abc import Sequence
from typing import NamedTuple

from evidence_commons.model.collection import Sighting
from evidence_commons.render.chart import ZERO, Scale, Tick, percent, scale

MOST = 20
"""So many bars can be taken in. The table beside them has every value."""

TURNED = {"over": "under", "under": "over", "at-least": "up-to", "up-to": "at-least"}
"""Below zero a bar grows to the left, so that what is over its number lies within it."""


class Bar(NamedTuple):
    """A bar from zero to a value, in shares of the width.

    ``end`` is the hedge as the bar's end shows it: "" for a plain one. ``left`` says that the bar
    points to the left, and its end with it.
    """

    sighting: Sighting
    start: str
    width: str
    tip: str
    end: str
    left: bool


class Bars(NamedTuple):
    """All bars, the longest first, and how many values are left to the table."""

    bars: list[Bar]
    zero: str
    ticks: list[Tick]
    hedges: list[str]
    left_out: int


def bars(sightings: Sequence[Sighting], unit: str) -> Bars:
    """Draw the values side by side."""
    shown = sorted(sightings, key=lambda one: one.observation.value.value, reverse=True)[:MOST]
    drawn = scale((one.observation.value.value for one in shown), unit)
    return Bars(
        bars=[_bar(one, drawn) for one in shown],
        zero=drawn.at(ZERO),
        ticks=drawn.ticks,
        hedges=hedges(shown),
        left_out=len(sightings) - len(shown),
    )


def hedges(sightings: Sequence[Sighting]) -> list[str]:
    """The hedges among values, in the order in which they are met."""
    named = (str(one.observation.hedge) for one in sightings if one.observation.hedge)
    return list(dict.fromkeys(named))


def _bar(sighting: Sighting, drawn: Scale) -> Bar:
    value = sighting.observation.value.value
    tip, zero = drawn.share(value), drawn.share(ZERO)
    left = value < 0
    hedge = str(sighting.observation.hedge or "")
    return Bar(
        sighting,
        start=percent(min(tip, zero)),
        width=percent(abs(tip - zero)),
        tip=percent(tip),
        end=TURNED.get(hedge, hedge) if left else hedge,
        left=left,
    )
