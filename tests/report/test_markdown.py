"""The voice for the page of a run, and for a comment: in Markdown, where no entry can speak."""

from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as some
from tests.report.voices import SITE, finding

from evidence_commons.diagnostics import Location, Severity
from evidence_commons.report.markdown import markdown_report

OURS = {"p", "strong", "h3", "code", "ul", "li"}
WORDS = [
    "<img src=x onerror=alert(1)>",
    "[here](https://elsewhere.example)",
    "![](https://elsewhere.example/x.png)",
    "https://elsewhere.example www.elsewhere.example owl@owls.example",
    "@owl and @owls/all, see #12, GH-12 and owls/barn#12",
    "``` ```` ` `` x",
    "# one\n- two\n1. three\n> four\n| a | b |\n|---|---|",
    "*a* _b_ ~~c~~ $d$ :owl: [^1] [x] &amp; \\",
    '"<b" "`" `"<i>" "',
]


class Shown(HTMLParser):
    """The elements that a host makes, and the text that stands outside of code."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.bare: list[str] = []
        self.code: list[str] = []
        self._in_code = False
        html = cmarkgfm.github_flavored_markdown_to_html(told, Options.CMARK_OPT_UNSAFE)
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag == "code":
            self._in_code = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.code[-1] += data
        else:
            self.bare.append(data)


def test_findings_stand_under_their_file_with_all_that_there_is_to_say() -> None:
    assert markdown_report([finding()], SITE) == (
        "**1 error.**\n"
        "\n"
        "### `case_studies/mill.yaml`\n"
        "\n"
        '- **Error**, line 3, column 5: There is no theme "fodd".\n'
        '  - Help: Did you mean "food"?\n'
        "  - Type: `food`\n"
        "  - Rule: [`unknown-term`](<https://commons.example/here/rules/unknown-term/>)\n"
    )


def test_without_a_published_site_there_is_no_link() -> None:
    assert "  - Rule: `unknown-term`\n" in markdown_report([finding()])


def test_a_file_is_named_once_and_files_with_errors_come_first() -> None:
    calm, grave = Location("a.yaml"), Location("b.yaml")
    told = markdown_report(
        [
            finding(Severity.NOTICE, location=calm),
            finding(Severity.WARNING, location=grave),
            finding(Severity.ERROR, location=grave),
        ]
    )
    assert [row for row in told.splitlines() if row.startswith("#")] == [
        "### `b.yaml`",
        "### `a.yaml`",
    ]


@pytest.mark.parametrize("words", WORDS)
def test_what_an_entry_holds_makes_nothing_and_calls_nobody(words: str) -> None:
    shown = Shown(markdown_report([finding(message=words, help=words, typed=words)]))
    assert shown.elements <= OURS
    assert not set("".join(shown.bare)) & set("@#<>[]*_~$`|\\/&")


@pytest.mark.parametrize("typed", ["`", "``a`", " a ", "a`", "`` ` ``", "  "])
def test_what_to_type_is_shown_as_it_is(typed: str) -> None:
    assert typed in Shown(markdown_report([finding(typed=typed)])).code


@given(some.text(), some.text(min_size=1), some.text(min_size=1))
@example('"`"` ``"a"`` ', "`", "`")
def test_no_text_at_all_makes_more_than_we_do(message: str, path: str, typed: str) -> None:
    told = finding(message=message, help=message, typed=typed, location=Location(path))
    shown = Shown(markdown_report([told]))
    assert shown.elements <= OURS
    assert not set("".join(shown.bare)) & set("@#<>[]*_~$`|\\/&")


class TestOfAReportThatIsTooLong:
    @pytest.mark.parametrize("limit", [500, 1_000, 5_000])
    def test_whole_findings_are_kept_and_the_others_are_counted(self, limit: int) -> None:
        mill = [Location("case_studies/mill.yaml", line) for line in range(1, 100)]
        told = markdown_report([finding(location=spot) for spot in mill], limit=limit)
        kept = told.count("- **Error**")
        assert len(told.encode()) <= limit
        assert told.startswith("**99 errors.**")
        assert f"**{99 - kept} more findings do not fit here.**" in told.splitlines()[-1]
        assert told.count("  - Rule: ") == kept > 0

    def test_what_github_drops_is_never_written(self) -> None:
        long = [finding(message="é" * 1_000)] * 1_000
        assert 2**20 - 5_000 < len(markdown_report(long).encode()) <= 2**20
