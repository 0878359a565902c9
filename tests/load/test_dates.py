"""Dates as people type them, and as citation styles want them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.load.dates import When, when


def _when(**fields: str) -> When | None:
    return when(lambda name: fields.get(name, ""))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2004", {"date-parts": [[2004]]}),
        ("2004-03-31", {"date-parts": [[2004, 3, 31]]}),
        ("2004-03-31T10:00", {"date-parts": [[2004, 3, 31]]}),
        ("1990/1992-05", {"date-parts": [[1990], [1992, 5]]}),
        ("1990/", {"date-parts": [[1990]]}),
        ("1962~", {"date-parts": [[1962]], "circa": True}),
        ("1962?", {"date-parts": [[1962]], "circa": True}),
        ("2001-22", {"date-parts": [[2001]], "season": 2}),
        ("-0044", {"date-parts": [[-44]]}),
        ("2024-02-30", {"date-parts": [[2024, 2]]}),
        ("12 March 2012", {"date-parts": [[2012, 3, 12]]}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("2024-XX", {"date-parts": [[2024]]}),
        ("2024-03-XX", {"date-parts": [[2024, 3]]}),
        ("2024/03", {"literal": "2024/03"}),
    ],
)
def test_a_date_is_read(date: str, expected: When) -> None:
    assert _when(date=date) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("{1999}", {"date-parts": [[1999]]}),
        ("2024a", {"date-parts": [[2024]]}),
        ("[1999]", {"date-parts": [[1999]]}),
        ("c. 1962", {"date-parts": [[1962]], "circa": True}),
        ("2001--", {"date-parts": [[2001]]}),
        ("2004/2006", {"date-parts": [[2004], [2006]]}),
        ("1999--02", {"date-parts": [[1999], [2002]]}),
        ("May 2003", {"date-parts": [[2003, 5]]}),
        ("in press", {"literal": "in press"}),
        ("n.d.", None),
        ("", None),
    ],
)
def test_a_year_is_read_whatever_stands_beside_it(year: str, expected: When | None) -> None:
    assert _when(year=year) == expected


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        ("January", "", {"date-parts": [[2001, 1]]}),
        ("Sept.", "", {"date-parts": [[2001, 9]]}),
        ("6", "", {"date-parts": [[2001, 6]]}),
        ("12~March", "", {"date-parts": [[2001, 3, 12]]}),
        ("March~12", "", {"date-parts": [[2001, 3, 12]]}),
        ("May", "3", {"date-parts": [[2001, 5, 3]]}),
        ("Jan--Feb", "", {"date-parts": [[2001, 1], [2001, 2]]}),
        ("Fall", "", {"date-parts": [[2001]], "season": 3}),
        ("soon", "", {"date-parts": [[2001]]}),
    ],
)
def test_month_and_day_are_read(month: str, day: str, expected: When) -> None:
    assert _when(year="2001", month=month, day=day) == expected


def test_the_exact_date_counts_before_the_year() -> None:
    assert _when(date="2004-03", year="2003") == {"date-parts": [[2004, 3]]}
    assert _when(date="", year="2003") == {"date-parts": [[2003]]}


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_typed_dates_are_whole_numbers(date: str, year: str, month: str) -> None:
    found = _when(date=date, year=year, month=month) or {}
    assert all(isinstance(part, int) for parts in found.get("date-parts", ()) for part in parts)
