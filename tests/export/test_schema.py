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
    assert _bare(written) == _bare(_schema(ROOT)), "run python3 scripts/schema.py"


def test_a_new_term_is_no_change_of_the_model_and_a_new_field_is_one() -> None:
    schema, grown = _schema(INVENTED), _schema(INVENTED)
    grown["properties"]["status"]["enum"].append("dreamt-of")
    assert _bare(grown) == _bare(schema)
    grown["properties"]["colour"] = {"type": "string"}
    assert _bare(grown) != _bare(schema)


def _bare(schema: Any) -> Any:
    """A schema without the terms: whoever adds one on a web page cannot write the schema anew."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    terms = {"enum", "markdownEnumDescriptions"} if "markdownEnumDescriptions" in schema else set()
    return {key: _bare(value) for key, value in schema.items() if key not in terms}


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
