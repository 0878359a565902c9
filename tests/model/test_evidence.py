"""Strength is derived from facts: more facts never make it less, and each step says why."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim, Person, Rating
from evidence_commons.model.evidence import LEVEL_MEANINGS, LEVEL_NAMES, Strength, strength
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.text import Number, Period, Text, YesNo
from evidence_commons.model.vocabulary import Term

WREN = Reference(key=Text("wren"), kind="book", title="A", authors=(Name("Wren", "Ada"),))
PLOVER = Reference(key=Text("plover"), kind="book", title="B", authors=(Name("Plover"),))
WREN_AGAIN = replace(WREN, key=Text("wren2"), authors=(Name("Finch"), Name("Wren", "Ada")))
NO_AUTHOR = replace(WREN, key=Text("web"), authors=())

SHOWS = ["account", "change", "contribution", "cause"]


def design(shows: str | None) -> Term:
    return Term(
        id=Text("survey"),
        label=Text("Survey"),
        definition=Text("People were asked."),
        shows=Text(shows) if shows else None,
    )


BARE = Claim(
    id=Text("rides"),
    text=Text("There were more rides."),
    outcome=Text("access"),
    direction=Text("better"),
    design=Text("survey"),
)
CITED = replace(BARE, citations=(Citation(key=Text("wren")),))
MEASURED = replace(CITED, sample=Number("200"), period=Period("2021"))
APART = replace(MEASURED, independent=YesNo("yes"))
SPREAD = replace(
    APART,
    replicated_in=(Text("Fjellby"), Text("Upper Nowhere")),
    manual=Citation(key=Text("heron")),
)


@pytest.mark.parametrize(
    ("claim", "shows", "works", "cost_known", "level"),
    [
        (BARE, "cause", [], True, 1),
        (CITED, "account", [WREN], True, 1),
        (CITED, "cause", [WREN], True, 1),
        (MEASURED, None, [WREN], True, 1),
        (MEASURED, "change", [], True, 1),
        (MEASURED, "change", [WREN], False, 2),
        (MEASURED, "contribution", [WREN], True, 2),
        (APART, "contribution", [WREN], False, 3),
        (MEASURED, "cause", [WREN], False, 3),
        (APART, "cause", [WREN, WREN_AGAIN], True, 3),
        (APART, "cause", [WREN, NO_AUTHOR], True, 3),
        (APART, "cause", [WREN, PLOVER], False, 3),
        (MEASURED, "cause", [WREN, PLOVER], True, 3),
        (APART, "cause", [WREN, PLOVER], True, 4),
        (replace(SPREAD, manual=None), "cause", [WREN, PLOVER], True, 4),
        (replace(SPREAD, replicated_in=(Text("Fjellby"),)), "cause", [WREN, PLOVER], True, 4),
        (SPREAD, "cause", [WREN, PLOVER], True, 5),
    ],
)
def test_the_level_follows_from_the_facts(
    claim: Claim, shows: str | None, works: list[Reference], cost_known: bool, level: int
) -> None:
    assert strength(claim, design(shows), works, cost_known).level == level


@st.composite
def cases(draw: st.DrawFn) -> dict[str, object]:
    """Any set of facts, as arguments."""
    return {
        "sample": draw(st.booleans()),
        "period": draw(st.booleans()),
        "independent": draw(st.booleans()),
        "places": draw(st.integers(0, 3)),
        "manual": draw(st.booleans()),
        "shows": draw(st.integers(0, 3)),
        "works": draw(st.integers(0, 3)),
        "cost": draw(st.booleans()),
    }


def derived(facts: dict[str, object]) -> Strength:
    works = [WREN, PLOVER, WREN_AGAIN][: int(str(facts["works"]))]
    claim = replace(
        BARE,
        citations=tuple(Citation(key=work.key) for work in works),
        sample=Number("200") if facts["sample"] else None,
        period=Period("2021") if facts["period"] else None,
        independent=YesNo("yes" if facts["independent"] else "no"),
        replicated_in=(Text("Fjellby"), Text("Upper Nowhere"), Text("Aber"))[
            : int(str(facts["places"]))
        ],
        manual=Citation(key=Text("heron")) if facts["manual"] else None,
    )
    return strength(claim, design(SHOWS[int(str(facts["shows"]))]), works, bool(facts["cost"]))


def more(fact: object) -> object:
    return True if isinstance(fact, bool) else min(3, int(str(fact)) + 1)


class TestForAnyFacts:
    @settings(deadline=None)
    @given(cases())
    def test_one_more_never_lowers_the_level(self, facts: dict[str, object]) -> None:
        for name, fact in facts.items():
            richer = facts | {name: more(fact)}
            assert derived(richer).level >= derived(facts).level

    @settings(deadline=None)
    @given(cases())
    def test_something_would_raise_it_until_the_highest(self, facts: dict[str, object]) -> None:
        found = derived(facts)
        assert bool(found.raised_by) == (found.level < 5)
        assert found.because

    @settings(deadline=None)
    @given(cases(), st.sampled_from(["better", "no-difference", "worse", "mixed", "unclear"]))
    def test_the_news_being_good_does_not_count(
        self, facts: dict[str, object], direction: str
    ) -> None:
        works = [WREN, PLOVER]
        claim = replace(SPREAD, direction=Text(direction))
        assert strength(claim, design("cause"), works, bool(facts["cost"])) == strength(
            SPREAD, design("cause"), works, bool(facts["cost"])
        )


class TestItsWords:
    def test_a_claim_without_citations_is_self_reported(self) -> None:
        assert "self-reported" in strength(BARE, design("cause"), [], True).because[0]

    def test_say_the_figures_that_were_given(self) -> None:
        found = strength(MEASURED, design("change"), [WREN], False)
        assert any("200" in words for words in found.because)

    def test_name_what_is_missing_and_nothing_else(self) -> None:
        found = strength(replace(MEASURED, period=None), design("change"), [WREN], False)
        assert found.raised_by == ("Say over what time it was measured.",)

    def test_a_design_that_nobody_knows_counts_as_an_account(self) -> None:
        assert strength(MEASURED, None, [WREN], True).level == 1

    def test_there_is_a_name_and_a_meaning_for_each_level(self) -> None:
        assert len(LEVEL_NAMES) == len(LEVEL_MEANINGS) == 5
        assert all(one != other for one, other in pairwise(LEVEL_NAMES))
        assert strength(BARE, design("cause"), [], True).name == LEVEL_NAMES[0]


class TestSpellingRaisesNothing:
    """A level must not be had by writing the same fact in two ways."""

    def test_one_author_spelled_out_and_shortened_is_one_author(self) -> None:
        shortened = replace(WREN, key=Text("w2"), authors=(Name("wren", "A."),))
        assert strength(APART, design("cause"), [WREN, shortened], True).level == 3

    def test_works_with_unnamed_further_authors_can_still_be_by_different_teams(self) -> None:
        one = replace(WREN, authors=(Name("Wren", "Ada"), Name("others")))
        two = replace(WREN, key=Text("p"), authors=(Name("Plover"), Name("others")))
        assert strength(APART, design("cause"), [one, two], True).level == 4

    def test_one_place_named_twice_is_one_place(self) -> None:
        twice = replace(SPREAD, replicated_in=(Text("Fjellby"), Text("fjellby")))
        assert strength(twice, design("cause"), [WREN, PLOVER], True).level == 4

    def test_the_place_of_the_project_itself_is_no_other_place(self) -> None:
        found = strength(SPREAD, design("cause"), [WREN, PLOVER], True, places=["Fjellby"])
        assert found.level == 4

    @pytest.mark.parametrize("sample", ["0", "-5"])
    def test_nobody_measured_is_not_measured(self, sample: str) -> None:
        none = replace(MEASURED, sample=Number(sample))
        assert strength(none, design("change"), [WREN], True).level == 1


def rating(level: str, *raters: str, because: str = "The survey asked friends.") -> Rating:
    people = tuple(Person(name=Text(name)) for name in raters)
    return Rating(level=Number(level), because=Text(because), raters=people)


class TestALevelThatPeopleSet:
    def set_to(self, given: Rating) -> Strength:
        claim = replace(MEASURED, rating=given)
        return strength(claim, design("change"), [WREN], False)

    def test_may_be_lower_with_a_reason(self) -> None:
        found = self.set_to(rating("1", "Ada Wren"))
        assert (found.level, found.derived) == (1, 2)
        assert "Ada Wren lowered it: The survey asked friends." in found.because[0]

    def test_is_raised_by_two_people(self) -> None:
        found = self.set_to(rating("3", "Ada Wren", "Bola Heron"))
        assert (found.level, found.derived) == (3, 2)
        assert "Ada Wren and Bola Heron raised it" in found.because[0]

    @pytest.mark.parametrize("raters", [(), ("Ada Wren",), ("Ada Wren", "ada wren")])
    def test_is_not_raised_by_fewer(self, raters: tuple[str, ...]) -> None:
        assert self.set_to(rating("3", *raters)).level == 2

    def test_does_not_count_without_a_reason(self) -> None:
        assert self.set_to(rating("1", "Ada Wren", because="")).level == 2

    @pytest.mark.parametrize("level", ["0", "6", "2.5", "-1", ""])
    def test_is_one_of_the_five(self, level: str) -> None:
        assert self.set_to(rating(level, "Ada Wren", "Bola Heron")).level == 2
