"""Proposals: the list of all. Each has its place on the page of the question that it answers."""

from collections.abc import Iterator

from evidence_commons.model.address import address
from evidence_commons.model.collection import Catalogue, Recommendation
from evidence_commons.model.order import by_title
from evidence_commons.model.page import Page
from evidence_commons.model.text import Text
from evidence_commons.model.vocabulary import Term
from evidence_commons.render.sheet import Sheet, Site


def proposals(site: Site) -> Page:
    """The list of all proposals, by question, to be narrowed by who, to whom and about what."""
    catalogue = site.catalogue
    asked = by_title(catalogue.questions.values())
    every = [Recommendation(one, proposal) for one in asked for proposal in one.proposals]
    return Sheet(site, "proposals/").page(
        "proposals.html",
        title="Proposals",
        description="What people recommend, who asks whom, and where they say so.",
        proposals=every,
        questions=[one for one in asked if one.proposals],
        proposers=sorted({one.proposal.proposed_by for one in every}, key=Text.casefold),
        addressees=_named(catalogue, "addressees"),
        themes=_named(catalogue, "themes"),
    )


def shown_in_proposals(site: Site) -> Iterator[object]:
    """What the list shows: the questions with their proposals, and words."""
    yield from site.catalogue.questions.values()
    yield from site.catalogue.vocabularies.values()


def at(recommendation: Recommendation) -> str:
    """The address of a proposal."""
    return f"{address(recommendation.question)}#proposal-{recommendation.proposal.id}"


def _named(catalogue: Catalogue, vocabulary: str) -> list[Term]:
    """The terms of a vocabulary that proposals name, in its order."""
    known = catalogue.vocabularies.get(vocabulary)
    terms = known.terms if known else ()
    return [term for term in terms if catalogue.proposals_on(vocabulary, term.id)]
