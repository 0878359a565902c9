"""Policy questions: the page of one, and the list of all."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple, TypeVar

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue, Recommendation
from evidence_commons.model.metric import Metric
from evidence_commons.model.order import by_title
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.tally import Row, Weighed, by_direction, missing, weigh
from evidence_commons.render.chart_profile import profile
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site

_AGAINST = ("worse", "no-difference")
_PLACES = 6
"""So many places are named at once."""

AnyEntry = TypeVar("AnyEntry", Metric, PolicyQuestion)


class Short(NamedTuple):
    """The evidence in short: claims by where they point, the strongest, and where they are from.

    ``best`` is one of the strongest claims. ``places`` are some of the places, and ``more`` is how
    many others there are.
    """

    better: int
    against: int
    open: int
    best: Weighed | None
    places: list[str]
    more: int


class Spoken(NamedTuple):
    """What speaks to a question: examples, and claims by direction, the strongest of each first.

    ``narrower`` are the questions under it, and ``metrics`` those that inform it.
    """

    studies: list[CaseStudy]
    claims: list[Weighed]
    rows: tuple[Row, ...]
    narrower: list[PolicyQuestion]
    metrics: list[Metric]


def question_pages(site: Site, asked: PolicyQuestion) -> Makers:
    """The makers of the pages of one question, by address: more than one if much speaks to it."""
    spoken = _spoken(site, asked)
    listed = () if spoken.narrower else spoken.claims
    for leaf in leaves(address(asked), spoken.studies, listed):
        make = partial(_question, site, asked, spoken, leaf)
        yield leaf.address, Maker(make, partial(_shown, site, asked, spoken, leaf))


def _shown(site: Site, asked: PolicyQuestion, spoken: Spoken, leaf: Leaf) -> Iterator[object]:
    """What one page of a question shows: the first counts all claims, the others list some."""
    catalogue = site.catalogue
    wider = catalogue.questions.get(asked.under or "")
    yield from (asked, leaf, wider, *spoken.narrower, *spoken.metrics)
    yield from (len(spoken.studies), len(spoken.claims), catalogue.vocabularies.get("directions"))
    first = leaf.number == 1
    yield from spoken.studies if first else leaf.part(spoken.studies).things
    yield from spoken.claims if first else leaf.part(spoken.claims).things


def _spoken(site: Site, asked: PolicyQuestion) -> Spoken:
    studies = studies_on(site, asked)
    strongest_first = sorted(
        weigh(site.catalogue, studies), key=lambda one: one.strength.level, reverse=True
    )
    rows = by_direction(site.catalogue, strongest_first)
    return Spoken(
        studies,
        [one for row in rows for one in row.claims],
        rows,
        narrower(site.catalogue, asked),
        _named_by(site.catalogue, asked, Metric),
    )


def _question(site: Site, asked: PolicyQuestion, spoken: Spoken, leaf: Leaf) -> Page:
    """One page of a policy question. What the evidence says is counted, never typed."""
    catalogue = site.catalogue
    claims = leaf.part(spoken.claims)
    first = spoken.rows if leaf.number == 1 else ()
    outcomes = (catalogue.term("outcomes", name) for name in asked.outcomes)
    return Sheet(site, leaf.address).page(
        "question.html",
        title=leaf.titled(asked.title),
        description=asked.question,
        written_in=asked.location.path,
        question=asked,
        leaf=leaf,
        studies=leaf.part(spoken.studies),
        claims=claims,
        rows=[row for row in by_direction(catalogue, claims.things) if row.claims],
        short=_short(first),
        profile=profile(first),
        missing=missing(first),
        wider=catalogue.questions.get(asked.under or ""),
        narrower=spoken.narrower,
        proposals=[Recommendation(asked, proposal) for proposal in asked.proposals],
        outcomes=[term for term in outcomes if term],
        metrics=spoken.metrics,
    )


def shown_in_list(site: Site) -> Iterator[object]:
    """What the list shows: each question, how many examples speak to it, and their claims."""
    for one, studies, claims in _counted(site):
        yield from (one, studies, claims)


def _counted(site: Site) -> list[tuple[PolicyQuestion, int, int]]:
    told = [(one, studies_on(site, one)) for one in from_wide_to_narrow(site.catalogue)]
    return [
        (one, len(studies), sum(len(study.claims) for study in studies)) for one, studies in told
    ]


def questions(site: Site) -> Page:
    """The list of all policy questions."""
    return Sheet(site, "questions/").page(
        "questions.html",
        title="Policy questions",
        description="What policy must decide, what people propose, what the evidence says.",
        questions=_counted(site),
    )


def studies_on(site: Site, asked: PolicyQuestion) -> list[CaseStudy]:
    """The case studies that speak to a question, or to one that is under it, by title."""
    catalogue = site.catalogue
    every = (asked, *narrower(catalogue, asked))
    named = (thing for one in every for thing in catalogue.named_by("question", one.id))
    return site.results.in_order(thing for thing in named if isinstance(thing, CaseStudy))


def from_wide_to_narrow(catalogue: Catalogue) -> list[PolicyQuestion]:
    """All questions by title: first those with others under them, then these, then the rest."""
    asked = by_title(catalogue.questions.values())
    wide = [one for one in asked if narrower(catalogue, one)]
    under = [one for one in asked if one.under in catalogue.questions and one not in wide]
    return [*wide, *under, *(one for one in asked if one not in wide and one not in under)]


def narrower(catalogue: Catalogue, asked: PolicyQuestion) -> list[PolicyQuestion]:
    """The questions that are right under a question."""
    return _named_by(catalogue, asked, PolicyQuestion)


def _named_by(catalogue: Catalogue, asked: PolicyQuestion, kind: type[AnyEntry]) -> list[AnyEntry]:
    """The things of a kind that name a question, by title."""
    named = catalogue.named_by("question", asked.id)
    return by_title(entry for entry in named if isinstance(entry, kind))


def _short(rows: Iterable[Row]) -> Short:
    rows = tuple(rows)
    claims = [one for row in rows for one in row.claims]
    counted: dict[str, int] = {row.direction.id: len(row.claims) for row in rows}
    better = counted.get("better", 0)
    against = sum(counted.get(direction, 0) for direction in _AGAINST)
    places = sorted({str(place.name) for one in claims for place in one.study.places})
    return Short(
        better=better,
        against=against,
        open=len(claims) - better - against,
        best=max(claims, key=lambda one: one.strength.level, default=None),
        places=places[:_PLACES],
        more=max(0, len(places) - _PLACES),
    )
