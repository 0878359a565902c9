"""A value among all others of its metric: a line from zero on, a stroke for each value."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_commons.model.collection import Catalogue, Sighting
from evidence_commons.model.metric import Observation
from evidence_commons.render.chart import Scale, scale

WIDTH = 120
"""How wide the line is. Values that fall on one stroke share it, so thousands cost no more."""


@dataclass(frozen=True, slots=True)
class Among:
    """All values of a metric as strokes, with the lowest and the highest."""

    drawn: Scale
    strokes: str
    count: int
    lowest: Sighting
    highest: Sighting

    def at(self, seen: Observation) -> int:
        """Where a value stands on the line."""
        return _at(self.drawn, seen)


def among(catalogue: Catalogue) -> Mapping[str, Among]:
    """Every metric that has two values or more, by its id."""
    return {
        name: _among(catalogue.metrics[name].unit, sightings)
        for name, sightings in catalogue.sightings.items()
        if name in catalogue.metrics and len(sightings) > 1
    }


def _among(unit: str, sightings: tuple[Sighting, ...]) -> Among:
    values = [one.observation.value.value for one in sightings]
    drawn = scale(values, unit)
    places = sorted({_at(drawn, one.observation) for one in sightings})
    return Among(
        drawn,
        strokes="".join(f"M{place} 4v8" for place in places),
        count=len(sightings),
        lowest=min(sightings, key=lambda one: one.observation.value.value),
        highest=max(sightings, key=lambda one: one.observation.value.value),
    )


def _at(drawn: Scale, seen: Observation) -> int:
    return round(drawn.share(seen.value.value) * WIDTH / 100)
