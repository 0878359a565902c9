"""Numbers in the words of works, held against figures."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.check.figures import numbers, same


@pytest.mark.parametrize(
    ("quote", "value", "unit"),
    [
        ("over 9,700 more tech founders", "9700", "founders"),
        ("£5.7 billion increase in GVA", "5.7", "billion pounds"),
        ("5,700,000,000 pounds more", "5.7", "billion pounds"),
        ("almost 5 million people", "5000000", "people"),
        ("an average of 14.8kg of waste", "14.8", "kg per person"),
        ("an average of 14.83 kg of waste", "14.8", "kg per person"),
        ("64% of businesses", "64", "per cent"),
        ("64% of businesses", "0.64", "share"),
        ("a budget of £212k", "212000", "pounds"),
        ("a rise to 1.5m users", "1500000", "users"),
    ],
)
def test_a_figure_is_known_by_its_unit_its_rounding_and_its_scale(
    quote: str, value: str, unit: str
) -> None:
    [number] = numbers(quote)
    assert same(Decimal(value), number, unit)


@pytest.mark.parametrize(
    ("quote", "value"), [("over 400 members", "410"), ("over 400 members", "4"), ("1.5m", "15")]
)
def test_another_number_is_another_number(quote: str, value: str) -> None:
    [number] = numbers(quote)
    assert not same(Decimal(value), number, "members")


@pytest.mark.parametrize("quote", ["COVID-19", "G7", "v1.2.3", "some four hundred", ""])
def test_digits_in_a_name_are_no_number(quote: str) -> None:
    assert not [*numbers(quote)]


@settings(deadline=None)
@given(st.text("0123456789,. £km", max_size=60), st.decimals(-(10**15), 10**15, places=15))
def test_any_quote_can_be_held_against_any_figure(quote: str, value: Decimal) -> None:
    for number in numbers(quote):
        assert same(value, number, "million people") in (True, False)
