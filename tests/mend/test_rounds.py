"""A mend is kept only where it makes nothing worse, whatever the rules find."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.mend.rounds import Look, Mended, mend


def told(pattern: str, typed: str, rule: str = "slip") -> Look:
    """Finds a pattern in the text of each line of ``a file``; what is told is sure."""

    def look(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        found = []
        for path, text in texts.items():
            for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
                for hit in re.finditer(pattern, line):
                    place = Location(path, number, hit.start() + 1, len(hit[0]))
                    message = f"There is {hit[0]}."
                    found.append(
                        Diagnostic(rule, Severity.ERROR, place, message, "", typed, sure=True)
                    )
        return found

    return look


def run(files: dict[str, str], *looks: Look) -> Mended:
    def look(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        return [one for part in looks for one in part(files | dict(texts))]

    return mend(files.__getitem__, look, lambda one: True)


def test_several_on_one_line_are_all_typed() -> None:
    done = run({"a": "x bad y bad, bad\r\nbad"}, told("bad", "better"))
    assert done.texts == {"a": "x better y better, better\r\nbetter"}
    assert [one.was for one in done.mends] == ["bad"] * 4


def test_of_two_that_overlap_the_second_waits() -> None:
    done = run({"a": "abc"}, told("ab", "x"), told("bc", "y"))
    assert done.texts == {"a": "xc"}
    assert not done.left


def test_one_that_makes_another_finding_is_given_up() -> None:
    done = run({"a": "bad\ngood bad"}, told("bad", "worse"), told("worse", ""))
    assert done.texts == {}
    assert len(done.left) == 2


def test_one_that_makes_another_leaves_those_of_other_lines_and_files() -> None:
    def worse(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        return [one for one in told("1.*better", "")(texts) if one.location.path == "a"]

    done = run({"a": "1 bad\n2 bad", "b": "1 bad"}, told("bad", "better"), worse)
    assert done.texts == {"a": "1 bad\n2 better", "b": "1 better"}


def test_one_that_does_not_end_its_finding_is_given_up() -> None:
    done = run({"a": "bad"}, told("bad", "bad bad"))
    assert done.texts == {}


def test_what_could_not_be_read_may_hold_more() -> None:
    def hidden(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        return [] if "?" in texts["a"] else told("bad", "good")(texts)

    done = run({"a": "?\nbad"}, told(r"\?", "!", "unreadable-file"), hidden)
    assert done.texts == {"a": "!\ngood"}


@pytest.mark.parametrize("text", ["x\ny?", "x?\r\ny", "x\ry?\n"])
def test_to_delete_is_a_mend_too(text: str) -> None:
    assert run({"a": text}, told(r"\?", "")).texts == {"a": text.replace("?", "")}


def test_the_mark_at_the_front_goes_alone_and_shifts_no_column() -> None:
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}"

    def marked(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        place, words = Location("a"), "There is a mark."
        one = Diagnostic("byte-order-mark", Severity.ERROR, place, words, sure=True)
        return [one] if texts["a"].startswith(mark) else []

    def bad(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        return told("bad", "good")({path: text.strip(mark) for path, text in texts.items()})

    assert run({"a": f"{mark}bad"}, bad).texts == {"a": f"{mark}good"}
    assert run({"a": f"{mark}bad"}, bad, marked).texts == {"a": "good"}


def test_no_mend_begins_a_line() -> None:
    assert run({"a": "bad"}, told("bad", "good\n")).texts == {}


def test_what_lies_beyond_its_line_is_let_be() -> None:
    place = Location("a", 1, 2, 9)
    one = Diagnostic("slip", Severity.ERROR, place, "It is bad.", typed="x", sure=True)
    assert run({"a": "bad\nmore"}, lambda texts: [one]).texts == {}


def test_what_another_mistake_hides_until_the_end_counts_too() -> None:
    def second(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        return [] if "1?" in texts["a"] else told(r"2\?", "2!", "unreadable-file")(texts)

    def last(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        found = [] if "?" in texts["a"] else told("1!.*", "")(texts)
        return [replace(one, sure=False) for one in found]

    files = {"a": "1?\n2?"}
    done = run(files, told(r"1\?", "1!", "unreadable-file"), second, last)
    assert done.texts == {}
    assert len(done.left) == 1
