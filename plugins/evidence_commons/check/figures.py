"""Figures: every observation with what it belongs to, and the numbers in the words of works."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.metric import Metric, Observation
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
"""By how much these words behind a number raise it."""

MOST_DECIMALS = 3
"""No figure is held against its work beyond so many decimals."""

_NUMBER = pattern(
    r"(?<![\w.,/-])[£$€]?(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,6})?)"
    r"(?: ?(?P<scale>k|thousand|m|million|bn|billion)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation, the metric that it is a value of if we know it, and its claim if any."""

    observation: Observation
    metric: Metric | None
    claim: Claim | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the figure stands: its own citation, or else those of its claim."""
        if self.observation.citation:
            return (self.observation.citation,)
        return self.claim.citations if self.claim else ()

    @property
    def quote(self) -> Text | None:
        """The words that it rests on, if there is one quote alone."""
        quotes = [one.quote for one in self.citations if one.quote]
        return quotes[0] if len(quotes) == 1 else None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number in a quote: the stretch of the text that it takes, and what it can be."""

    start: int
    end: int
    meant: frozenset[Decimal]


def figures(catalogue: Catalogue) -> Iterator[Figure]:
    """Every figure of the commons."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            if claim.observation:
                metric = catalogue.metrics.get(claim.metric or "")
                yield Figure(claim.observation, metric, claim)
    for metric in catalogue.collection.metrics:
        for observation in metric.observations:
            yield Figure(observation, metric)


def numbers(quote: str) -> Iterator[Quoted]:
    """The numbers in a quote that are written in digits; "2m" can be 2, or 2 million."""
    for found in _NUMBER.finditer(quote):
        bare = Decimal(found["digits"].replace(",", ""))
        scale = SCALES[(found["scale"] or "").lower()] if found["scale"] else 1
        yield Quoted(found.start(), found.end(), frozenset((bare, bare * scale)))


def same(value: Decimal, quoted: Quoted, unit: str = "") -> bool:
    """Whether a figure is that number of its work, by its unit, its rounding or its scale."""
    known = [scale for word, scale in SCALES.items() if len(word) > 1 and word in unit.casefold()]
    for meant in quoted.meant:
        asked = [meant, *(meant / scale for scale in known)]
        if value <= 1:
            asked.append(meant / 100)  # A share: 0.64 for 64%.
        if any(value in (number, _rounded(number, value)) for number in asked):
            return True
    return False


def _rounded(number: Decimal, like: Decimal) -> Decimal:
    """A number with as many decimals as another one."""
    return round(number, min(MOST_DECIMALS, max(0, -int(like.as_tuple().exponent))))
