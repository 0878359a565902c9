"""Which examples are related, and why."""

from dataclasses import replace
from functools import cache

from tests.building import INVENTED

from evidence_commons.model.case_study import CaseStudy, Organisation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.related import MOST, Feature, kinship
from evidence_commons.model.text import Text
from evidence_commons.pipeline import open_commons


@cache
def _blank() -> CaseStudy:
    study = open_commons(INVENTED).catalogue.case_studies["owl-library"]
    return replace(study, organisations=(), places=(), technologies=(), questions=(), claims=())


def _study(name: str, *themes: str, run_by: str = "") -> CaseStudy:
    body = Organisation(name=Text(run_by), role=Text("operator"))
    return replace(
        _blank(),
        id=Text(name),
        title=Text(name),
        themes=tuple(map(Text, themes)),
        organisations=(body,) if run_by else (),
    )


def _commons(*studies: CaseStudy) -> Catalogue:
    whole = open_commons(INVENTED).catalogue
    return replace(whole, case_studies={study.id: study for study in studies})


def _near(studies: list[CaseStudy], name: str) -> list[str]:
    index = kinship(_commons(*studies))
    return [one.study.id for one in index.of(next(one for one in studies if one.id == name))]


def test_what_few_share_brings_nearer_than_what_many_share() -> None:
    studies = [_study("own", "common", "rare"), _study("z", "rare")]
    studies += [_study(f"a{number}", "common") for number in range(8)]
    assert _near(studies, "own")[0] == "z"


def test_the_same_organisation_counts_more_than_a_theme() -> None:
    studies = [_study("own", "food", run_by="Owls"), _study("a", "food")]
    assert _near([*studies, _study("b", "homes", run_by="The owls")], "own") == ["b", "a"]


def test_examples_that_share_nothing_are_not_related() -> None:
    assert _near([_study("own", "food"), _study("other", "homes")], "own") == []


def test_each_says_what_it_shares_and_nothing_else() -> None:
    studies = [_study("own", "food", "homes"), _study("other", "homes", "energy")]
    (found,) = kinship(_commons(*studies)).of(studies[0])
    assert found.shared == (Feature("theme", "homes"),)


def test_no_more_are_shown_than_readers_can_take_in_whatever_the_order_of_the_files() -> None:
    studies = [_study(f"s{number:03}", "food") for number in range(100)]
    found = _near(studies, "s050")
    assert len(found) == MOST
    assert "s050" not in found
    assert _near(studies[::-1], "s050") == found


def test_far_along_a_common_theme_the_best_are_weighed_in_full() -> None:
    studies = [_study(f"s{number:03}", "food") for number in range(100)]
    studies[0] = _study("s000", "food", run_by="Owls")
    studies[99] = _study("s099", "food", run_by="Owls")
    (nearest, *_) = kinship(_commons(*studies)).of(studies[0])
    assert nearest.study.id == "s099"
    assert Feature("theme", "food") in nearest.shared
