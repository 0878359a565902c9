"""Columns for how many things there were in each year, and one for those of no known year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evidence_commons.render.chart import percent

BY_YEAR = 40
"""So many columns can be told apart; what spans more years is counted by ten years, or more."""

LABELS = 7
"""So many years fit under the columns of a phone."""


@dataclass(frozen=True, slots=True)
class Column:
    """How many there were. ``label`` is "" where there is no room for it; ``name`` always tells."""

    name: str
    label: str
    count: int
    x: str
    middle: str
    width: str
    y: str
    height: str
    known: bool


def columns(counts: Mapping[int, int], unknown: int) -> list[Column]:
    """Draw counts by year, from the first year to the last; the years between count as well."""
    spans = _spans(counts)
    heights = [sum(counts.get(year, 0) for year in span) for span in spans]
    slots = len(spans) + (2 if unknown else 0)
    most = max(*heights, unknown, 1)
    every = -(-len(spans) // LABELS)
    made = [
        _column(number, slots, count / most, (_name(span), count))
        for number, (span, count) in enumerate(zip(spans, heights, strict=True))
    ]
    made = [
        replace(one, label=one.name if number % every == 0 else "")
        for number, one in enumerate(made)
    ]
    if unknown:
        last = _column(slots - 1, slots, unknown / most, ("not known", unknown))
        made.append(replace(last, label="not known", known=False))
    return made


def _spans(counts: Mapping[int, int]) -> list[range]:
    """The years of each column: one, or as many as keep the columns few."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    step = next(step for step in (1, 10, 100, 1000) if (last - first) // step < BY_YEAR)
    start = first - first % step
    return [range(year, year + step) for year in range(start, last + 1, step)]


def _name(span: range) -> str:
    return str(span[0]) if len(span) == 1 else f"{span[0]}s"


def _column(number: int, slots: int, height: float, told: tuple[str, int]) -> Column:
    slot = 100 / slots
    name, count = told
    return Column(
        name=name,
        label="",
        count=count,
        x=percent(slot * (number + 0.14)),
        middle=percent(slot * (number + 0.5)),
        width=percent(slot * 0.72),
        y=percent(100 - 100 * height),
        height=percent(100 * height),
        known=True,
    )
