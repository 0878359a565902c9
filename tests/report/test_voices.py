"""The voices of a finding: for a terminal, and for a pull request."""

import pytest
from tests.report.voices import VOICES, finding

from evidence_commons.diagnostics import Location, Severity
from evidence_commons.report.github import github_report
from evidence_commons.report.text import summary, text_report


def _line(_: Location) -> str:
    return "  - fodd"


def test_a_finding_shows_its_place_its_line_the_remedy_what_to_type_and_the_rule() -> None:
    assert text_report([finding()], _line) == (
        'case_studies/mill.yaml:3:5: error: There is no theme "fodd".\n'
        "  3 |   - fodd\n"
        "    |     ^^^^\n"
        '  help: Did you mean "food"?\n'
        "  type: food\n"
        "  rule: unknown-term, see rules/unknown-term/\n"
        "\n"
        "1 error.\n"
    )


def test_with_a_published_site_the_rule_s_page_is_a_whole_address() -> None:
    told = text_report([finding()], _line, site="https://commons.example/here/")
    assert "see https://commons.example/here/rules/unknown-term/\n" in told


def test_colours_are_used_only_when_asked_for() -> None:
    assert "\033[" not in text_report([finding()], _line)
    assert "\033[1;31merror\033[0m" in text_report([finding()], _line, colour=True)


def test_what_an_entry_holds_cannot_act_on_a_terminal() -> None:
    hostile = "\033[2J\r\n\x07\u202e"
    told = text_report([finding(message=hostile, help=hostile)], lambda _: hostile)
    assert not any(sign in told for sign in "\033\r\x07\u202e")


@pytest.mark.parametrize("voice", VOICES)
def test_no_sign_that_acts_or_hides_is_in_any_voice(voice: str) -> None:
    hidden = "\0\x07\x1b\x7f\x85\u061c\u200e\u2028\u202e\u2069\ud800\udce9\ufeff\uffff"
    place = Location(f"case_studies/{hidden}.yaml".replace("\0", "").replace("\ud800", ""))
    told = VOICES[voice]([finding(message=hidden, help=hidden, typed=hidden, location=place)])
    assert not set(told) & set(hidden)
    assert not any(f"\\u{ord(sign):04x}" in told for sign in hidden)


def test_of_a_very_long_line_the_part_around_the_spot_is_shown() -> None:
    line = "x" * 5_000 + "HERE" + "y" * 5_000
    told = text_report([finding(location=Location("a.yaml", 1, 5_001, 4))], lambda _: line)
    shown, carets = told.splitlines()[1:3]
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert max(map(len, told.splitlines())) < 200


def test_the_count_is_said_in_words() -> None:
    error, warning = finding(), finding(Severity.WARNING)
    assert summary([]) == "Nothing to mend."
    assert summary([error]) == "1 error."
    assert summary([error, error, warning]) == "2 errors and 1 warning."


def test_on_a_pull_request_errors_come_first() -> None:
    told = github_report([finding(Severity.NOTICE), finding(Severity.WARNING), finding()])
    kinds = [line.split()[0] for line in told.splitlines()]
    assert kinds[:3] == ["::error", "::warning", "::notice"]


def test_an_annotation_names_file_line_column_and_rule() -> None:
    assert github_report([finding()]).splitlines()[0] == (
        "::error file=case_studies/mill.yaml,line=3,col=5,title=unknown-term::"
        'There is no theme "fodd". Did you mean "food"?'
    )


def test_no_text_of_an_entry_can_end_an_annotation_or_start_another_command() -> None:
    hostile = Location("a,line=9::b.yaml\n::error::c", 1, 1)
    told = github_report([finding(location=hostile, message="100%0A\n::stop-commands::x")])
    first, count = told.splitlines()
    assert first.startswith("::error file=a%2Cline=9%3A%3Ab.yaml")
    assert "100%250A" in first
    assert count == "1 error."
