"""Join a collection: every name finds its thing, and every thing knows who names it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from evidence_commons.diagnostics import NOWHERE
from evidence_commons.link.lazy import Lazy
from evidence_commons.link.strengths import Strengths
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import (
    Catalogue,
    Citing,
    Collection,
    Entry,
    Mention,
    ProsePage,
    Recommendation,
    Sighting,
)
from evidence_commons.model.fields import Noun, Typed, names, typed_fields
from evidence_commons.model.prose import Prose
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.text import Text
from evidence_commons.model.vocabulary import Listed

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


def join(collection: Collection) -> Catalogue:
    """Resolve every name in ``collection``. Names that nothing bears are left for the rules."""
    catalogue = Catalogue(
        collection=collection,
        case_studies=_by_name((study.id, study) for study in collection.case_studies),
        metrics=_by_name((metric.id, metric) for metric in collection.metrics),
        questions=_by_name((question.id, question) for question in collection.questions),
        vocabularies=_by_name((known.id, known) for known in collection.vocabularies),
        references=_by_name((work.key, work) for work in collection.references),
    )
    return linked(catalogue)


def linked(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the links that follow from its collection and its names.

    They are made when somebody asks: most checks never ask who carries a term.
    """
    collection = catalogue.collection
    made = replace(
        catalogue,
        mentions=Lazy(lambda: _gather(_mentions(collection))),
        sightings=Lazy(lambda: _gather(_sightings(collection))),
        carriers=Lazy(lambda: _gather(_names(collection))),
        recommended=Lazy(lambda: _gather(_recommended(collection))),
        words=Lazy(lambda: _gather(pair for entry in collection.entries for pair in names(entry))),
    )
    return replace(made, strengths=Strengths(made))


def _mentions(collection: Collection) -> Iterator[tuple[str, Mention]]:
    """Each mention under the key of the work."""
    for thing in _citing(collection):
        for mention in mentions(thing):
            yield mention.citation.key, mention


def _citing(collection: Collection) -> Iterator[Citing]:
    yield from (*collection.entries, *collection.prose_pages)
    for vocabulary in collection.vocabularies:
        yield from (Listed(vocabulary, term) for term in vocabulary.terms if term.citations)
    if collection.home:
        yield collection.home


def mentions(thing: Citing) -> Iterator[Mention]:
    """Every citation that stands on the page of ``thing``."""
    if isinstance(thing, ProsePage | Listed):
        yield from (Mention(thing, citation) for citation in thing.citations)
        return
    claims = thing.claims if isinstance(thing, CaseStudy) else ()
    for claim in claims:
        for citation in _citations(claim):
            yield Mention(thing, citation, claim)
    for citation in _citations(thing, skip=Claim):
        yield Mention(thing, citation)
    for key in _listed(thing):
        # A settled name has no place.
        place = key.location if isinstance(key, Text) else NOWHERE
        yield Mention(thing, Citation(key=key, location=place))


def _listed(thing: Citing) -> Iterator[Text]:
    """The keys of works that a thing lists without a place in them."""
    if isinstance(thing, CaseStudy | PolicyQuestion):
        yield from thing.references
    if isinstance(thing, PolicyQuestion):
        for search in thing.searches:
            yield from search.works


def _citations(noun: Noun, skip: type[Noun] | None = None) -> list[Citation]:
    """The citations in a noun and in the nouns inside it, those in prose included."""
    found: list[Citation] = []
    for typed in _ways(type(noun)):
        held = getattr(noun, typed.attribute) if typed.leaf is not skip else None
        if not held:
            continue
        for value in held if typed.many else (held,):
            if typed.leaf is Citation:
                found.append(value)
            elif typed.leaf is Prose:
                found += value.citations
            else:
                found += _citations(value)
    return found


def _ways(noun: type) -> tuple[Typed, ...]:
    """The fields of a kind of noun in which citations can stand."""
    return _found_ways(noun)


@cache
def _found_ways(noun: type) -> tuple[Typed, ...]:
    return tuple(
        typed
        for typed in typed_fields(noun)
        if typed.leaf in (Citation, Prose) or (typed.is_noun and _ways(typed.leaf))
    )


def _sightings(collection: Collection) -> Iterator[tuple[str, Sighting]]:
    """Each observation under the id of its metric: the metric's own first, then the claims'."""
    for metric in collection.metrics:
        for observation in metric.observations:
            yield metric.id, Sighting(observation)
    for study in collection.case_studies:
        for claim in study.claims:
            if claim.metric and claim.observation:
                yield claim.metric, Sighting(claim.observation, study, claim)


def _names(collection: Collection) -> Iterator[tuple[tuple[str, str], Entry]]:
    """What each entry names, once: ``(("themes", "food"), entry)``."""
    for entry in collection.entries:
        named = dict.fromkeys((kind, str(name)) for kind, name in names(entry))
        yield from ((pair, entry) for pair in named)


def _recommended(collection: Collection) -> Iterator[tuple[tuple[str, str], Recommendation]]:
    """Each proposal under all that it names."""
    for question in collection.questions:
        for proposal in question.proposals:
            made = Recommendation(question, proposal)
            named = dict.fromkeys((kind, str(name)) for kind, name in names(proposal))
            yield from ((pair, made) for pair in named)


def _by_name(pairs: Iterable[tuple[Key, Thing]]) -> Mapping[Key, Thing]:
    """A dictionary in which the first of two equal names keeps its thing."""
    named: dict[Key, Thing] = {}
    for name, thing in pairs:
        named.setdefault(name, thing)
    return named


def _gather(pairs: Iterable[tuple[Key, Thing]]) -> Mapping[Key, tuple[Thing, ...]]:
    """A dictionary of all things under each key, in the order given."""
    groups: defaultdict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        groups[key].append(thing)
    return {key: tuple(things) for key, things in groups.items()}
