"""What readers may rely on in every entry of the real commons, whichever it is."""

import re
from collections import defaultdict

import pytest
from tests.content.reading import holds, nothing, plain, sections, seen

from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.pipeline import Opened

WORDS = range(80, 251)
"""How long the story of an example is."""

LONGEST_SUMMARY = 280

LONGEST_QUOTE = 25
"""A quote of more words says too much in the words of others."""

MEANT_FOR_READERS = (
    "themes",
    "technologies",
    "outcomes",
    "legal-forms",
    "evidence-designs",
    "roles",
    "statuses",
)

NOT_KNOWN = (
    "not known",
    "unknown",
    "do not know",
    "does not say",
    "do not say",
    "says nothing",
    "not said",
    "cannot tell",
    "help to know",
    "nobody",
    "no one",
)
"""Each story has a section with such words: what nobody has shown, or what no work says."""


@pytest.fixture
def studies(opened: Opened) -> tuple[CaseStudy, ...]:
    return opened.catalogue.collection.case_studies


@pytest.fixture
def catalogue(opened: Opened) -> Catalogue:
    return opened.catalogue


def test_no_check_finds_anything_that_asks_for_a_second_look(opened: Opened) -> None:
    found = [
        f"{one.location}: {one.message}"
        for one in opened.diagnostics
        if one.severity is not Severity.NOTICE
    ]
    nothing(found, "The checks ask about these:")


def test_every_answered_warning_has_a_reason(catalogue: Catalogue) -> None:
    bare = [
        f"{entry.location.path}: {waiver.rule}"
        for entry in catalogue.collection.entries
        for waiver in entry.waivers
        if not (waiver.reason or "").strip()
    ]
    nothing(bare, "Answered without a reason:")


def test_every_case_study_has_a_story_of_fitting_length(studies: tuple[CaseStudy, ...]) -> None:
    lengths = {study.id: len(seen(study.body).split()) for study in studies}
    odd = [f"{name}: {length} words" for name, length in lengths.items() if length not in WORDS]
    nothing(odd, f"Not {WORDS[0]} to {WORDS[-1]} words, citations not counted:")


def test_every_summary_is_short(studies: tuple[CaseStudy, ...]) -> None:
    long = [study.id for study in studies if not 0 < len(study.summary) <= LONGEST_SUMMARY]
    nothing(long, f"These summaries have none or more than {LONGEST_SUMMARY} characters:")


def test_every_claim_points_to_a_place_in_a_work_and_quotes_it(
    studies: tuple[CaseStudy, ...],
) -> None:
    bare = [
        f"{study.id}: {claim.id}"
        for study in studies
        for claim in study.claims
        if not any(one.locator and one.quote for one in claim.citations)
    ]
    nothing(bare, "These claims cite no work with a place in it and a few of its words:")


def test_every_quote_of_a_claim_is_a_few_words(studies: tuple[CaseStudy, ...]) -> None:
    long = [
        f"{study.id}: {claim.id}"
        for study in studies
        for claim in study.claims
        for one in claim.citations
        if len((one.quote or "").split()) > LONGEST_QUOTE
    ]
    nothing(long, f"These claims quote more than {LONGEST_QUOTE} words:")


def test_every_case_study_says_what_it_is_an_example_of(studies: tuple[CaseStudy, ...]) -> None:
    nothing((study.id for study in studies if not study.example_of), "No example_of:")


def test_every_case_study_says_how_it_came_to_be(studies: tuple[CaseStudy, ...]) -> None:
    silent = [
        study.id
        for study in studies
        if not (study.provenance.contributed_via and study.provenance.last_reviewed)
    ]
    nothing(silent, "No provenance:")


def test_every_case_study_has_a_section_on_what_is_not_known(
    studies: tuple[CaseStudy, ...],
) -> None:
    silent = [study.id for study in studies if not _says_what_is_not_known(study)]
    nothing(silent, "No section of these stories says what is not known:")


def _says_what_is_not_known(study: CaseStudy) -> bool:
    return any(holds(part, words) for part in sections(study.body) for words in NOT_KNOWN)


def test_every_case_study_and_metric_speaks_to_a_question(catalogue: Catalogue) -> None:
    silent = [one.id for one in catalogue.case_studies.values() if not one.questions]
    silent += [one.id for one in catalogue.metrics.values() if not one.questions]
    nothing(silent, "These speak to no question:")


def test_every_proposal_has_a_proposer_and_quotes_its_work(catalogue: Catalogue) -> None:
    bare = [
        f"{question.id}: {proposal.id}"
        for question in catalogue.questions.values()
        for proposal in question.proposals
        if not proposal.proposed_by or not any(one.quote for one in proposal.citations)
    ]
    nothing(bare, "No proposer, or no words of a work:")


def test_every_figure_quotes_its_work(catalogue: Catalogue) -> None:
    bare = [
        f"{name}: {one.observation.value}"
        for name, sightings in catalogue.sightings.items()
        for one in sightings
        if not (one.observation.citation and one.observation.citation.quote)
    ]
    nothing(bare, "These figures quote no work:")


@pytest.mark.parametrize("name", MEANT_FOR_READERS)
def test_every_word_is_explained_in_one_or_two_sentences(catalogue: Catalogue, name: str) -> None:
    terms = catalogue.vocabularies[name].terms
    odd = [term.id for term in terms if len(_sentences(term.definition)) not in (1, 2)]
    nothing(odd, f"Not one or two sentences, in {name}:")


def _sentences(text: str) -> list[str]:
    """The sentences of a text. A stop behind an initial or inside a word ends none."""
    return re.findall(r"\S.*?(?<!\b[A-Z])[.?!](?=\s|$)", text, re.DOTALL)


def test_no_work_is_recorded_twice(catalogue: Catalogue) -> None:
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for key, work in catalogue.references.items():
        by_title[re.sub(r"\W+", " ", plain(work.title)).strip()].append(key)
    twice = [" and ".join(keys) for keys in by_title.values() if len(keys) > 1]
    nothing(twice, "These are the same work:")
