"""A collection becomes a catalogue: every name finds its thing, from both ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from evidence_commons.link.join import join
from evidence_commons.load.collection import load_collection
from evidence_commons.load.files import read_files
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.evidence import Strength
from evidence_commons.model.reference import Reference
from evidence_commons.model.tally import claims_by_name, weigh
from evidence_commons.model.text import Text

INVENTED = Path(__file__).parent.parent / "invented"


@pytest.fixture(scope="module")
def collection() -> Collection:
    return load_collection(read_files(INVENTED))


@pytest.fixture(scope="module")
def catalogue(collection: Collection) -> Catalogue:
    return join(collection)


def test_an_empty_collection_is_an_empty_catalogue() -> None:
    assert join(Collection()) == Catalogue(Collection())


class TestFromTheNameToTheThing:
    def test_every_kind_is_found_by_its_id(self, catalogue: Catalogue) -> None:
        assert catalogue.case_studies["robin-taxis"].title == "Robin Taxis: the riders' own"
        assert catalogue.metrics["members"].unit == "people"
        assert catalogue.questions["how-to-keep-warm"].title == "Warmth"
        assert catalogue.references["stork1999"].background

    def test_a_term_is_found_in_its_vocabulary(self, catalogue: Catalogue) -> None:
        norway = catalogue.term("countries", "NO")
        assert norway
        assert norway.label == "Norway"
        assert catalogue.term("countries", "no") is None
        assert catalogue.term("nowhere", "NO") is None

    def test_the_first_of_two_things_keeps_the_name(self, collection: Collection) -> None:
        works = tuple(
            Reference(key=Text("same"), kind="book", title=title) for title in ("One", "Two")
        )
        assert join(replace(collection, references=works)).references["same"].title == "One"


class TestFromTheThingToWhoNamesIt:
    def test_a_work_knows_the_claims_the_pages_and_the_prose_that_cite_it(
        self, catalogue: Catalogue
    ) -> None:
        mentions = catalogue.mentions["wren2021taxis"]
        assert {mention.claim.id for mention in mentions if mention.claim} == {
            "members",
            "waits",
            "fares",
            "driver-pay",
        }
        assert {type(mention.thing).__name__ for mention in mentions} == {
            "CaseStudy",
            "PolicyQuestion",
            "Listed",
            "ProsePage",
            "Home",
        }

    def test_further_reading_counts_as_citing(self, catalogue: Catalogue) -> None:
        assert [mention.thing.location.path for mention in catalogue.mentions["stork1999"]] == [
            "case_studies/robin-taxis.yaml",
            "docs/questions/who-owns-the-wires.md",
        ]

    def test_a_metric_knows_its_values_its_own_first(self, catalogue: Catalogue) -> None:
        seen = catalogue.sightings["members"]
        assert [(one.observation.value, one.claim and one.claim.id) for one in seen] == [
            ("31000", None),
            ("120", "fewer-drills"),
            ("400", "members"),
        ]

    def test_a_question_and_a_term_know_who_names_them_once(self, catalogue: Catalogue) -> None:
        owners = catalogue.named_by("question", "who-owns-the-wires")
        assert [entry.id for entry in owners] == [
            "owl-library",
            "robin-taxis",
            "members",
            "how-to-keep-warm",
        ]
        outcomes = catalogue.named_by("outcomes", "access")
        assert [entry.id for entry in outcomes] == ["robin-taxis"]
        assert catalogue.named_by("outcomes", "nothing") == ()


class TestStrength:
    def test_there_is_a_claim_at_each_level(self, catalogue: Catalogue) -> None:
        levels = {
            claim.id: catalogue.strength(claim, study).level
            for study in catalogue.collection.case_studies
            for claim in study.claims
        }
        assert levels == {
            "warm-rooms": 1,
            "members": 1,
            "fewer-drills": 2,
            "waits": 2,
            "evening-rides": 3,
            "fares": 4,
            "driver-pay": 5,
        }

    def test_a_citation_of_an_unknown_work_does_not_count(self, collection: Collection) -> None:
        bare = join(replace(collection, references=()))
        study = bare.case_studies["robin-taxis"]
        assert {bare.strength(claim, study).level for claim in study.claims} == {1}

    def test_a_catalogue_made_of_another_tells_nothing_of_that(self, catalogue: Catalogue) -> None:
        def levels(told: Catalogue) -> set[int]:
            return {one.strength.level for one in weigh(told, told.listed)}

        weak = Strength(level=1, because=(), raised_by=(), derived=1)
        assert levels(catalogue) == {1, 2, 3, 4, 5}
        assert levels(replace(catalogue, strengths=dict.fromkeys(catalogue.strengths, weak))) == {1}

    def test_a_claim_is_known_by_all_that_it_names(self, catalogue: Catalogue) -> None:
        told = claims_by_name(catalogue)
        assert {one.claim.id for one in told["outcomes", "access"]} == {"evening-rides", "waits"}
        assert ("outcomes", "nothing") not in told
