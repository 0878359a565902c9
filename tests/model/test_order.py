"""The order in which readers meet things: as people look them up, not as signs are numbered."""

import unicodedata
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.model.order import by_title


class Titled(NamedTuple):
    title: str


def ordered(*titles: str) -> list[str]:
    return [one.title for one in by_title(map(Titled, titles))]


def test_capitals_accents_and_a_leading_the_do_not_count() -> None:
    assert ordered("zinc", "The Élan", "eland", "Aspen", "école", "THE ÉCU", "Theory") == [
        "Aspen",
        "école",
        "THE ÉCU",
        "The Élan",
        "eland",
        "Theory",
        "zinc",
    ]


@given(st.lists(st.text()))
def test_the_order_of_titles_with_few_odd_signs_is_that_of_all_titles(titles: list[str]) -> None:
    def looked_up(title: str) -> str:
        parted = unicodedata.normalize("NFKD", title.casefold()).removeprefix("the ")
        return "".join(sign for sign in parted if not unicodedata.combining(sign))

    assert ordered(*titles) == sorted(titles, key=lambda title: (looked_up(title), title))
