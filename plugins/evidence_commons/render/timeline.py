"""The timeline: what began, ended, was published, measured and last read, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.page import Page
from evidence_commons.model.reference import Reference
from evidence_commons.model.timeline import Dated, Measured, Thing, Timeline, timeline
from evidence_commons.render.chart_columns import columns
from evidence_commons.render.sheet import Sheet, Site

AT_ONCE = 4
"""So many things of a kind are named in one year; the rest is counted, and led to."""


class Item(NamedTuple):
    """A thing of a year: its name and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """The things of one kind in one year. ``rest`` is where those are that are not named."""

    what: str
    count: int
    items: Sequence[Item]
    rest: str


class Year(NamedTuple):
    """A year with all that has its date."""

    year: str
    parts: Sequence[Part]


class Decade(NamedTuple):
    """The years of a decade, the newest first."""

    name: str
    years: Sequence[Year]


def the_timeline(site: Site) -> Page:
    """The page of all dates."""
    known = timeline(site.catalogue)
    years = [
        Year(year, [part for part in _parts(known, year) if part.count]) for year in known.years
    ]
    begun = {int(year): len(studies) for year, studies in known.began.years.items()}
    return Sheet(site, "timeline/").page(
        "timeline.html",
        title="Timeline",
        description="What began, ended, was published, measured and last read, year by year.",
        timeline=known,
        columns=columns(begun, known.began.unknown) if begun else [],
        decades=[
            Decade(f"{name}0s", list(those))
            for name, those in groupby(years, key=lambda one: one.year[:3])
        ],
    )


def _parts(known: Timeline, year: str) -> list[Part]:
    """What the commons knows of a year: people's doings first, then what we did."""
    return [
        _part("Began", known.began, year, f"years/{year}/"),
        _part("Ended", known.ended, year, "case-studies/"),
        _part("Works published", known.published, year, "references/"),
        _part("Values measured", known.measured, year, "metrics/"),
        _part("Last read", known.reviewed, year, "case-studies/"),
    ]


def _part(what: str, dated: Dated[Thing], year: str, rest: str) -> Part:
    things = dated.years.get(year, [])
    return Part(what, len(things), [_item(one) for one in things[:AT_ONCE]], rest)


def _item(thing: CaseStudy | Reference | Measured) -> Item:
    if isinstance(thing, Measured):
        seen, study = thing.sighting.observation, thing.sighting.case_study
        of = seen.place or (study.title if study else "")
        return Item(thing.metric.title + (f" ({of})" if of else ""), address(thing.metric))
    return Item(thing.title, address(thing))
