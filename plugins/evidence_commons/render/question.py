"""Policy questions: the page of one, and the list of all."""

from collections.abc import Iterable
from typing import TypeVar

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue, Recommendation
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.tally import Row, by_direction, weigh
from evidence_commons.render.order import by_title
from evidence_commons.render.sheet import Sheet, Site

AnyEntry = TypeVar("AnyEntry", CaseStudy, Metric, PolicyQuestion)


def question(site: Site, asked: PolicyQuestion) -> Page:
    """The page of one policy question. What the evidence says is counted, never typed."""
    studies = studies_on(site, asked)
    claims = weigh(site.catalogue, studies)
    rows = by_direction(site.catalogue, claims)
    catalogue = site.catalogue
    outcomes = (catalogue.term("outcomes", name) for name in asked.outcomes)
    return Sheet(site, address(asked)).page(
        "question.html",
        title=asked.title,
        description=asked.question,
        written_in=asked.location.path,
        question=asked,
        studies=studies,
        claims=claims,
        rows=rows,
        missing=_missing(rows),
        wider=catalogue.questions.get(asked.under or ""),
        narrower=narrower(catalogue, asked),
        proposals=[Recommendation(asked, proposal) for proposal in asked.proposals],
        outcomes=[term for term in outcomes if term],
        metrics=_named_by(catalogue, asked, Metric),
    )


def questions(site: Site) -> Page:
    """The list of all policy questions."""
    told = [(one, studies_on(site, one)) for one in from_wide_to_narrow(site.catalogue)]
    return Sheet(site, "questions/").page(
        "questions.html",
        title="Policy questions",
        description="What policy must decide, what people propose, what the evidence says.",
        questions=[
            (one, len(studies), sum(len(study.claims) for study in studies))
            for one, studies in told
        ],
    )


def studies_on(site: Site, asked: PolicyQuestion) -> list[CaseStudy]:
    """The case studies that speak to a question, or to one that is under it, by title."""
    catalogue = site.catalogue
    every = (asked, *narrower(catalogue, asked))
    found = (study for one in every for study in _named_by(catalogue, one, CaseStudy))
    return by_title({study.id: study for study in found}.values())


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


def _missing(rows: Iterable[Row]) -> tuple[str, ...]:
    """What the claims leave open, in sentences."""
    filled = [row for row in rows if row.claims]
    if not filled:
        return ("No case study here makes a claim about it yet.",)
    said: list[str] = []
    best = max(row.strongest for row in filled)
    if best < 2:
        said.append("Nobody has measured a change: every claim is an account of what happened.")
    elif best < 3:
        said.append("No comparison shows what caused the change.")
    found = {row.direction.id for row in filled}
    if not found & {"worse", "no-difference", "mixed"}:
        said.append(
            "No claim says that something got worse or stayed the same. That may mean that nobody"
            " has looked, or that nobody has told."
        )
    places = {place.name for row in filled for one in row.claims for place in one.study.places}
    if len(places) < 2:
        said.append(
            f"The claims come from {'one named place alone' if places else 'no named place'}."
        )
    return tuple(said)
