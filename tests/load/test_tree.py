"""YAML is read as text with positions, whatever it holds."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.load.events import read_events
from evidence_commons.load.nodes import Fields, Listing, Node, Told
from evidence_commons.model.faults import Fault, RepeatedField, Shorthand, TooBig, Unreadable
from evidence_commons.model.text import Text

SIGNS = st.sampled_from(
    [
        *"abz019 :-#'\"[]{}&*!|>%@`,?~=<\\\n\t.é\u2028",
        *("\n  ", "\n- ", ": ", "---\n", "<<: ", "&a ", "*a ", "!!int ", "\\x"),
    ]
)
YAMLISH = st.lists(SIGNS, max_size=60).map("".join)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzé£ıß漢字🚲 ", min_size=1, max_size=20).map(
    lambda words: "x" + words.strip()
)


def tree(text: str) -> Node:
    read, faults = read_events(text, "entry.yaml")
    assert not faults
    assert read is not None
    return read


def told(text: str) -> Fault:
    """The one fault of a text."""
    _, faults = read_events(text, "entry.yaml")
    assert len(faults) == 1, faults
    return faults[0]


def value(text: str) -> Node:
    """The first value of some fields."""
    read = tree(text)
    assert isinstance(read, Fields)
    return next(iter(read.pairs.values()))


def texts(node: Node) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    if isinstance(node, Listing):
        return [text for item in node.items for text in texts(item)]
    if isinstance(node, Fields):
        return [text for pair in node.pairs.items() for half in pair for text in texts(half)]
    return []


class TestNothingIsGuessedAt:
    @pytest.mark.parametrize(
        "typed", ["NO", "no", "on", "1.20", "12:30", "007", "null", "~", "2024-03-31", "1e3"]
    )
    def test_a_text_stays_as_it_was_typed(self, typed: str) -> None:
        assert value(f"country: {typed}") == typed

    def test_quotes_are_not_a_part_of_the_text(self) -> None:
        assert value("title: 'It''s: warm'") == "It's: warm"

    def test_text_over_several_lines_is_put_together(self) -> None:
        assert value("summary: >-\n  Riders own\n  the company.\n") == "Riders own the company."


class TestEachTextKnowsItsPlace:
    def test_a_value_is_told_by_line_column_and_width(self) -> None:
        title = value("title: Robin Taxis\n")
        assert str(title.location) == "entry.yaml:1:8"
        assert title.location.width == len("Robin Taxis")

    @settings(deadline=None)
    @given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
    def test_its_words_stand_there(self, pairs: list[tuple[str, str]]) -> None:
        text = "".join(f"k{n}:\n  - {one}\n  - '{two}'\n" for n, (one, two) in enumerate(pairs))
        lines = text.split("\n")
        for found in texts(tree(text)):
            line, start = lines[found.location.line - 1], found.location.column - 1
            assert line[start : start + found.location.width].strip("'") == found

    def test_a_byte_order_mark_or_wide_letters_before_it_do_not_move_it(self) -> None:
        typed = 'names: ["🚲🚲", Robin]\n'
        robin = texts(tree(typed))[-1]
        assert typed[robin.location.column - 1 :].startswith("Robin")


class TestMistakesAreToldWhereTheyWereMade:
    @pytest.mark.parametrize(
        ("typed", "problem", "place"),
        [
            ("title: Robin: a taxi\n", "colon", "1:8"),
            ("title Robin\nsummary: b\n", "no-colon", "1:1"),
            ("title: a\nsummary:b\nurl: c\n", "no-colon", "2:1"),
            ('title: "Robin\nsummary: b\nurl: "c"\n', "quote", "1:8"),
            ('title: "Robin\nsummary: b\n', "quote", "1:8"),
            ('title: "Robin\nsummary: b"\n', "quote", "1:8"),
            ("title: 'It's warm'\n", "after", "1:8"),
            ("title: [Draft] Robin\nurl: b\n", "after", "1:8"),
            ("themes: [food, energy\nurl: b\n", "bracket", "1:9"),
            ("title: > Robin\nurl: b\n", "block", "1:8"),
            ("title: @robin\n", "sign", "1:8"),
            ("themes: [food, @robin]\n", "sign", "1:16"),
            ("title: - robin\n", "sign", "1:8"),
            ("%title: robin\n", "sign", "1:1"),
            ("places:\n\t- name: b\n", "tab", "2:1"),
            ("title: a\n summary: b\n", "indent", "2:2"),
            ("themes:\n  - a\n - b\n", "indent", "3:2"),
            ("themes:\n - a\n  - b\n", "joined", "3:3"),
            ("title: Robin #1\n", "hash", "1:8"),
            ('title: "a\\d"\n', "escape", "1:10"),
            ("? [a]\n: b\n", "name", "1:3"),
            ("# nothing yet\n", "empty", "1:1"),
            ("title: a\n---\nurl: b\n", "many", "2:1"),
        ],
    )
    def test_a_mistake_is_named(self, typed: str, problem: str, place: str) -> None:
        fault = told(typed)
        assert isinstance(fault, Unreadable)
        assert (fault.problem, str(fault.location)) == (problem, f"entry.yaml:{place}")

    def test_the_stretch_of_a_fault_is_what_stands_there(self) -> None:
        fault = told("title: Robin: a taxi\n")
        assert isinstance(fault, Unreadable)
        assert fault.text == "Robin: a taxi"
        assert fault.location.width == len(fault.text)

    def test_a_note_behind_a_space_is_no_mistake(self) -> None:
        assert value("status: active  # since May\n") == "active"

    def test_a_colon_within_quotes_over_two_lines_is_no_mistake(self) -> None:
        assert value('title: "Robin:\n  works: well"\n') == "Robin: works: well"

    def test_the_first_of_two_equal_names_is_kept_and_the_second_told(self) -> None:
        read, faults = read_events("title: a\ntitle: b\n", "entry.yaml")
        assert isinstance(read, Fields)
        assert read.pairs == {"title": "a"}
        fault = faults[0]
        assert isinstance(fault, RepeatedField)
        assert (fault.location.line, fault.first.line, fault.lost) == (2, 1, ("b",))

    def test_a_value_that_is_told_leaves_the_others_to_be_read(self) -> None:
        read, faults = read_events("title: *robin\nurl: b\n", "entry.yaml")
        assert isinstance(read, Fields)
        assert isinstance(read.pairs[Text("title")], Told)
        assert read.pairs[Text("url")] == "b"
        assert [type(fault) for fault in faults] == [Shorthand]


class TestHostileTextIsHarmless:
    @settings(deadline=None)
    @given(st.text(max_size=200))
    def test_no_text_raises(self, text: str) -> None:
        read_events(text, "entry.yaml")

    @settings(deadline=None, max_examples=500)
    @given(YAMLISH)
    def test_no_text_that_looks_like_yaml_raises_or_vanishes(self, text: str) -> None:
        read, faults = read_events(text, "entry.yaml")
        assert read is not None or faults

    @settings(deadline=None)
    @given(YAMLISH)
    def test_every_fault_stands_in_the_file(self, text: str) -> None:
        _, faults = read_events(text, "entry.yaml")
        breaks = text.count("\n") + text.count("\u2028")
        assert all(1 <= fault.location.line <= breaks + 1 for fault in faults)

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 20_000,
            "{a: " * 20_000,
            "- " * 20_000 + "a",
            "".join(f"{' ' * depth}a{depth}:\n" for depth in range(500)),
            "[" + "a, " * 80_000 + "]",
            "a: &a [" + "x, " * 9 + "]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(9_000)),
            "[" + "*a, " * 50_000 + "]",
            '"' + "a\n" * 100_000,
            "a" * 250_000,
            "a: b\n" * 50_000,
            "? " * 50_000,
            "'" * 250_000,
        ],
        ids=lambda text: text[:8].strip(),
    )
    def test_no_text_takes_long(self, text: str) -> None:
        begun = time.perf_counter()
        read_events(text, "entry.yaml")
        assert time.perf_counter() - begun < 2

    def test_an_alias_bomb_is_told_and_not_blown_up(self) -> None:
        bomb = "a: &a [x, x]\n" + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
        )
        read, faults = read_events(bomb, "entry.yaml")
        assert read is not None
        assert len(texts(read)) < 100
        assert all(isinstance(fault, Shorthand) for fault in faults)

    def test_deep_nesting_is_told(self) -> None:
        assert isinstance(told("[" * 20_000), TooBig)

    def test_many_values_are_told(self) -> None:
        assert isinstance(told("[" + "a, " * 30_000 + "]"), TooBig)

    def test_the_reader_without_libyaml_says_the_same_of_a_colon(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("evidence_commons.load.events._LOADER", yaml.Loader)
        fault = told("title: Robin: a taxi\n")
        assert isinstance(fault, Unreadable)
        assert fault.problem == "colon"


class TestFieldsCopiedFromElsewhere:
    @pytest.mark.parametrize("copied", ["x", "{a: b}", "*other", "{a: *other}", "", "[*one, *two]"])
    def test_are_told_once(self, copied: str) -> None:
        read, faults = read_events(f"<<: {copied}\nid: pp\n", "entry.yaml")
        assert [(type(one), str(one.location)) for one in faults] == [(Shorthand, "entry.yaml:1:1")]
        assert isinstance(read, Fields)
        assert read.pairs[Text("id")] == "pp"

    def test_are_told_each_time(self) -> None:
        _, faults = read_events("<<: x\nid: pp\n<<: y\n", "entry.yaml")
        assert [str(one.location) for one in faults] == ["entry.yaml:1:1", "entry.yaml:3:1"]

    def test_let_nothing_else_on_later_lines_pass(self) -> None:
        _, faults = read_events("<<:\n  a: *other\nid: pp\n", "entry.yaml")
        assert [one.location.line for one in faults] == [1, 2]
