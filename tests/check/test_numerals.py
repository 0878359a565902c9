"""What people write where a number in digits belongs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.check.numerals import Numeral, in_digits
from evidence_commons.model.text import Number, Text


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("2,000", "2000"),
        ("1,234,567.20", "1234567.20"),
        ("2 000", "2000"),
        ("2\u00a0000", "2000"),
        ("\u22122.59", "-2.59"),
        ("\u20135", "-5"),
        (".5", "0.5"),
        ("5.", "5"),
    ],
)
def test_what_can_mean_one_number_alone_is_sure(typed: str, digits: str) -> None:
    assert in_digits(typed) == Numeral(digits, sure=True)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("1,234", "1234"),
        ("1,5", "1.5"),
        ("51,4545", "51.4545"),
        ("1.5m", "1500000"),
        ("1.5 million", "1500000"),
        ("2k", "2000"),
        ("1,200 thousand", "1200000"),
        ("3bn", "3000000000"),
        ("ten", "10"),
        ("ninety-six", "96"),
        ("a hundred", "100"),
        ("two hundred and twelve", "212"),
        ("Three Thousand", "3000"),
        ("two hundred thousand", "200000"),
        ("one million two hundred", "1000200"),
    ],
)
def test_what_very_likely_means_a_number_is_not_sure(typed: str, digits: str) -> None:
    found = in_digits(typed)
    assert found
    assert found.digits == digits
    assert not found.sure


@pytest.mark.parametrize(
    "typed",
    ["", "many", "and", "hundred", "1,23,456", "12 of 40", "10-12", "1e3", "½", "2000 people"],
)
def test_what_is_no_one_number_is_none(typed: str) -> None:
    assert in_digits(typed) is None


@settings(deadline=None)
@given(st.text("0123456789.,-+ kmbn£%andtwohure\u2212", max_size=70))
def test_whatever_is_found_is_a_number(typed: str) -> None:
    found = in_digits(typed)
    assert found is None or Number.read(Text(found.digits))
