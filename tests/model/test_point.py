"""Where a place is: what was typed, or what follows from its code."""

import pytest

from evidence_commons.model.case_study import Place
from evidence_commons.model.text import Number, Text

HALIFAX = Text("Halifax")


def test_without_coordinates_a_place_is_at_the_centre_of_its_council_s_area() -> None:
    point = Place(name=HALIFAX, gss=Text("E08000033")).point
    assert point
    assert point.words == "53.72, -1.96"
    assert point.derived


def test_coordinates_that_were_typed_win() -> None:
    north, east = Number("53.7250"), Number("-1.86")
    point = Place(name=HALIFAX, gss=Text("E08000033"), latitude=north, longitude=east).point
    assert point
    assert point.words == "53.7250, -1.86"
    assert not point.derived


def test_half_a_point_does_not_count() -> None:
    point = Place(name=HALIFAX, gss=Text("E08000033"), latitude=Number("53.725")).point
    assert point
    assert point.derived


@pytest.mark.parametrize("code", ["E12000007", "W92000004", "K02000001", "E06999901", "E07000028"])
def test_nations_regions_and_codes_that_are_not_in_the_list_have_no_point(code: str) -> None:
    assert Place(name=Text("Somewhere"), gss=Text(code)).point is None


def test_a_place_without_a_code_has_no_point_and_no_kind() -> None:
    place = Place(name=Text("Fjellby"))
    assert place.point is None
    assert place.kind is None


def test_a_place_has_the_kind_of_its_code() -> None:
    kind = Place(name=Text("Brixton"), gss=Text("E09000022")).kind
    assert kind
    assert kind.name == "London borough"
