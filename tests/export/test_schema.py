"""The schema that editors complete and check by."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.building import INVENTED, ROOT

from evidence_commons.pipeline import data_files, open_commons


def _schema(root: Path) -> dict[str, Any]:
    files = {file.path: file.content for file in data_files(open_commons(root))}
    schema: dict[str, Any] = json.loads(files["schema/case-study.schema.json"])
    return schema


def test_the_schema_in_the_repository_is_the_one_that_the_model_makes() -> None:
    written = json.loads((ROOT / "case_studies/case-study.schema.json").read_text("utf-8"))
    assert written == _schema(ROOT), "run python3 scripts/schema.py"


@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
def test_every_sound_case_study_is_valid(root: Path) -> None:
    validator = Draft7Validator(_schema(root))
    for entry in sorted((root / "case_studies").glob("*.yaml")):
        # Read as editors read: every value is text until the schema has its say.
        typed = yaml.load(entry.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        assert [error.message for error in validator.iter_errors(typed)] == [], entry.name


def test_an_unknown_field_and_an_unknown_term_are_refused() -> None:
    validator = Draft7Validator(_schema(INVENTED))
    told = " ".join(
        error.message for error in validator.iter_errors({"sumary": "x", "status": "asleep"})
    )
    assert "sumary" in told
    assert "asleep" in told
