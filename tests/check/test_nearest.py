"""Near matches: a slip is found, and something else is not taken for it."""

import pytest

from evidence_commons.check.nearest import (
    listed,
    nearest,
    only_numbers_differ,
    same_name,
    sure_match,
)

WORKS = ["schumacher2010", "coldicutt2024", "owl2024", "oak2024", "smith2024a"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("coldicut2024", "coldicutt2024"),
        ("coldicutt2042", "coldicutt2024"),
        ("Owl2024", "owl2024"),
        ("chachra2023", ""),
        ("elk2024", ""),
        ("schubert2013", ""),
        ("smth2024a", "smith2024a"),
        ("smiht2024a", "smith2024a"),
        ("olw2024", "owl2024"),
        ("sith2024", ""),
        ("smth2023a", ""),
        ("mith2024a", ""),
        ("odk2024", "oak2024"),
        ("", ""),
    ],
)
def test_a_name_is_the_same_only_but_for_a_slip(name: str, known: str) -> None:
    assert same_name(name, WORKS) == known


def test_a_slip_at_the_front_that_may_be_of_two_names_is_of_neither() -> None:
    assert same_name("smth2024", ["smith2024", "smyth2024"]) == ""


def test_a_slip_at_the_front_needs_a_number_to_be_sure_of_the_rest() -> None:
    assert same_name("Lweeds", ["Leeds"]) == ""


def test_a_word_has_a_wider_neighbourhood_than_a_name() -> None:
    assert nearest("schubert2010", WORKS) == "schumacher2010"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("GLS66", "GLS060", True),
        ("owl2025", "owl2024", True),
        ("smith2024", "smith2024a", True),
        ("smith2024b", "smith2024a", True),
        ("smiht2024", "smith2024", False),
        ("Owl2024", "owl2024", False),
        ("food", "", False),
    ],
)
def test_names_may_differ_in_numbers_alone(one: str, other: str, told: bool) -> None:
    assert only_numbers_differ(one, other) is told


@pytest.mark.parametrize(
    ("word", "meant", "others"),
    [
        ("foood", "food", ["good"]),
        ("fodo", "food", ["soil"]),
        ("Food", "food", ["foods"]),
        ("community energy", "community-energy", []),
        ("start-date", "start_date", ["end_date"]),
        ("transprot", "transport", ["sport"]),
        ("coldicut2024", "coldicutt2024", ["smith2024"]),
    ],
)
def test_a_word_with_one_slip_is_sure(word: str, meant: str, others: list[str]) -> None:
    assert sure_match(word, meant, [meant, *others])


@pytest.mark.parametrize(
    ("word", "meant", "others"),
    [
        ("fod", "food", []),
        ("production", "reduction", []),
        ("unincorporated", "incorporated", []),
        ("ransport", "transport", []),
        ("smith2023", "smith2024", []),
        ("smith2024b", "smith2024", []),
        ("coldicut2024", "coldicutt2024", ["coldicott2024"]),
        ("foods", "food", ["floods"]),
        ("Food", "food", ["FOOD"]),
        ("food", "", []),
        ("", "food", []),
    ],
)
def test_a_word_that_can_be_another_is_not(word: str, meant: str, others: list[str]) -> None:
    assert not sure_match(word, meant, [meant, *others])


class TestWordsInAList:
    def test_stand_in_a_sentence(self) -> None:
        assert listed(["b", "a", "c"]) == "a, b and c"
        assert listed([]) == "none yet"

    def test_are_counted_where_there_are_many(self) -> None:
        assert listed(map(str, range(10, 30)), 2) == "10, 11 and 18 more"

    @pytest.mark.parametrize("word", ["w" * 50, "w" * 100, "w" * 100_000])
    def test_are_never_too_long_for_a_message(self, word: str) -> None:
        every = [f"{number}{word}" for number in range(20)]
        assert len(listed(every)) < 300
        assert listed(every).endswith(" more")
