"""The evidence map: a table of themes by outcomes. An empty place says why it is empty."""

from dataclasses import dataclass

from evidence_commons.diagnostics.words import many, mid_sentence
from evidence_commons.model.evidence_map import Cell, Count, EvidenceMap, evidence_map
from evidence_commons.model.page import Page
from evidence_commons.model.text import Date
from evidence_commons.model.vocabulary import Term
from evidence_commons.render.bar import Bar, bar
from evidence_commons.render.sheet import Sheet, Site

STEPS = 5
"""So many shades tell few claims from many, under the number that says it."""

SHORT_MONTHS = {month: month[:3] for month in Date.MONTHS}

Shades = list[tuple[int, int]]
"""The least and the greatest number of claims of each shade."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place of the map as readers see it. One without claims has words that say why."""

    name: str
    why: str = ""
    address: str = ""
    count: Count | None = None
    level: int = 0
    going: str = ""
    bar: Bar | None = None
    shade: int = 0


def the_map(site: Site) -> Page:
    """The page of the whole map."""
    drawn = site.once(evidence_map)
    sheet = Sheet(site, "evidence-map/")
    steps = shades(max((cell.count.claims for cell in drawn.cells.values()), default=1))
    return sheet.page(
        "evidence_map.html",
        title="Evidence map",
        description="Where something is known, how firmly, and where nothing is.",
        drawn=drawn,
        seen=lambda row, column: _seen(sheet, drawn, steps, row.term, column.term),
        steps=list(enumerate(steps, 1)),
        amount=amount,
        many=many,
        legend=bar(worse=1, neither=2, better=3),
    )


def title(theme: Term, outcome: Term) -> str:
    """What a place of the map is called."""
    return f"{theme.label} and {mid_sentence(outcome.label)}"


def going(cell: Cell) -> str:
    """Which ways the claims of a cell go, in words."""
    return ", ".join(
        f"{len(row.claims)} {mid_sentence(row.direction.label)}" for row in cell.directions
    )


def amount(count: Count) -> str:
    """How many claims in how many examples, in words."""
    return f"{many(count.claims, 'claim')} in {many(count.examples, 'example')}"


def shades(most: int) -> Shades:
    """What each shade stands for, where no cell has more claims than ``most``.

    Each shade covers more than the one before, so that 1 and 5 claims differ as 100 and 500 do.
    """
    found: Shades = []
    for step in range(1, STEPS + 1):
        low = found[-1][1] + 1 if found else 1
        if low <= most:
            high = round(most ** (step / STEPS)) if most > STEPS else low
            found.append((low, max(low, high)))
    return found


def _seen(sheet: Sheet, drawn: EvidenceMap, steps: Shades, theme: Term, outcome: Term) -> Seen:
    name = title(theme, outcome)
    cell = drawn.cells.get((theme.id, outcome.id))
    if not cell:
        return Seen(name, why=_why(drawn, theme, outcome))
    count = cell.count
    return Seen(
        name=name,
        address=sheet.to(cell.address),
        count=count,
        level=cell.strongest,
        going=going(cell),
        bar=_bar(cell),
        shade=next(step for step, (_, high) in enumerate(steps, 1) if count.claims <= high),
    )


def _why(drawn: EvidenceMap, theme: Term, outcome: Term) -> str:
    """Why a place is empty, in words that are short enough to stand there."""
    found = drawn.gap(theme, outcome)
    if not found.search:
        return found.words
    date = found.search.date.words
    month_and_year = [SHORT_MONTHS.get(word, word) for word in date.split()][-2:]
    return found.words.replace(date, " ".join(month_and_year))


def _bar(cell: Cell) -> Bar:
    counts = {str(row.direction.id): len(row.claims) for row in cell.directions}
    better, worse = counts.pop("better", 0), counts.pop("worse", 0)
    return bar(worse, sum(counts.values()), better)
