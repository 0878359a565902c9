"""The voices for other programs: JSON, SARIF and JUnit."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jsonschema import Draft202012Validator
from tests.report.voices import RULES, SITE, VOICES, finding

from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.report.json import json_report
from evidence_commons.report.junit import junit_report
from evidence_commons.report.sarif import sarif_report

SCHEMA = Path(__file__).parent / "sarif-2.1.0.json"
SARIF = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

texts = some.text(some.characters(), max_size=40)
names = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
findings = some.lists(
    some.builds(
        Diagnostic,
        rule=some.sampled_from([rule.code for rule in RULES]),
        severity=some.sampled_from(Severity),
        location=some.builds(Location, names, *[some.integers(1, 10**6)] * 3),
        message=texts,
        help=texts,
        typed=texts,
        sure=some.booleans(),
    ),
    max_size=3,
)


def result(*told: Diagnostic, site: str = "") -> dict[str, Any]:
    whole = json.loads(sarif_report(told, RULES, site))
    SARIF.validate(whole)
    one: dict[str, Any] = whole["runs"][0]["results"][0]
    return one


def read(told: str) -> ElementTree.Element:
    """The one suite of a JUnit report."""
    (suite,) = ElementTree.fromstring(told)  # noqa: S314 - we wrote it
    return suite


class TestJson:
    def test_a_finding_has_its_place_its_words_and_its_rule(self) -> None:
        whole = json.loads(json_report([finding(sure=True), finding(Severity.NOTICE)], SITE))
        assert whole["version"] == 1
        assert whole["counts"] == {"error": 1, "warning": 0, "notice": 1}
        assert whole["findings"][0] == {
            "file": "case_studies/mill.yaml",
            "line": 3,
            "column": 5,
            "width": 4,
            "severity": "error",
            "rule": "unknown-term",
            "message": 'There is no theme "fodd".',
            "help": 'Did you mean "food"?',
            "typed": "food",
            "sure": True,
            "page": "https://commons.example/here/rules/unknown-term/",
        }

    def test_without_one_answer_nothing_is_typed(self) -> None:
        (told,) = json.loads(json_report([finding(typed="")]))["findings"]
        assert "typed" not in told
        assert told["sure"] is False

    def test_what_does_not_show_is_typed_by_no_program(self) -> None:
        (told,) = json.loads(json_report([finding(typed="fo\u202eod", sure=True)]))["findings"]
        assert "typed" not in told
        assert told["sure"] is False


class TestSarif:
    @pytest.mark.parametrize("site", ["", SITE])
    def test_every_rule_is_told_with_its_page_whatever_was_found(self, site: str) -> None:
        whole = json.loads(sarif_report([], RULES, site))
        SARIF.validate(whole)
        told = whole["runs"][0]["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in told] == [rule.code for rule in RULES]
        assert all("## How to mend it" in rule["help"]["markdown"] for rule in told)
        assert all(("helpUri" in rule) == bool(site) for rule in told)

    def test_a_finding_names_its_rule_by_its_place_in_the_list(self) -> None:
        told = result(finding())
        assert RULES[told["ruleIndex"]].code == told["ruleId"] == "unknown-term"
        assert told["message"]["text"] == 'There is no theme "fodd". Did you mean "food"?'

    def test_severities_have_the_names_of_the_standard(self) -> None:
        levels = [result(finding(severity))["level"] for severity in Severity]
        assert levels == ["error", "warning", "note"]

    def test_the_stretch_ends_behind_its_last_character(self) -> None:
        region = result(finding())["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}

    def test_what_to_type_is_a_fix_in_place_of_that_stretch(self) -> None:
        (fix,) = result(finding(sure=True))["fixes"]
        (replaced,) = fix["artifactChanges"][0]["replacements"]
        assert replaced["insertedContent"]["text"] == "food"
        assert replaced["deletedRegion"]["endColumn"] == 9
        assert fix["properties"]["sure"] is True

    def test_where_the_answer_is_not_known_there_is_no_fix(self) -> None:
        assert "fixes" not in result(finding(typed=""))

    def test_any_name_of_a_file_is_an_address(self) -> None:
        told = result(finding(location=Location("case_studies/a b%#?:é\udce9.yaml")))
        file = told["locations"][0]["physicalLocation"]["artifactLocation"]
        assert file["uri"] == "case_studies/a%20b%25%23%3F%3A%C3%A9%E9.yaml"
        assert file["uriBaseId"] == "%SRCROOT%"

    def test_no_text_of_an_entry_becomes_a_link(self) -> None:
        told = result(finding(message="See [here](https://elsewhere.example)."))
        assert told["message"]["text"].startswith("See [here] (https://elsewhere.example).")

    @given(findings)
    def test_is_valid_whatever_is_told(self, told: list[Diagnostic]) -> None:
        SARIF.validate(json.loads(sarif_report(told, RULES)))


class TestJunit:
    def test_errors_and_warnings_are_failures_and_notices_are_not(self) -> None:
        told = junit_report([finding(severity) for severity in Severity], SITE)
        suite = read(told)
        assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
        assert [case[0].tag for case in suite] == ["failure", "failure", "system-out"]

    def test_a_case_stands_under_its_file_and_says_all_of_it(self) -> None:
        case = read(junit_report([finding()], SITE))[0]
        assert case.get("classname") == "case_studies/mill.yaml"
        assert case.get("name") == '3:5 unknown-term: There is no theme "fodd".'
        assert case[0].get("type") == "unknown-term"
        assert case[0].text == (
            'case_studies/mill.yaml:3:5: error: There is no theme "fodd".\n'
            'help: Did you mean "food"?\n'
            "type: food\n"
            "rule: unknown-term, see https://commons.example/here/rules/unknown-term/"
        )

    def test_a_sound_commons_is_one_case_that_passed(self) -> None:
        (case,) = read(junit_report([]))
        assert case.get("name") == "Nothing to mend."
        assert not len(case)

    @given(findings)
    def test_is_well_formed_whatever_is_told(self, told: list[Diagnostic]) -> None:
        suite = read(junit_report(told))
        assert len(suite) == (len(told) or 1)


@pytest.mark.parametrize("voice", ["json", "sarif", "junit"])
@given(told=findings)
def test_no_sign_needs_more_than_ascii(voice: str, told: list[Diagnostic]) -> None:
    assert VOICES[voice](told).isascii()
