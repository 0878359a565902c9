"""One broken commons in every voice, as it is printed: read these files as prose."""

import json
import os
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.building import INVENTED

from evidence_commons.pipeline import Opened, open_commons
from evidence_commons.report.github import github_report
from evidence_commons.report.json import json_report
from evidence_commons.report.junit import junit_report
from evidence_commons.report.markdown import markdown_report
from evidence_commons.report.sarif import sarif_report
from evidence_commons.report.text import text_report

HERE = Path(__file__).parent
MINIATURES = ("unknown-term-hostile", "bad-url", "unused-reference")
SITE = "https://commons.example/"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    commons = tmp_path_factory.mktemp("golden") / "commons"
    shutil.copytree(INVENTED, commons)
    unwanted = shutil.ignore_patterns("expected*.txt")
    for name in MINIATURES:
        miniature = HERE.parent / "findings" / name
        shutil.copytree(miniature, commons, dirs_exist_ok=True, ignore=unwanted)
    return open_commons(commons)


def compare(told: str, name: str) -> None:
    golden = HERE / "golden" / name
    if os.environ.get("GOLDEN"):
        golden.write_text(told, "utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


def test_text(opened: Opened) -> None:
    compare(text_report(opened.diagnostics, opened.excerpt, site=SITE), "text.txt")


def test_github(opened: Opened) -> None:
    compare(github_report(opened.diagnostics), "github.txt")


def test_json(opened: Opened) -> None:
    compare(json_report(opened.diagnostics, SITE), "findings.json")


def test_sarif(opened: Opened) -> None:
    found = {one.rule for one in opened.diagnostics}
    rules = [rule for rule in opened.rules if rule.code in found]
    told = sarif_report(opened.diagnostics, rules, SITE)
    schema = json.loads((HERE / "sarif-2.1.0.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(told))
    compare(told, "findings.sarif")


def test_junit(opened: Opened) -> None:
    compare(junit_report(opened.diagnostics, SITE), "junit.xml")


def test_markdown(opened: Opened) -> None:
    compare(markdown_report(opened.diagnostics, SITE), "markdown.md")
