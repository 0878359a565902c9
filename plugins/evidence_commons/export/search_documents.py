"""What can be found: every page of the commons, and every proposal, with its words."""

from collections.abc import Iterable, Iterator

from evidence_commons.diagnostics import Rule
from evidence_commons.export.search_kinds import (
    CASE_STUDIES,
    FILED,
    METRICS,
    ORGANISATIONS,
    PAGES,
    PLACES,
    PROPOSALS,
    QUESTIONS,
    REFERENCES,
    WORDS,
    Document,
    Kind,
    Others,
    TermName,
)
from evidence_commons.export.search_text import Part, parts_of_page, parts_of_prose, plain
from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.collection import Catalogue, ProsePage
from evidence_commons.model.facet import Value
from evidence_commons.model.fields import Noun, names
from evidence_commons.model.metric import Metric
from evidence_commons.model.order import by_title
from evidence_commons.model.organisation import Known as Organisation
from evidence_commons.model.question import PolicyQuestion, Proposal
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.vocabulary import Listed

_SHORT = 4
"""How much more a word in a summary tells than one in running text."""

_CLAIM = 2.5

_SEVERAL = 5
"""So many examples of an organisation are named."""

_OF_THE_RECORD = {
    *("ai-uses", "contribution-ways", "cost-bases", "directions", "hedges", "precisions"),
    *("roles", "scopes", "search-statuses"),
}
"""Vocabularies that say how something was written down, and not what it is about."""


def documents(catalogue: Catalogue, others: Others) -> dict[Kind, list[Document]]:
    """All that can be found. Case studies stand in the order of their list."""
    studies = by_title(catalogue.case_studies.values())
    asked = by_title(catalogue.questions.values())
    return {
        CASE_STUDIES: [_case_study(catalogue, one) for one in studies],
        QUESTIONS: [_question(catalogue, one) for one in asked],
        PROPOSALS: [_proposal(catalogue, one, made) for one in asked for made in one.proposals],
        METRICS: [_metric(catalogue, one) for one in by_title(catalogue.metrics.values())],
        ORGANISATIONS: [_organisation(one) for one in others.organisations],
        PLACES: [_place(one) for one in others.places],
        WORDS: [_word(one) for one in by_title(_listed(catalogue))],
        REFERENCES: [_reference(one) for one in by_title(catalogue.references.values())],
        PAGES: [*_pages(catalogue), *map(_rule, others.rules)],
    }


