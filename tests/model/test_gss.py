"""What a code says of a place: its kind, its nation, its region."""

import pytest

from evidence_commons.model.case_study import Place
from evidence_commons.model.gss import WHOLE, area, areas, is_gss, kind_of, named, region_of
from evidence_commons.model.text import Text


@pytest.mark.parametrize(
    ("code", "name", "kind", "nation", "region"),
    [
        ("E06000023", "Bristol", "unitary authority", "England", "South West"),
        ("E08000021", "Newcastle upon Tyne", "metropolitan district", "England", "North East"),
        ("E09000022", "Lambeth", "London borough", "England", "London"),
        ("E12000004", "East Midlands", "region of England", "England", "East Midlands"),
        ("W92000004", "Wales", "nation", "Wales", None),
        ("K02000001", "United Kingdom", "nation", "the United Kingdom", None),
    ],
)
def test_an_area_has_a_name_a_kind_a_nation_and_in_england_a_region(
    code: str, name: str, kind: str, nation: str, region: str | None
) -> None:
    found = area(code)
    assert found
    assert found.kind
    assert found.nation
    told = (found.name, found.kind.name, found.nation.name, found.region)
    assert told == (name, kind, nation, region)


def test_a_code_that_is_not_in_the_list_has_a_nation_and_no_region() -> None:
    place = Place(name=Text("Glen Nowhere"), gss=Text("E06999901"))
    assert area("E06999901") is None
    assert place.nation
    assert place.nation.name == "England"
    assert place.region is None


def test_every_london_borough_is_in_london() -> None:
    assert area("E09000033") is None
    assert region_of("E09000033") == "London"


@pytest.mark.parametrize(
    "text", ["", "E0900003", "e09000022", "E09OOOO22", "E09000022\n", "E0900002٢"]
)
def test_a_text_that_is_no_code_has_no_kind_and_no_region(text: str) -> None:
    assert not is_gss(text)
    assert kind_of(text) is None
    assert region_of(text) is None


def test_a_place_without_a_code_has_no_region() -> None:
    assert Place(name=Text("Bristol")).region is None


@pytest.mark.parametrize(
    "name", ["Yorkshire and The Humber", "yorkshire & the humber", " The Yorkshire and the  Humber"]
)
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    assert [one.code for one in named(name)] == ["E12000003"]


def test_a_name_that_no_area_bears_is_not_found() -> None:
    assert named("Lower Nowhere") == ()


def test_the_list_holds_only_areas_of_known_kinds_and_sound_codes() -> None:
    assert all(one.kind and one.name for one in areas().values())
    assert {code[:3] for code in areas()} >= WHOLE


def test_in_the_list_england_alone_has_regions_and_below_a_nation_always() -> None:
    for code, one in areas().items():
        assert bool(one.region) == (code[0] == "E" and code[:3] != "E92")
