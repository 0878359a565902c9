"""Pictures of the values of metrics: scales, bars, dots over time, and how hedges are drawn."""

from decimal import Decimal

import pytest

from evidence_commons.model.collection import Sighting
from evidence_commons.model.metric import Observation
from evidence_commons.model.text import Date, Number, Text
from evidence_commons.render.chart import Tick, scale
from evidence_commons.render.chart_bars import MOST, bars
from evidence_commons.render.chart_columns import BY_YEAR, columns
from evidence_commons.render.chart_time import is_over_time, over_time


def seen(value: str, hedge: str = "", date: str = "", place: str = "Nowhere") -> Sighting:
    """A value of some metric."""
    return Sighting(
        Observation(
            value=Number(value),
            hedge=Text(hedge) if hedge else None,
            date=Date(date) if date else None,
            place=Text(place) if place else None,
        )
    )


def share(told: str) -> float:
    """The number in ``62.5%``."""
    return float(told.removesuffix("%"))


@pytest.mark.parametrize(
    ("values", "unit", "ends"),
    [
        (["400", "2000"], "members", ("0", "2,000")),
        (["31000", "120"], "people", ("0", "50,000")),
        (["0.3"], "pounds", ("0", "0.5")),
        (["3", "64"], "per cent", ("0", "100")),
        (["3", "640"], "per cent", ("0", "1,000")),
        (["-7", "9"], "pounds", ("-10", "10")),
        (["0", "0"], "people", ("0", "1")),
    ],
)
def test_a_scale_goes_from_zero_to_a_round_number_that_holds_all_values(
    values: list[str], unit: str, ends: tuple[str, str]
) -> None:
    drawn = scale(map(Decimal, values), unit)
    assert (drawn.ticks[0].words, drawn.ticks[-1].words) == ends
    assert (drawn.ticks[0].at, drawn.ticks[-1].at) == ("0%", "100%")
    assert all(0 <= drawn.share(Decimal(value)) <= 100 for value in values)


def test_a_bar_is_as_long_as_its_value_and_the_longest_stands_first() -> None:
    drawn = bars([seen("400"), seen("2000"), seen("1000")], "members")
    assert [one.width for one in drawn.bars] == ["100%", "50%", "20%"]
    assert {one.start for one in drawn.bars} == {"0%"}


def test_a_bar_below_zero_points_to_the_left_and_its_hedge_turns_with_it() -> None:
    longest, shortest = bars([seen("-4", "under"), seen("8", "under")], "pounds").bars
    assert (longest.left, longest.end) == (False, "under")
    assert (shortest.left, shortest.start, shortest.tip) == (True, shortest.tip, shortest.start)
    # Lower than -4 lies beyond the end of a bar that grows to the left.
    assert shortest.end == "over"


def test_what_is_not_drawn_is_counted() -> None:
    drawn = bars([seen(str(number)) for number in range(MOST + 7)], "people")
    assert len(drawn.bars) == MOST
    assert drawn.left_out == 7
    assert drawn.bars[0].sighting.observation.value == str(MOST + 6)


def test_values_of_one_place_and_different_dates_are_drawn_over_time() -> None:
    assert is_over_time([seen("1", date="2019"), seen("2", date="2020")])
    assert not is_over_time([seen("1", date="2019"), seen("2", date="2019")])
    assert not is_over_time([seen("1", date="2019"), seen("2", date="2020", place="Elsewhere")])
    assert not is_over_time([seen("1", date="2019"), seen("2")])


def test_values_of_no_known_place_are_not_joined_over_time() -> None:
    assert not is_over_time([seen("1", date="2019", place=""), seen("2", date="2020", place="")])


def test_one_place_among_many_does_not_make_a_picture_over_time() -> None:
    one_place = [seen("1", date="2019"), seen("2", date="2020")]
    others = [seen("3", date="2020", place=f"Place {number}") for number in range(2)]
    assert is_over_time([*one_place, others[0]])
    assert not is_over_time([*one_place, *others])


def test_dots_stand_at_their_time_and_height() -> None:
    drawn = over_time(
        [seen("50", date="2020"), seen("100", date="2021"), seen("25", date="2019-01-01")], "trees"
    )
    first, second, third = drawn.rows[0].dots
    assert share(first.x) < 1
    assert (second.x, third.x) == ("50%", "83.33%")
    assert [first.y, second.y, third.y] == ["75%", "50%", "0%"]
    assert [tick.words for tick in drawn.years] == ["2021", "2020", "2019"]


def test_each_place_has_a_row_on_the_same_scales_and_undated_values_are_counted() -> None:
    drawn = over_time(
        [
            seen("10", date="2019"),
            seen("20", date="2020"),
            seen("20", date="2020", place="Elsewhere"),
            seen("5"),
        ],
        "trees",
    )
    both, single = drawn.rows
    assert len(both.dots) == 2
    assert len(both.links) == 1
    assert single.links == []
    assert (single.dots[0].x, single.dots[0].y) == (both.dots[1].x, both.dots[1].y)
    assert drawn.left_out == 1


def test_words_that_would_lie_over_others_make_room_for_the_last_the_first_and_the_hedged() -> None:
    sightings = [seen(str(40_000 + year), date=str(1990 + year)) for year in range(30)]
    sightings[15] = seen("90000", "over", "2005")
    rooms = [dot.room for dot in over_time(sightings, "trees").rows[0].dots]
    assert rooms[15] == "all"
    assert rooms.count("") > 12
    wide = over_time([seen("1", date="2019"), seen("10", date="2024")], "trees").rows[0].dots
    assert {dot.room for dot in wide} == {"all"}


def test_zero_is_drawn_where_values_lie_on_both_sides_of_it() -> None:
    drawn = over_time([seen("-5", date="2019"), seen("5", date="2020")], "pounds")
    assert drawn.ticks == [Tick("100%", "-5"), Tick("50%", "0"), Tick("0%", "5")]


def test_columns_count_the_years_between_and_those_of_no_known_year_stand_apart() -> None:
    drawn = columns({2018: 4, 2020: 1}, unknown=2)
    assert [(one.name, one.count, one.height) for one in drawn] == [
        ("2018", 4, "100%"),
        ("2019", 0, "0%"),
        ("2020", 1, "25%"),
        ("not known", 2, "50%"),
    ]
    assert [one.known for one in drawn] == [True, True, True, False]
    assert share(drawn[3].x) - share(drawn[2].x) > 1.5 * (share(drawn[2].x) - share(drawn[1].x))
    assert columns({2018: 1}, unknown=0)[-1].name == "2018"


def test_many_years_are_counted_by_tens() -> None:
    drawn = columns({1844: 1, 1851: 2, 2024: 3}, unknown=0)
    assert len(drawn) < BY_YEAR
    assert [(one.name, one.count) for one in drawn if one.count] == [
        ("1840s", 1),
        ("1850s", 2),
        ("2020s", 3),
    ]
    assert sum(1 for one in drawn if one.label) <= 7