def _case_study(catalogue: Catalogue, study: CaseStudy) -> Document:
    terms = _terms(catalogue, study)
    return Document(
        address(study),
        study.title,
        _filled(
            Part("", "", study.summary, _SHORT),
            *(
                Part(f"claim-{one.id}", "What happened", _cited(one.text, one.citations), _CLAIM)
                for one in study.claims
            ),
            *(parts_of_prose(study.body, "story", "The story") if study.body else ()),
            Part("challenges", "What was hard", " ".join(study.challenges)),
            Part("lessons", "What others can learn", " ".join(study.lessons)),
            Part("money", "Costs and funding", _money(study)),
            Part("", "", _facts(study), 2),
            _labels(catalogue, terms),
        ),
        terms=terms,
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


def _question(catalogue: Catalogue, asked: PolicyQuestion) -> Document:
    terms = _terms(catalogue, asked, apart_from="addressees")
    return Document(
        address(asked),
        asked.title,
        _filled(
            Part("", "", asked.question, 2 * _SHORT),
            *(Part(f"part-{one.id}", "What it asks", one.question, 2) for one in asked.parts),
            Part("why", "Why it matters", asked.why or ""),
            *(parts_of_prose(asked.body, "context", "Context") if asked.body else ()),
            Part("missing", "What is missing", " ".join(asked.missing)),
            _labels(catalogue, terms),
        ),
        terms=terms,
    )


def _proposal(catalogue: Catalogue, asked: PolicyQuestion, made: Proposal) -> Document:
    who = f"Proposed by {made.proposed_by}. Answers: {asked.title}."
    terms = _terms(catalogue, made)
    parts = (Part("", "", _cited(who, made.citations)), _labels(catalogue, terms))
    anchor = f"{address(asked)}#proposal-{made.id}"
    return Document(anchor, made.text, _filled(*parts), terms=terms)


def _metric(catalogue: Catalogue, metric: Metric) -> Document:
    seen = " ".join(
        f"{one.place or ''} {one.note or ''}"
        + (_cited("", (one.citation,)) if one.citation else "")
        for one in metric.observations
    )
    terms = _terms(catalogue, metric)
    return Document(
        address(metric),
        metric.title,
        _filled(
            Part("", "", metric.definition, _SHORT),
            Part("values", "Known values", seen.strip()),
            Part("why", "Why it matters", metric.why),
            Part("misses", "What it misses", metric.misses),
            *(parts_of_prose(metric.body, "more", "More about it") if metric.body else ()),
            _labels(catalogue, terms),
        ),
        terms=terms,
    )


def _reference(work: Reference) -> Document:
    people = ", ".join(map(_person, work.authors or work.editors))
    told = (people, work.year or "", work.container, work.publisher)
    abstract = plain(work.fields.get("abstract", "").replace("{", "").replace("}", ""))
    return Document(
        address(work),
        work.title,
        _filled(
            Part("", "", ". ".join(word for word in told if word), _SHORT),
            Part("abstract", "Abstract", abstract),
        ),
        names=(work.key,),
    )


def _organisation(body: Organisation) -> Document:
    studies = body.studies
    told = f"Takes part in {', '.join(study.title for study in studies[:_SEVERAL])}"
    more = f" and {len(studies) - _SEVERAL} more" if len(studies) > _SEVERAL else ""
    names = (*body.also, body.id) if body.id else body.also
    return Document(body.address, body.name, (Part("", "", f"{told}{more}.", 0.5),), names)


def _place(place: Value) -> Document:
    return Document(place.address, place.label, (Part("", "", f"Examples in {place.label}.", 0.5),))


def _person(name: Name) -> str:
    return f"{name.given} {name.family}".strip()


def _listed(catalogue: Catalogue) -> Iterator[Listed]:
    for known in catalogue.vocabularies.values():
        for term in known.terms:
            yield Listed(known, term)


def _word(listed: Listed) -> Document:
    term, singular = listed.term, listed.vocabulary.singular
    others = f" Other words: {', '.join(term.synonyms)}." if term.synonyms else ""
    return Document(
        address(listed),
        term.label,
        _filled(
            Part("", singular[:1].upper() + singular[1:], f"{term.definition}{others}", 2),
            Part("measures", "How it could be measured", " ".join(term.measures)),
        ),
        names=term.synonyms,
    )


def _pages(catalogue: Catalogue) -> Iterator[Document]:
    texts = {file.path: file.text for file in catalogue.collection.texts}
    for page in sorted(catalogue.collection.prose_pages, key=lambda page: page.address):
        yield _page(page, texts.get(page.location.path, ""))


def _page(page: ProsePage, markdown: str) -> Document:
    parts = tuple(part for part in parts_of_page(markdown) if part.text)
    return Document(page.address, page.title, parts or (Part("", "", ""),))


def _rule(rule: Rule) -> Document:
    text = plain(rule.text.partition("\n```")[0])
    return Document(f"rules/{rule.code}/", rule.title, (Part("", "Rule", text, 0.5),), (rule.code,))


def _terms(catalogue: Catalogue, noun: Noun, apart_from: str = "") -> tuple[TermName, ...]:
    """The terms that say what a thing is about."""
    return tuple(
        (kind, name)
        for kind, name in dict.fromkeys(names(noun))
        if kind != apart_from and kind not in _OF_THE_RECORD and catalogue.term(kind, name)
    )


def _labels(catalogue: Catalogue, terms: Iterable[TermName]) -> Part:
    """The words of terms, to be shown: by what they are found is in ``terms``."""
    found = (catalogue.term(kind, name) for kind, name in terms)
    labels = ", ".join(dict.fromkeys(term.label for term in found if term))
    return Part("", FILED, labels, 0)


def _cited(text: str, citations: Iterable[Citation]) -> str:
    quotes = [f"“{citation.quote}”" for citation in citations if citation.quote]
    return " ".join((text, *quotes)).strip()


def _filled(*parts: Part) -> tuple[Part, ...]:
    """The first part, and the others that hold words."""
    return (parts[0], *(part for part in parts[1:] if part.text))
