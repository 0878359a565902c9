"""Policy questions: the page of one, and the list of all."""

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.tally import by_direction, missing, weigh
from evidence_commons.render.order import by_title
from evidence_commons.render.sheet import Sheet, Site


def question(site: Site, asked: PolicyQuestion) -> Page:
    """The page of one policy question. What the evidence says is counted, never typed."""
    studies = studies_on(site, asked)
    claims = weigh(site.catalogue, studies)
    rows = by_direction(site.catalogue, claims)
    named = site.catalogue.named_by("question", asked.id)
    return Sheet(site, address(asked)).page(
        "question.html",
        title=asked.title,
        description=asked.question,
        written_in=asked.location.path,
        question=asked,
        studies=studies,
        claims=claims,
        rows=rows,
        missing=missing(rows),
        metrics=by_title(entry for entry in named if isinstance(entry, Metric)),
    )


def questions(site: Site) -> Page:
    """The list of all policy questions."""
    asked = site.catalogue.questions.values()
    told = [(one, studies_on(site, one)) for one in asked]
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
    """The case studies that speak to a question, by title."""
    named = site.catalogue.named_by("question", asked.id)
    return by_title(entry for entry in named if isinstance(entry, CaseStudy))
