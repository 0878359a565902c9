"""Nothing of what the five documents contain has fallen out of the published commons.

``inventory.yaml`` lists it by id. Here it is held against the real commons, kind by kind. What
holds for every entry, listed or not, is in ``test_every_entry.py``.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.content.reading import holds, nothing, plain, seen, told

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue, Sighting
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion, Proposal
from evidence_commons.pipeline import Opened

INVENTORY: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "inventory.yaml").read_text(encoding="utf-8")
)


@pytest.fixture
def catalogue(opened: Opened) -> Catalogue:
    return opened.catalogue


def _lost(words: list[str] | None, texts: list[str]) -> Iterator[str]:
    """Those words that stand in none of the texts."""
    return (word for word in words or () if not any(holds(text, word) for text in texts))


def _differs(field: str, found: object, wanted: dict[str, Any], key: str = "") -> Iterator[str]:
    """What a field says, where the inventory says something else of it; null is nothing."""
    key = key or field
    if key in wanted and (found or None) != wanted[key]:
        yield f"its {field} is {found or 'not given'}, and was {wanted[key] or 'not given'}"


def test_every_example_is_there(catalogue: Catalogue) -> None:
    nothing({*INVENTORY["examples"]} - {*catalogue.case_studies}, "These examples fell out:")


def test_every_example_rests_on_its_documents(catalogue: Catalogue) -> None:
    cited = {
        (mention.thing.id, key)
        for key, mentions in catalogue.mentions.items()
        for mention in mentions
        if isinstance(mention.thing, CaseStudy)
    }
    wanted = {
        (name, work)
        for name, example in INVENTORY["examples"].items()
        if name in catalogue.case_studies
        for work in example["works"]
    }
    lost = wanted - cited
    nothing((f"{name}: {work}" for name, work in lost), "No longer cited by these examples:")


def test_every_fact_of_an_example_is_still_told(catalogue: Catalogue) -> None:
    lost = [
        f"{name}: {what}"
        for name, example in INVENTORY["examples"].items()
        if (study := catalogue.case_studies.get(name))
        for what in _facts_lost(study, example)
    ]
    nothing(lost, "These facts of examples fell out:")


def _facts_lost(study: CaseStudy, example: dict[str, Any]) -> Iterator[str]:
    forms = [str(one.legal_form) for one in study.organisations]
    kinds: dict[str, tuple[str, list[str]]] = {
        "organisation": ("organisations", [one.name for one in study.organisations]),
        "place": ("places", [place.name for place in study.places]),
        "country": ("countries", [str(place.country) for place in study.places]),
        "legal form": ("legal_forms", forms),
        "text with": ("says", [told(study)]),
    }
    for kind, (key, texts) in kinds.items():
        for word in _lost(example.get(key), texts):
            yield f"no {kind} {word!r}"
    yield from _differs("start", study.started, example, "started")
    yield from _differs("kind", study.example_of, example, "kind")


def test_a_place_that_no_document_names_has_a_work_of_its_own(catalogue: Catalogue) -> None:
    unfounded = [
        f"{name}: {place.name}"
        for name, example in INVENTORY["examples"].items()
        if "places" in example and example["places"] is None and name in catalogue.case_studies
        for place in catalogue.case_studies[name].places
        if not place.citations
    ]
    nothing(unfounded, "These places stand in no document, and no other work is cited for them:")


def test_every_question_is_there_and_under_its_wider_one(catalogue: Catalogue) -> None:
    nothing({*INVENTORY["questions"]} - {*catalogue.questions}, "These questions fell out:")
    lost = [
        f"{name}: {what}"
        for name, wanted in INVENTORY["questions"].items()
        for what in _differs("wider question", catalogue.questions[name].under, wanted, "under")
    ]
    nothing(lost, "These questions stand elsewhere now:")


def test_every_question_is_asked_in_the_words_of_its_document(catalogue: Catalogue) -> None:
    lost = [
        f"{name}: {words!r}"
        for name, wanted in INVENTORY["questions"].items()
        if (question := catalogue.questions.get(name))
        for words in _lost(wanted["asks"], [_asking(question)])
    ]
    nothing(lost, "These words of questions fell out:")


def _asking(question: PolicyQuestion) -> str:
    return "\n".join((question.question, *(part.question for part in question.parts)))


def test_every_question_says_each_place_where_it_is_asked(catalogue: Catalogue) -> None:
    lost = [
        f"{name}: {asked['at']} ({asked['work']})"
        for name, wanted in INVENTORY["questions"].items()
        if (question := catalogue.questions.get(name))
        for asked in wanted["asked"]
        if not any(
            one.key == asked["work"] and holds(one.locator or "", asked["at"])
            for one in question.citations
        )
    ]
    nothing(lost, "Questions no longer say that they are asked here:")


def _proposals(catalogue: Catalogue) -> dict[tuple[str, str], Proposal]:
    return {
        (question.id, proposal.id): proposal
        for question in catalogue.questions.values()
        for proposal in question.proposals
    }


def test_every_proposal_is_there_with_its_proposer_and_its_work(catalogue: Catalogue) -> None:
    wanted = {
        (question, name): proposal
        for question, proposals in INVENTORY["proposals"].items()
        for name, proposal in proposals.items()
    }
    known = _proposals(catalogue)
    nothing(map("/".join, {*wanted} - {*known}), "These proposals fell out:")
    lost = [
        f"{'/'.join(place)}: {what}"
        for place, proposal in wanted.items()
        for what in _proposal_lost(known[place], proposal)
    ]
    nothing(lost, "These facts of proposals fell out:")


def _proposal_lost(proposal: Proposal, wanted: dict[str, Any]) -> Iterator[str]:
    yield from _differs("date", proposal.date, wanted)
    if not holds(proposal.proposed_by, wanted["by"]):
        yield f"it is not said to be proposed by {wanted['by']!r}"
    if not any(one.key == wanted["work"] and one.quote for one in proposal.citations):
        yield f"it cites no words of {wanted['work']}"


def test_every_observation_is_there_as_its_work_gives_it(catalogue: Catalogue) -> None:
    lost = [
        f"{wanted['of']}: {what}"
        for wanted in INVENTORY["observations"]
        for what in _observation_lost(catalogue, wanted)
    ]
    nothing(lost, "These figures fell out, or say something else:")


def _observation_lost(catalogue: Catalogue, wanted: dict[str, Any]) -> Iterator[str]:
    metric = catalogue.metrics.get(wanted["of"])
    seen_here = [
        one
        for one in catalogue.sightings.get(wanted["of"], ())
        if one.observation.value == wanted["value"]
        and (one.case_study.id if one.case_study else None) == wanted.get("in")
    ]
    if metric and seen_here:
        yield from min((list(_amiss(metric, one, wanted)) for one in seen_here), key=len)
    elif metric:
        place = f" in {wanted['in']}" if "in" in wanted else ""
        yield f"the value {wanted['value']}{place} is gone"
    else:
        yield "there is no such metric"


def _amiss(metric: Metric, sighting: Sighting, wanted: dict[str, Any]) -> Iterator[str]:
    one = sighting.observation
    yield from _differs("hedge", one.hedge, {"hedge": None, **wanted})
    yield from _differs("date", one.date, wanted)
    if not one.citation or one.citation.key != wanted["work"] or not one.citation.quote:
        yield f"it cites no words of {wanted['work']}"
    for field, text in (("unit", metric.unit), ("place", one.place), ("note", one.note)):
        if wanted.get(field) and not holds(text or "", wanted[field]):
            yield f"its {field} does not say {wanted[field]!r}"
    if "place" in wanted and wanted["place"] is None and one.place:
        yield f"no document gives its place, {one.place}"


def test_every_outcome_that_is_missed_has_its_essay_and_ways_to_measure(
    catalogue: Catalogue,
) -> None:
    known = {term.id: term for term in catalogue.vocabularies["outcomes"].terms}
    wanted = INVENTORY["outcomes"]
    nothing({*wanted} - {*known}, "These outcomes fell out:")
    bare = [name for name in wanted if not any(one.quote for one in known[name].citations)]
    nothing(bare, "These outcomes quote no essay that speaks of them:")
    nothing((name for name in wanted if not known[name].measures), "No way to measure these:")


def test_every_theme_of_the_documents_can_be_found(catalogue: Catalogue) -> None:
    names = [
        plain(name).replace("-", " ")
        for term in catalogue.vocabularies["themes"].terms
        for name in (term.id, term.label, *term.synonyms)
    ]
    lost = [
        f"{word} ({work})"
        for work, words in INVENTORY["themes"].items()
        for word in words
        if not any(re.search(rf"\b{word}\b", name) for name in names)
    ]
    nothing(lost, "No theme has these words in its id, its name or its other words:")


def test_every_work_of_the_documents_is_in_the_library(catalogue: Catalogue) -> None:
    wanted = {
        key: words for kind in INVENTORY["references"].values() for key, words in kind.items()
    }
    nothing({*wanted} - {*catalogue.references}, "These works fell out of references.bib:")
    lost = [
        f"{key}: {word!r}"
        for key, words in wanted.items()
        for word in _lost([words] if isinstance(words, str) else words, [_record(catalogue, key)])
    ]
    nothing(lost, "These words fell out of records:")


def _record(catalogue: Catalogue, key: str) -> str:
    return catalogue.references[key].bibtex


def test_every_page_of_prose_is_there(catalogue: Catalogue) -> None:
    pages = {page.location.path for page in catalogue.collection.prose_pages}
    home = catalogue.collection.home
    if home and seen(home.body):
        pages.add(home.location.path)
    nothing({f"docs/{page}" for page in INVENTORY["pages"]} - pages, "These pages fell out:")


def test_every_search_is_recorded_with_its_works(catalogue: Catalogue) -> None:
    lost = [
        f"{wanted['question']}: {wanted['status']}, over all themes and outcomes"
        for wanted in INVENTORY["searches"]
        if not any(
            search.status == wanted["status"]
            and not (search.themes or search.outcomes)
            and {*wanted["works"]} <= {*search.works}
            for search in _searches(catalogue, wanted["question"])
        )
    ]
    nothing(lost, "These searches fell out:")


def _searches(catalogue: Catalogue, name: str) -> tuple[Any, ...]:
    question = catalogue.questions.get(name)
    return question.searches if question else ()
