"""Every kind of page against the rules of HTML (vnu) and of accessible HTML (html-validate)."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.site.conftest import Built
from tests.site.kinds import KINDS

VALIDATORS = Path(__file__).parent / "validators"
PROGRAMS = VALIDATORS / "node_modules"
VNU = PROGRAMS / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = PROGRAMS / "html-validate" / "bin" / "html-validate.mjs"
INSTALL = "npm ci --prefix tests/site/validators --ignore-scripts"


def _needed(program: str, file: Path) -> str:
    """A program that is installed. Without it these tests tell nothing, and say so."""
    found = shutil.which(program)
    if found and file.exists():
        return found
    missing = f"NOT VALIDATED: this needs {program}, and {file.name} by `{INSTALL}`."
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="module")
def files(made_up: Built) -> list[str]:
    """A file of each kind."""
    paths = [made_up.site / address.partition("?")[0] for address in KINDS.values()]
    return [str(path / "index.html" if path.is_dir() else path) for path in paths]


def test_every_kind_of_page_is_valid_html(files: list[str]) -> None:
    java = _needed("java", VNU)
    command = [java, "-Xss4m", "-jar", str(VNU), "--errors-only", "--format", "json", *files]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    found = json.loads(told.stderr)["messages"]
    assert [(one["url"], one.get("lastLine"), one["message"]) for one in found] == []


def test_every_kind_of_page_is_accessible_html(files: list[str]) -> None:
    node = _needed("node", HTML_VALIDATE)
    config = str(VALIDATORS / "html-validate.json")
    command = [node, str(HTML_VALIDATE), "--config", config, "--formatter", "json", *files]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    found = [
        (page["filePath"], one["line"], one["ruleId"], one["message"])
        for page in json.loads(told.stdout)
        for one in page["messages"]
    ]
    assert found == []
