"""Vocabularies: the page of a term with all that carries it, of a vocabulary, and of them all."""

from evidence_commons.model.address import address, term_address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim
from evidence_commons.model.fields import values
from evidence_commons.model.gap import Gap, gap
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.tally import Weighed, weigh
from evidence_commons.model.vocabulary import Term, Vocabulary
from evidence_commons.render.order import by_title
from evidence_commons.render.sheet import Sheet, Site

MAPPED = {"themes": "theme", "outcomes": "outcome"}
"""The vocabularies in which searches for evidence are recorded."""


def term(site: Site, vocabulary: Vocabulary, one: Term) -> Page:
    """The page of one term."""
    carriers = site.catalogue.named_by(vocabulary.id, one.id)
    studies = by_title(entry for entry in carriers if isinstance(entry, CaseStudy))
    return Sheet(site, term_address(vocabulary.id, one.id)).page(
        "term.html",
        title=one.label,
        description=one.definition,
        written_in=vocabulary.location.path,
        vocabulary=vocabulary,
        term=one,
        studies=studies,
        claims=[
            claim
            for claim in weigh(site.catalogue, studies)
            if _carries(claim, vocabulary.id, one.id)
        ],
        metrics=by_title(entry for entry in carriers if isinstance(entry, Metric)),
        questions=by_title(entry for entry in carriers if isinstance(entry, PolicyQuestion)),
        wider=vocabulary.term(one.broader or ""),
        narrower=vocabulary.narrower(one.id),
        proposals=site.catalogue.proposals_on(vocabulary.id, one.id),
        gap=_gap(site, vocabulary.id, one.id, studies),
    )


def _gap(site: Site, kind: str, term_id: str, studies: list[CaseStudy]) -> Gap | None:
    """Why there is no claim about a theme or an outcome; None where there is one, or no such."""
    if kind not in MAPPED or any(study.claims for study in studies):
        return None
    return gap(site.catalogue.questions.values(), **{MAPPED[kind]: term_id})


def vocabulary(site: Site, known: Vocabulary) -> Page:
    """The page of one vocabulary."""
    catalogue = site.catalogue
    return Sheet(site, address(known)).page(
        "vocabulary.html",
        title=known.title,
        description=known.definition,
        written_in=known.location.path,
        vocabulary=known,
        terms=[(one, len(catalogue.named_by(known.id, one.id))) for one in known.terms],
    )


def vocabularies(site: Site) -> Page:
    """The list of all vocabularies."""
    return Sheet(site, "vocabulary/").page(
        "vocabularies.html",
        title="Vocabulary",
        description="The words that entries share, each with its definition.",
        vocabularies=by_title(site.catalogue.vocabularies.values()),
    )


def _carries(weighed: Weighed, vocabulary: str, term_id: str) -> bool:
    """Whether the claim itself names the term, such as its outcome or its design."""
    claim: Claim = weighed.claim
    return any(
        value.field.described.names == vocabulary and value.text == term_id
        for value in values(claim)
    )
