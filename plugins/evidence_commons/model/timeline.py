"""When things began, ended, were published, measured and last read, year by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue, Sighting
from evidence_commons.model.metric import Metric
from evidence_commons.model.order import by_title
from evidence_commons.model.reference import Reference


class Measured(NamedTuple):
    """A value of a metric that was so in a year."""

    metric: Metric
    sighting: Sighting


Thing = TypeVar("Thing", CaseStudy, Reference, Measured)


@dataclass(frozen=True, slots=True)
class Dated(Generic[Thing]):
    """Things of one kind by year, and how many do not say when."""

    years: dict[str, list[Thing]]
    unknown: int

    @property
    def known(self) -> int:
        """How many say when."""
        return sum(map(len, self.years.values()))


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that has a date."""

    began: Dated[CaseStudy]
    ended: Dated[CaseStudy]
    published: Dated[Reference]
    measured: Dated[Measured]
    reviewed: Dated[CaseStudy]

    @property
    def years(self) -> list[str]:
        """Every year in which anything was, the newest first."""
        every = (self.began, self.ended, self.published, self.measured, self.reviewed)
        return sorted({year for dated in every for year in dated.years}, reverse=True)


def timeline(catalogue: Catalogue) -> Timeline:
    """All dates of a commons. Those that run still are not asked when they ended."""
    studies = catalogue.listed
    works = by_title(catalogue.references.values())
    over = [one for one in studies if one.ended or one.status == "ended"]
    return Timeline(
        began=_dated((one, one.started) for one in studies),
        ended=_dated((one, one.ended) for one in over),
        published=_dated((one, one.year) for one in works),
        measured=_dated((one, one.sighting.observation.date) for one in _measured(catalogue)),
        reviewed=_dated((one, one.provenance.last_reviewed) for one in studies),
    )


def _measured(catalogue: Catalogue) -> Iterator[Measured]:
    for metric in by_title(catalogue.metrics.values()):
        for sighting in catalogue.sightings.get(metric.id, ()):
            yield Measured(metric, sighting)


def _dated(things: Iterable[tuple[Thing, str | None]]) -> Dated[Thing]:
    years: defaultdict[str, list[Thing]] = defaultdict(list)
    unknown = 0
    for thing, date in things:
        if date:
            years[date[:4]].append(thing)
        else:
            unknown += 1
    return Dated(dict(years), unknown)
