"""Rules about claims and figures speak where something is wrong, and are silent otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_commons.pipeline import open_commons

ROBIN = "case_studies/robin-taxis.yaml"
OWL = "case_studies/owl-library.yaml"
MEMBERS = "docs/metrics/members.md"
FIGURE = "      value: 120\n      hedge: almost\n      date: 2024\n      place: Aber Nowhere\n"
CITED = "    citations:\n      - key: owl2024\n"
WAITS = "    independent: no\n    sample: 212\n    period: 2019/2021\n"

Edit = Callable[[str, str, str], None]


def found(commons: Path) -> list[str]:
    """The rules that tell something."""
    return [one.rule for one in open_commons(commons).diagnostics]


@pytest.mark.parametrize(
    ("text", "is_plan"),
    [
        ("The co-op will lend tools to every house.", True),
        ("It plans to lend tools to every house.", True),
        ("Its members are expected to save a tenth.", True),
        ("The will to share grew in the street.", False),
        ("Its plans to build a second shop came to nothing.", False),
        ("People who will not go online came to the shop.", False),
        ("The goodwill of the street kept it open.", False),
        ("It drew on free will and good will alike.", False),
    ],
)
def test_a_plan_is_told_from_a_statement(
    commons: Path, edit: Edit, text: str, is_plan: bool
) -> None:
    edit(OWL, "text: People in the street bought fewer drills.", f"text: {text}")
    assert found(commons) == ["plan-as-claim"] * is_plan


@pytest.mark.parametrize(
    "text",
    [
        "Prof. Plover and Dr. Wren counted 2.5 drills. St. Olga's lent none.",
        "People bought fewer drills, e.g. in Aber St. and Hill Rd. This was new.",
        "They asked no. 12, no. 14 and no. 16. All of them had a drill.",
    ],
)
def test_two_sentences_are_one_statement_whatever_is_shortened_in_them(
    commons: Path, edit: Edit, text: str
) -> None:
    edit(OWL, "text: People in the street bought fewer drills.", f"text: {text}")
    assert found(commons) == []


class TestAFigureAndItsQuote:
    @pytest.mark.parametrize(
        "quote",
        [
            "almost 120 members",
            "120 members in 2024",
            "of 300 people in the street 120 joined",
            "in its 2nd year",
            "open on 3 days a week with more than a hundred members",
            "open 3 days a week",
            "with a grant of £5,000",
            "grew by 12%",
            "since phase 2",
            "shop 2 has six score members",
            "everyone in the 1990s houses",
            "two streets and 40 houses joined",
        ],
    )
    def test_are_not_compared_where_they_need_not_speak_of_the_same(
        self, commons: Path, edit: Edit, quote: str
    ) -> None:
        edit(OWL, CITED, f"{CITED}        quote: {quote}\n")
        assert found(commons) == []

    @pytest.mark.parametrize(
        ("quote", "number"),
        [("210 members joined in 2024", "210"), ("nearly 1.2m people", "1.2m")],
    )
    def test_are_told_where_they_differ(
        self, commons: Path, edit: Edit, quote: str, number: str
    ) -> None:
        edit(OWL, CITED, f"{CITED}        quote: {quote}\n")
        [told] = open_commons(commons).diagnostics
        assert told.rule == "figure-against-quote"
        assert f'"{number}"' in told.message

    def test_may_differ_where_a_note_says_how(self, commons: Path, edit: Edit) -> None:
        edit(OWL, FIGURE, f"{FIGURE}      note: Worked out from 60 houses of two people each.\n")
        edit(OWL, CITED, f"{CITED}        quote: 60 houses joined\n")
        assert found(commons) == []

    @pytest.mark.parametrize(
        ("quote", "hedge"),
        [
            ("over 120 members", "over"),
            ("More than 120 members", "over"),
            ("up to 120 members", "up-to"),
            ("at least 120 members", "at-least"),
        ],
    )
    def test_a_lost_hedge_is_told_with_the_line_to_add(
        self, commons: Path, edit: Edit, quote: str, hedge: str
    ) -> None:
        terms = "".join(
            f"  - id: {name}\n    label: {name}\n    definition: A caution.\n"
            for name in ("at-least", "up-to")
        )
        edit("case_studies/vocabulary/hedges.yaml", "terms:\n", f"terms:\n{terms}")
        edit(OWL, "      hedge: almost\n", "")
        edit(OWL, CITED, f"{CITED}        quote: {quote}\n")
        [told] = open_commons(commons).diagnostics
        assert told.rule == "lost-hedge"
        assert f"hedge: {hedge}" in told.help

    def test_a_figure_without_caution_has_lost_none(self, commons: Path, edit: Edit) -> None:
        edit(OWL, "      hedge: almost\n", "")
        edit(OWL, CITED, f"{CITED}        quote: over 60 days it found 120 members\n")
        assert found(commons) == []


class TestTheDateOfAFigure:
    def test_can_be_the_time_of_its_claim(self, commons: Path, edit: Edit) -> None:
        edit(OWL, "      date: 2024\n", "")
        assert found(commons) == []

    def test_can_be_said_to_be_unknown(self, commons: Path, edit: Edit) -> None:
        edit(MEMBERS, "    date: 2022\n", "")
        edit(MEMBERS, "note: All", "note: The article gives no date. All")
        assert found(commons) == []

    def test_is_not_told_where_it_cannot_be_read(self, commons: Path, edit: Edit) -> None:
        edit(MEMBERS, "    date: 2022\n", "    date: last spring\n")
        assert found(commons) == ["bad-date"]

    def test_can_lie_ahead_of_a_work_that_foretells_it(self, commons: Path, edit: Edit) -> None:
        edit(MEMBERS, "    date: 2022\n", "    date: 2030\n")
        edit(MEMBERS, "note: All", "note: A forecast for all")
        assert "figure-after-its-work" not in found(commons)


@pytest.mark.parametrize(
    ("title", "value", "is_odd"),
    [
        ("Members who vote", "140", True),
        ("Members who vote", "-1", True),
        ("Members who vote", "100", False),
        ("Growth in members", "140", False),
        ("Change in members", "-20", False),
    ],
)
def test_a_share_is_a_part_of_a_whole(
    commons: Path, edit: Edit, title: str, value: str, is_odd: bool
) -> None:
    for path, old in ((OWL, "value: 120"), (ROBIN, "value: 400"), (MEMBERS, "value: 31000")):
        edit(path, old, "value: 40")
    edit(MEMBERS, "unit: people", "unit: per cent")
    edit(MEMBERS, "title: Members", f"title: {title}")
    edit(MEMBERS, "value: 40", f"value: {value}")
    assert found(commons) == ["odd-figure"] * is_odd


class TestALevelThatPeopleSet:
    def rate(self, edit: Edit, level: str, *raters: str) -> None:
        lines = "".join(f"        - name: {name}\n" for name in raters)
        listed = f"      raters:\n{lines}" if lines else ""
        rating = f"    rating:\n      level: {level}\n      because: It was held against both.\n"
        edit(ROBIN, WAITS, WAITS + rating + listed)

    def test_may_be_lower_at_any_time(self, commons: Path, edit: Edit) -> None:
        self.rate(edit, "1")
        assert found(commons) == []

    def test_may_be_higher_where_two_say_so(self, commons: Path, edit: Edit) -> None:
        self.rate(edit, "3", "Bola Heron", "Ines Plover")
        assert found(commons) == []

    def test_is_not_raised_by_one_who_is_named_twice(self, commons: Path, edit: Edit) -> None:
        self.rate(edit, "3", "Bola Heron", "bola heron")
        assert found(commons) == ["unfounded-rating"]

    def test_may_be_lowered_by_those_who_are_tied(self, commons: Path, edit: Edit) -> None:
        self.rate(edit, "1", "Ada Wren")
        assert found(commons) == []

    def test_may_be_raised_by_those_who_say_that_nothing_ties_them(
        self, commons: Path, edit: Edit
    ) -> None:
        self.rate(edit, "3", "Bola Heron\n          interest: None", "Ines Plover")
        assert found(commons) == []

    def test_is_not_judged_while_a_fact_cannot_be_read(self, commons: Path, edit: Edit) -> None:
        edit(ROBIN, "design: before-after", "design: befor-after")
        self.rate(edit, "3", "Bola Heron")
        assert found(commons) == ["unknown-term"]


class TestWhatHidesAField:
    def test_a_slip_in_the_name_of_a_fact(self, commons: Path, edit: Edit) -> None:
        edit(ROBIN, "    sample: 212\n", "    sampel: 212\n")
        assert found(commons) == ["unknown-field"]

    def test_a_sample_that_cannot_be_read(self, commons: Path, edit: Edit) -> None:
        edit(ROBIN, "    sample: 212\n", "    sample: many\n")
        assert found(commons) == ["bad-number"]

    def test_a_slip_in_a_search(self, commons: Path, edit: Edit) -> None:
        edit("docs/questions/who-owns-the-wires.md", "    words: taxi", "    word: taxi")
        assert found(commons) == ["unknown-field"]


def test_a_search_that_goes_on_need_not_say_what_it_found(commons: Path, edit: Edit) -> None:
    question = "docs/questions/who-owns-the-wires.md"
    edit(question, "  - status: done", "  - status: under-way")
    edit(question, "    found: Three works, of which two are cited here.\n", "")
    assert found(commons) == []


def test_one_organisation_may_have_two_roles(commons: Path, edit: Edit) -> None:
    edit(
        ROBIN,
        "  - name: Lower Nowhere Town Council\n    role: funder\n",
        "  - name: Lower Nowhere Town Council\n    role: funder\n"
        "  - name: Lower Nowhere Town Council\n    role: operator\n",
    )
    assert found(commons) == []


@pytest.mark.parametrize(
    ("checked", "is_old"), [("2021", False), ("2021-01", False), ("2020-12", True)]
)
def test_a_check_in_the_year_of_the_work_may_be_later(
    commons: Path, edit: Edit, checked: str, is_old: bool
) -> None:
    edit(ROBIN, "checked: 2024-05-02", f"checked: {checked}")
    assert found(commons) == ["checked-before-published"] * is_old


@pytest.mark.parametrize(
    ("period", "typed", "sure"),
    [
        ("2021-2022", "2021/2022", True),
        ("2021 to 2022", "2021/2022", True),
        ("from 2021 until 2022", "2021/2022", True),
        ("between 2021 and 2022", "2021/2022", True),
        ("2021 – 2022", "2021/2022", True),
        ("2021/22", "2021/2022", True),
        ("2021-22", "2021/2022", True),
        ("2011/12", "", False),
        ("2021/19", "", False),
        ("March to May 2021", "2021-03/2021-05", False),
        ("2021-03 - 2021-09-30", "2021-03/2021-09-30", False),
        ("May 2021 to March 2021", "", False),
        ("March 2021", "2021-03", False),
        ("since 2021", "", False),
        ("2021/", "", False),
        ("two years", "", False),
        ("2021/2022/2023", "", False),
    ],
)
def test_a_time_is_told_as_we_write_it(
    commons: Path, edit: Edit, period: str, typed: str, sure: bool
) -> None:
    edit(ROBIN, "period: 2019/2021", f"period: {period}")
    told = [one for one in open_commons(commons).diagnostics if one.rule == "bad-period"]
    assert [(one.typed, one.sure) for one in told] == [(typed, sure)]
