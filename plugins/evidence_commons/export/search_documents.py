"""What can be found: every page of the commons, and every proposal, with its words."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from evidence_commons.diagnostics import Rule
from evidence_commons.export.search_entries import (
    SHORT,
    case_study,
    filled,
    metric,
    proposal,
    question,
)
from evidence_commons.export.search_kinds import (
    CASE_STUDIES,
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
)
from evidence_commons.export.search_text import Part, parts_of_page, plain
from evidence_commons.model.address import address
from evidence_commons.model.collection import Catalogue, ProsePage
from evidence_commons.model.facet import Value
from evidence_commons.model.order import by_title
from evidence_commons.model.organisation import Known as Organisation
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.vocabulary import Listed


class Maker(NamedTuple):
    """Makes a document, which follows from what it ``shows`` and from the vocabularies."""

    make: Callable[[], Document]
    shows: tuple[object, ...]

    def __call__(self) -> Document:
        return self.make()


_SEVERAL = 5
"""So many examples of an organisation are named."""


def documents(kind: Kind, catalogue: Catalogue, others: Others) -> list[Maker]:
    """Makers of all documents of a kind, in order: of each can be made alone.

    Case studies stand in the order of their list.
    """
    return list(_MAKERS[kind](catalogue, others))


def _case_studies(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    for study in by_title(catalogue.case_studies.values()):
        yield Maker(partial(case_study, catalogue, study), (study,))


def _questions(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    for asked in by_title(catalogue.questions.values()):
        yield Maker(partial(question, catalogue, asked), (asked,))


def _proposals(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    for asked in by_title(catalogue.questions.values()):
        for made in asked.proposals:
            yield Maker(partial(proposal, catalogue, asked, made), (asked, made.id))


def _metrics(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    for one in by_title(catalogue.metrics.values()):
        yield Maker(partial(metric, catalogue, one), (one,))


def _references(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    for work in by_title(catalogue.references.values()):
        yield Maker(partial(_reference, work), (work,))


def _organisations(_: Catalogue, others: Others) -> Iterator[Maker]:
    for body in others.organisations:
        titles = [study.title for study in body.studies]
        shows = (body.address, body.name, body.id, body.also, titles[:_SEVERAL], len(titles))
        yield Maker(partial(_organisation, body), shows)


def _places(_: Catalogue, others: Others) -> Iterator[Maker]:
    for place in others.places:
        yield Maker(partial(_place, place), (place.address, place.label))


def _words(catalogue: Catalogue, _: Others) -> Iterator[Maker]:
    vocabularies = catalogue.vocabularies.values()
    listed = [Listed(known, term) for known in vocabularies for term in known.terms]
    for one in by_title(listed):
        yield Maker(partial(_word, one), (one,))


def _pages(catalogue: Catalogue, others: Others) -> Iterator[Maker]:
    texts = {file.path: file.text for file in catalogue.collection.texts}
    for page in sorted(catalogue.collection.prose_pages, key=lambda page: page.address):
        text = texts.get(page.location.path, "")
        yield Maker(partial(_page, page, text), (page, text))
    for rule in others.rules:
        yield Maker(partial(_rule, rule), (rule.code,))


def _reference(work: Reference) -> Document:
    people = ", ".join(map(_person, work.authors or work.editors))
    told = (people, work.year or "", work.container, work.publisher)
    abstract = plain(work.fields.get("abstract", "").replace("{", "").replace("}", ""))
    return Document(
        address(work),
        work.title,
        filled(
            Part("", "", ". ".join(word for word in told if word), SHORT),
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


def _word(listed: Listed) -> Document:
    term, singular = listed.term, listed.vocabulary.singular
    others = f" Other words: {', '.join(term.synonyms)}." if term.synonyms else ""
    return Document(
        address(listed),
        term.label,
        filled(
            Part("", singular[:1].upper() + singular[1:], f"{term.definition}{others}", 2),
            Part("measures", "How it could be measured", " ".join(term.measures)),
        ),
        names=term.synonyms,
    )


def _page(page: ProsePage, markdown: str) -> Document:
    parts = tuple(part for part in parts_of_page(markdown) if part.text)
    return Document(page.address, page.title, parts or (Part("", "", ""),))


def _rule(rule: Rule) -> Document:
    text = plain(rule.text.partition("\n```")[0])
    return Document(f"rules/{rule.code}/", rule.title, (Part("", "Rule", text, 0.5),), (rule.code,))


_MAKERS = {
    CASE_STUDIES: _case_studies,
    QUESTIONS: _questions,
    PROPOSALS: _proposals,
    METRICS: _metrics,
    ORGANISATIONS: _organisations,
    PLACES: _places,
    WORDS: _words,
    REFERENCES: _references,
    PAGES: _pages,
}
