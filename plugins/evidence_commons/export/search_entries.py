"""The words of entries and questions, by which they are found."""

from collections.abc import Iterable

from evidence_commons.export.search_kinds import FILED, Document, TermName
from evidence_commons.export.search_text import Part, parts_of_prose
from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.fields import Noun, names
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion, Proposal
from evidence_commons.model.vocabulary import Term

SHORT = 4
"""How much more a word in a summary tells than one in running text."""

_CLAIM = 2.5

_OF_THE_RECORD = {
    *("ai-uses", "contribution-ways", "cost-bases", "directions", "hedges", "precisions"),
    *("roles", "scopes", "search-statuses"),
}
"""Vocabularies that say how something was written down, and not what it is about."""


def case_study(catalogue: Catalogue, study: CaseStudy) -> Document:
    """The words of a case study, with those of its quotes."""
    terms = _terms(catalogue, study)
    return Document(
        address(study),
        study.title,
        filled(
            Part("", "", study.summary, SHORT),
            *(
                Part(f"claim-{one.id}", "What happened", _cited(one.text, one.citations), _CLAIM)
                for one in study.claims
            ),
            *(parts_of_prose(study.body, "story", "The story") if study.body else ()),
            Part("challenges", "What was hard", " ".join(study.challenges)),
            Part("lessons", "What others can learn", " ".join(study.lessons)),
            Part("money", "Costs and funding", _money(study)),
            Part("", "", _facts(study), 2),
            _labels(terms.values()),
        ),
        terms=tuple(terms),
    )


def _money(study: CaseStudy) -> str:
    costs = [cost.what for cost in study.costs]
    grants = [
        f"{grant.title}, from {grant.funder.name}. {grant.description or ''}"
        for grant in study.funding
    ]
    return " ".join((*costs, *grants)).strip()


def _facts(study: CaseStudy) -> str:
    """Who and where: the region and the nation too, which nobody types."""
    where = [
        name
        for place in study.places
        for name in (place.name, place.region, place.nation and place.nation.name)
        if name
    ]
    return ". ".join(
        f"{heading}: {', '.join(dict.fromkeys(named))}"
        for heading, named in (
            ("Who takes part", [body.name for body in study.organisations]),
            ("Where", where),
        )
        if named
    )


def question(catalogue: Catalogue, asked: PolicyQuestion) -> Document:
    """The words of a policy question. Its proposals are found by themselves."""
    terms = _terms(catalogue, asked, apart_from="addressees")
    return Document(
        address(asked),
        asked.title,
        filled(
            Part("", "", asked.question, 2 * SHORT),
            *(Part(f"part-{one.id}", "What it asks", one.question, 2) for one in asked.parts),
            Part("why", "Why it matters", asked.why or ""),
            *(parts_of_prose(asked.body, "context", "Context") if asked.body else ()),
            Part("missing", "What is missing", " ".join(asked.missing)),
            _labels(terms.values()),
        ),
        terms=tuple(terms),
    )


def proposal(catalogue: Catalogue, asked: PolicyQuestion, made: Proposal) -> Document:
    """The words of a proposal, which stands on the page of its question."""
    who = f"Proposed by {made.proposed_by}. Answers: {asked.title}."
    terms = _terms(catalogue, made)
    parts = (Part("", "", _cited(who, made.citations)), _labels(terms.values()))
    anchor = f"{address(asked)}#proposal-{made.id}"
    return Document(anchor, made.text, filled(*parts), terms=tuple(terms))


def metric(catalogue: Catalogue, metric: Metric) -> Document:
    """The words of a metric."""
    seen = " ".join(
        f"{one.place or ''} {one.note or ''}"
        + (_cited("", (one.citation,)) if one.citation else "")
        for one in metric.observations
    )
    terms = _terms(catalogue, metric)
    return Document(
        address(metric),
        metric.title,
        filled(
            Part("", "", metric.definition, SHORT),
            Part("values", "Known values", seen.strip()),
            Part("why", "Why it matters", metric.why),
            Part("misses", "What it misses", metric.misses),
            *(parts_of_prose(metric.body, "more", "More about it") if metric.body else ()),
            _labels(terms.values()),
        ),
        terms=tuple(terms),
    )


def _terms(catalogue: Catalogue, noun: Noun, apart_from: str = "") -> dict[TermName, Term]:
    """The terms that say what a thing is about."""
    every = dict.fromkeys(names(noun))
    return {
        (kind, name): term
        for kind, name in every
        if kind != apart_from
        and kind not in _OF_THE_RECORD
        and (term := catalogue.term(kind, name))
    }


def _labels(terms: Iterable[Term]) -> Part:
    """The words of terms, to be shown: by what they are found is in ``terms`` of the document."""
    return Part("", FILED, ", ".join(dict.fromkeys(term.label for term in terms)), 0)


def _cited(text: str, citations: Iterable[Citation]) -> str:
    quotes = [f"“{citation.quote}”" for citation in citations if citation.quote]
    return " ".join((text, *quotes)).strip()


def filled(*parts: Part) -> tuple[Part, ...]:
    """The first part, and the others that hold words."""
    return (parts[0], *(part for part in parts[1:] if part.text))
