"""What a code says of a place: its kind, its nation, its region."""

from collections import Counter

import pytest

from evidence_commons.check.rules import unknown_place_code
from evidence_commons.model.case_study import Place
from evidence_commons.model.gss import (
    SOURCE,
    WHOLE,
    Width,
    area,
    areas,
    is_gss,
    kind_of,
    missing,
    named,
    region_of,
    retired,
)
from evidence_commons.model.text import Text

COUNCILS = {"E06": 63, "E07": 164, "E08": 36, "E09": 33, "W06": 22, "S12": 32, "N09": 11}
"""How many councils of each kind the UK has had since April 2023."""


@pytest.mark.parametrize(
    ("code", "name", "kind", "nation", "region"),
    [
        ("E06000023", "Bristol", "unitary authority", "England", "South West"),
        ("E08000021", "Newcastle upon Tyne", "metropolitan district", "England", "North East"),
        ("E09000022", "Lambeth", "London borough", "England", "London"),
        ("E06000052", "Cornwall", "unitary authority", "England", "South West"),
        ("E07000032", "Amber Valley", "district", "England", "East Midlands"),
        ("E08000038", "Barnsley", "metropolitan district", "England", "Yorkshire and The Humber"),
        ("W06000015", "Cardiff", "council area", "Wales", None),
        ("S12000049", "Glasgow City", "council area", "Scotland", None),
        ("N09000003", "Belfast", "council area", "Northern Ireland", None),
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


def test_every_london_borough_is_in_london_even_one_to_come() -> None:
    assert area("E09999901") is None
    assert region_of("E09999901") == "London"


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


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bristol", "E06000023"),
        ("Bristol, City of", "E06000023"),
        ("City of Bristol", "E06000023"),
        ("Edinburgh", "S12000036"),
        ("Herefordshire, County of", "E06000019"),
        ("County Durham", "E06000047"),
        ("London", "E12000007"),
        ("City of London", "E09000001"),
    ],
)
def test_a_city_is_found_with_and_without_that_word(name: str, code: str) -> None:
    assert [one.code for one in named(name)] == [code]


def test_a_name_that_no_area_bears_is_not_found() -> None:
    assert named("Lower Nowhere") == ()


def test_the_list_holds_only_areas_of_known_kinds_and_sound_codes() -> None:
    assert all(one.kind and one.name for one in areas().values())
    assert {code[:3] for code in areas()} >= WHOLE


def test_in_the_list_england_alone_has_regions_and_below_a_nation_always() -> None:
    for code, one in areas().items():
        assert bool(one.region) == (code[0] == "E" and code[:3] != "E92")


def test_the_list_has_every_council_each_once_with_its_centre_in_its_nation() -> None:
    councils = [one for one in areas().values() if one.kind and one.kind.width == Width.COUNCIL]
    assert Counter(one.code[:3] for one in councils) == COUNCILS
    assert all(len(named(one.name)) == 1 for one in councils)
    for one in councils:
        assert one.nation
        assert one.latitude is not None
        assert one.longitude is not None
        assert one.nation.holds(float(one.latitude), float(one.longitude)), one


def test_only_councils_have_a_centre() -> None:
    centred = [one for one in areas().values() if one.latitude is not None]
    assert len(centred) == sum(COUNCILS.values())
    assert all((one.latitude is None) == (one.longitude is None) for one in areas().values())


def test_the_councils_of_a_region_lie_together() -> None:
    centres: dict[str, list[tuple[float, float]]] = {}
    for one in areas().values():
        if one.region and one.latitude is not None and one.longitude is not None:
            points = centres.setdefault(one.region, [])
            points.append((float(one.latitude), float(one.longitude)))
    assert len(centres) == 9
    for points in centres.values():
        middle = [sorted(axis)[len(points) // 2] for axis in zip(*points, strict=True)]
        for north, east in points:
            # The Isles of Scilly are farthest from the middle of their region.
            assert abs(north - middle[0]) < 1.7
            assert abs(east - middle[1]) < 4.2


@pytest.mark.parametrize(
    ("code", "name", "now", "region"),
    [
        ("E07000028", "Carlisle", "Cumberland", "North West"),
        ("E08000016", "Barnsley", "Barnsley", "Yorkshire and The Humber"),
        ("S12000046", "Glasgow City", "Glasgow City", None),
    ],
)
def test_a_retired_code_says_what_it_was_and_which_council_has_the_area_now(
    code: str, name: str, now: str, region: str | None
) -> None:
    old = retired(code)
    assert old
    assert (old.name, old.now.name) == (name, now)
    assert area(code) is None
    assert region_of(code) == region
    assert not missing(code)


@pytest.mark.parametrize("code", ["E12000010", "W92000040", "E07000001", "S12000001"])
def test_a_code_is_missing_if_no_area_has_had_it(code: str) -> None:
    assert missing(code)


@pytest.mark.parametrize("code", ["E06000023", "E06000067", "E06999901", "E10000002", "E05000001"])
def test_a_code_is_not_missing_if_it_is_known_or_may_be_newer_or_of_another_kind(code: str) -> None:
    assert not missing(code)


def test_every_number_that_ons_has_given_a_unitary_authority_is_known() -> None:
    for number in range(1, 67):
        code = f"E06{number:06}"
        assert bool(area(code)) != bool(retired(code)), code


def test_the_list_says_what_it_is_taken_from_and_of_when_as_its_rule_does() -> None:
    assert "Office for National Statistics" in SOURCE
    assert "of April 2025" in SOURCE
    assert "April 2025" in (unknown_place_code.__doc__ or "")
