"""An empty place says why it is empty."""

import pytest

from evidence_commons.model.gap import gap
from evidence_commons.model.question import PolicyQuestion, Search
from evidence_commons.model.text import Date, Text


def search(
    status: str,
    date: str = "2024-05",
    themes: str = "",
    outcomes: str = "",
    found: str = "",
    *,
    works: str = "",
) -> Search:
    return Search(
        status=Text(status),
        date=Date(date),
        themes=tuple(map(Text, themes.split())),
        outcomes=tuple(map(Text, outcomes.split())),
        found=Text(found),
        works=tuple(map(Text, works.split())),
    )


def words(*searches: Search, theme: str = "food", outcome: str = "health") -> str:
    question = PolicyQuestion(
        id=Text("q"), title=Text("Q"), question=Text("What?"), searches=searches
    )
    return gap([question], theme, outcome).words


@pytest.mark.parametrize(
    ("searches", "said"),
    [
        ([], "not searched"),
        ([search("done")], "none found, May 2024"),
        ([search("done", themes="food", outcomes="health trust")], "none found, May 2024"),
        ([search("done", themes="homes")], "not searched"),
        ([search("done", outcomes="trust")], "not searched"),
        ([search("under-way")], "search under way"),
        ([search("not-applicable", themes="food")], "not applicable"),
        ([search("begun", works="a b")], "none in the 2 works read, May 2024"),
        ([search("begun", works="a")], "none in the 1 work read, May 2024"),
        ([search("begun", "2025", works="a"), search("done")], "none found, May 2024"),
        ([search("done"), search("under-way", "2020")], "search under way"),
        ([search("not-applicable"), search("done", "2023")], "none found, 2023"),
        ([search("done", "2021"), search("done", "2024-10")], "none found, October 2024"),
    ],
)
def test_it_follows_from_the_searches_that_cover_it(searches: list[Search], said: str) -> None:
    assert words(*searches) == said


def test_a_look_at_some_outcomes_is_none_at_all_of_them() -> None:
    assert words(search("done", outcomes="health"), outcome="") == "not searched"
    assert words(search("done"), outcome="") == "none found, May 2024"
