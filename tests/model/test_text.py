"""What a text means: numbers, dates, addresses, yes and no."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.diagnostics import Location
from evidence_commons.model.text import Date, Number, Text, Url, YesNo

PLACE = Location("entry.yaml", 3, 7)


def text(typed: str) -> Text:
    return Text(typed, PLACE)


@pytest.mark.parametrize("kind", [Text, Number, Date, Url, YesNo])
@settings(deadline=None)
@given(typed=st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(kind: type[Text], typed: str) -> None:
    try:
        read = kind.read(text(typed))
    except ValueError as refusal:
        assert str(refusal).strip()
    else:
        assert read == typed
        assert read.location == PLACE


class TestText:
    def test_is_the_same_as_its_words_wherever_they_stand(self) -> None:
        assert text("food") == "food" == Text("food", Location("other.yaml"))
        assert len({text("food"), "food"}) == 1


class TestNumber:
    @pytest.mark.parametrize("typed", ["0", "1.20", "-2.59", "+3", "007", "31000"])
    def test_is_kept_as_typed(self, typed: str) -> None:
        assert Number.read(text(typed)) == typed

    @pytest.mark.parametrize(
        "typed", ["", "1,000", "1e3", "NaN", "inf", "½", "٣", "12:30", "1.", ".5"]
    )
    def test_is_nothing_but_digits_and_a_point(self, typed: str) -> None:
        with pytest.raises(ValueError, match="digits"):
            Number.read(text(typed))

    def test_has_a_value_and_a_form_for_readers(self) -> None:
        number = Number.read(text("1234567.20"))
        assert number.value == Decimal("1234567.20")
        assert number.grouped == "1,234,567.20"


class TestDate:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [("2024", "2024"), ("2024-03", "March 2024"), ("2024-02-29", "29 February 2024")],
    )
    def test_is_a_year_a_month_or_a_day(self, typed: str, words: str) -> None:
        assert Date.read(text(typed)).words == words

    @pytest.mark.parametrize(
        ("typed", "why"),
        [
            ("31 March 2024", "year first"),
            ("2024-3-1", "year first"),
            ("24", "year first"),
            ("2024-13", "no month 13"),
            ("2024-00", "no month 00"),
            ("2023-02-29", "28 days"),
            ("1900-02-29", "28 days"),
            ("2024-04-31", "April 2024 has 30 days"),
            ("2024-01-00", "31 days"),
        ],
    )
    def test_is_in_the_calendar(self, typed: str, why: str) -> None:
        with pytest.raises(ValueError, match=why):
            Date.read(text(typed))

    @settings(deadline=None)
    @given(st.dates())
    def test_every_day_of_the_calendar_is_one(self, day: object) -> None:
        assert Date.read(text(str(day))) == str(day)

    @pytest.mark.parametrize(
        ("one", "other", "is_before"),
        [
            ("2023-12", "2024", True),
            ("2024-02-28", "2024-02-29", True),
            ("2024", "2024-03", False),
            ("2024-03", "2024", False),
            ("2024-03", "2024-03-31", False),
            ("2024", "2023-12", False),
            ("2024", "2024", False),
        ],
    )
    def test_is_before_another_where_that_is_certain(
        self, one: str, other: str, is_before: bool
    ) -> None:
        assert Date(one).before(Date(other)) is is_before


class TestUrl:
    @pytest.mark.parametrize(
        "typed",
        [
            "https://a.example",
            "http://a.example/b?c=d#e",
            "HTTPS://A.example",
            "https://é.example/ü",
        ],
    )
    def test_leads_to_the_web(self, typed: str) -> None:
        assert Url.read(text(typed)) == typed

    @pytest.mark.parametrize(
        "typed",
        [
            "www.a.example",
            "a.example",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " https://a.example",
            "https://a.example/b c",
            "java\tscript:x",
            "data:text/html,x",
            "ftp://a.example",
            "https:///nowhere",
            "https://localhost",
            "https://[::1",
            'https://a.example/"onclick=',
            "https://a.example/<script>",
            "https://wren:secret@a.example/",
            "https://a.example:99999/",
            "https://a.example:door/",
        ],
    )
    def test_leads_nowhere_else(self, typed: str) -> None:
        with pytest.raises(ValueError, match=r"\w"):
            Url.read(text(typed))


class TestYesNo:
    def test_is_one_of_two_words(self) -> None:
        assert YesNo.read(text("yes")) == "yes"
        assert YesNo.read(text("no")) == "no"

    @pytest.mark.parametrize("typed", ["Yes", "NO", "true", "y", "on", "1", ""])
    def test_is_no_other_word(self, typed: str) -> None:
        with pytest.raises(ValueError, match="yes or no"):
            YesNo.read(text(typed))
