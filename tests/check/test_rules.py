"""Every rule finds its mistake, once, at its place, in plain words: one folder for each case."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.miniatures import MINIATURES, NAMES, TESTS, TODAY, laid_over, lines

from evidence_commons.check.rules import RULES
from evidence_commons.check.run import code, rulebook
from evidence_commons.diagnostics import Diagnostic, Rule
from evidence_commons.load.bibtex import read_references
from evidence_commons.load.events import read_events
from evidence_commons.model.faults import MissingField
from evidence_commons.pipeline import Opened, open_commons
from evidence_commons.report.github import github_report
from evidence_commons.report.text import text_report

CODES = [code(rule) for rule in RULES]
GOLDEN = bool(os.environ.get("GOLDEN"))
READERS = {"yaml": read_events, "bibtex": read_references}
FENCED = re.compile(r"^```(\w*)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
BANNED = re.compile(
    r"\b(mappings?|scalars?|tokens?|nodes?|regex|null|None|anyOf|pars\w+|strings?|booleans?"
    r"|invalid|schema|syntax)\b"
)


@pytest.fixture(scope="module", params=MINIATURES, ids=NAMES)
def miniature(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture(scope="module")
def opened(miniature: Path, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    commons = laid_over(miniature, tmp_path_factory.mktemp("findings") / "commons")
    return open_commons(commons, TODAY)


def report(opened: Opened) -> str:
    return text_report(opened.diagnostics, opened.excerpt)


def compare(told: str, golden: Path) -> None:
    if GOLDEN:
        golden.write_text(told, "utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


def test_the_report_reads_as_we_want_it(miniature: Path, opened: Opened) -> None:
    compare(report(opened), miniature / "expected.txt")


def test_one_mistake_gives_findings_of_one_rule(miniature: Path, opened: Opened) -> None:
    found = {one.rule for one in opened.diagnostics}
    assert len(found) == 1
    assert miniature.name.startswith(found.pop())


def test_typing_what_is_told_ends_the_finding(
    miniature: Path, opened: Opened, tmp_path: Path
) -> None:
    before = opened.diagnostics
    if not any(told.typed for told in before):
        return
    commons = laid_over(miniature, tmp_path / "commons")
    for told in reversed(before):
        if told.typed:
            type_in(commons / told.location.path, told)
    after = open_commons(commons, TODAY).diagnostics
    assert [spot(one) for one in after] == [spot(one) for one in before if not one.typed]


def spot(told: Diagnostic) -> tuple[str, str, int]:
    return told.rule, told.location.path, told.location.line


def type_in(path: Path, told: Diagnostic) -> None:
    """Type what a finding tells, in place of what it underlines."""
    rows = path.read_text("utf-8").split("\n")
    row, start = rows[told.location.line - 1], told.location.column - 1
    rows[told.location.line - 1] = row[:start] + told.typed + row[start + told.location.width :]
    path.write_text("\n".join(rows), "utf-8")


def test_hostile_text_cannot_speak_to_github(tmp_path: Path) -> None:
    miniature = TESTS / "findings" / "unknown-term-hostile"
    told = github_report(open_commons(laid_over(miniature, tmp_path / "commons")).diagnostics)
    commands = [line for line in told.splitlines() if line.startswith("::")]
    assert len(commands) == len(told.splitlines()) - 1
    assert "\x1b" not in told
    compare(told, miniature / "expected-github.txt")


def test_the_made_up_commons_gives_no_finding() -> None:
    assert report(open_commons(TESTS / "invented", TODAY)) == "Nothing to mend.\n"


@pytest.mark.parametrize("rule", CODES)
def test_every_rule_has_a_miniature(rule: str) -> None:
    assert rule in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_miniature_begins_with_the_name_of_a_rule(name: str) -> None:
    assert any(name == rule or name.startswith(f"{rule}-") for rule in CODES)


def test_no_two_rules_have_one_code() -> None:
    assert len(set(CODES)) == len(CODES)


def test_every_module_of_rules_is_a_rule() -> None:
    folder = TESTS.parent / "plugins" / "evidence_commons" / "check" / "rules"
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")}
    assert modules - {"--init--"} == set(CODES)


@pytest.mark.parametrize("rule", rulebook(), ids=CODES)
class TestThePageOfARule:
    def test_has_a_title_without_a_full_stop(self, rule: Rule) -> None:
        assert rule.title[0].isupper()
        assert not rule.title.endswith(".")

    def test_says_what_is_wrong_why_and_how_to_mend_it(self, rule: Rule) -> None:
        headings = re.findall(r"^## (.*)$", rule.text, re.MULTILINE)
        assert not rule.text.startswith("#")
        assert headings == ["Why we check it", "How to mend it", "Wrong", "Right"]

    def test_shows_an_example_of_each(self, rule: Rule) -> None:
        wrong, right = rule.text.split("## Wrong")[1].split("## Right")
        assert FENCED.search(wrong)
        assert FENCED.search(right)

    def test_shows_nothing_as_right_that_cannot_be_read(self, rule: Rule) -> None:
        for kind, example in FENCED.findall(rule.text.split("## Right")[1]):
            faults = READERS[kind](example, "example")[1] if kind in READERS else ()
            assert not [fault for fault in faults if not isinstance(fault, MissingField)]

    def test_uses_no_word_of_the_trade(self, rule: Rule) -> None:
        assert not BANNED.search(re.sub(r"`[^`]+`", "", rule.title + rule.text))


class TestTheWordsOfFindings:
    def test_are_whole_sentences(self) -> None:
        for _, text in spoken():
            assert re.match(r'["A-Z]', text), text
            assert re.search(r"[.?:]$|,$", text), text

    def test_hold_no_word_of_the_trade(self) -> None:
        assert not [text for _, text in spoken() if BANNED.search(without_quotes(text))]

    def test_are_easy_to_read(self) -> None:
        grades = {text: grade(without_quotes(text)) for _, text in spoken()}
        assert sum(grades.values()) / len(grades) <= 8
        assert not {text: round(one, 1) for text, one in grades.items() if one > 12}


def spoken() -> Iterator[tuple[str, str]]:
    """Every message and help of every expected report, with the folder that it is in."""
    for folder in MINIATURES:
        for line in lines(folder / "expected.txt"):
            if found := re.match(r"\S.*?: (?:error|warning|notice): (.*)|  help: (.*)", line):
                yield folder.name, found[1] or found[2]


def without_quotes(text: str) -> str:
    """The words that are ours: what people typed, addresses, and lists of names left out."""
    text = re.sub(r"(\w+, ){3,}\w+ and \w+", "it", text)
    return re.sub(r"\"[^\"]*\"|“[^”]*”|\S*[/_{}@=]\S*|\b\w+\.\w+\b", "it", text)


def grade(text: str) -> float:
    """The reading grade after Flesch and Kincaid."""
    words = re.findall(r"[A-Za-z']+", text)
    sentences = len(re.findall(r"[.?!:](?:\s|$)", text)) or 1
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent e left out: near enough."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^l])e[sd]?$", "", word.lower()))))
