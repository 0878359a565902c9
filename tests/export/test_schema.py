"""The schemas that editors complete and check by."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.building import INVENTED, ROOT

import schema as door_of_schemas
from evidence_commons.check.rules import bad_id, long_summary
from evidence_commons.pipeline import data_files, open_commons

ENTRIES = {
    "case-study": "case_studies/*.yaml",
    "metric": "docs/metrics/*.md",
    "question": "docs/questions/*.md",
    "vocabulary": "case_studies/vocabulary/*.yaml",
}
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def _schemas(root: Path) -> dict[str, dict[str, Any]]:
    made = {file.path: file.content for file in data_files(open_commons(root))}
    return {name: json.loads(made[f"schema/{name}.schema.json"]) for name in ENTRIES}


@pytest.fixture(scope="module")
def invented() -> dict[str, dict[str, Any]]:
    return _schemas(INVENTED)


def _bare(schema: Any) -> Any:
    """A schema without the terms: whoever adds one on a web page cannot write the schema anew."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    terms = {"type", "enum", "markdownEnumDescriptions"}
    left_out = terms if "markdownEnumDescriptions" in schema else set()
    return {key: _bare(value) for key, value in schema.items() if key not in left_out}


def _parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema of a thing in a schema, its own included."""
    yield schema
    for field in schema["properties"].values():
        inner = field.get("items", field)
        if "properties" in inner:
            yield from _parts(inner)


@pytest.mark.parametrize("path", door_of_schemas.SCHEMAS)
def test_a_schema_in_the_repository_is_the_one_that_the_model_makes(path: str) -> None:
    written = json.loads((ROOT / path).read_text("utf-8"))
    made = _schemas(ROOT)[Path(path).name.removesuffix(".schema.json")]
    assert _bare(written) == _bare(made), "run python3 scripts/schema.py"


def test_a_new_term_is_no_change_of_the_model_and_a_new_field_is_one(
    invented: dict[str, dict[str, Any]],
) -> None:
    schema, grown = invented["case-study"], _schemas(INVENTED)["case-study"]
    grown["properties"]["status"]["enum"].append("dreamt-of")
    assert _bare(grown) == _bare(schema)
    grown["properties"]["colour"] = {"type": "string"}
    assert _bare(grown) != _bare(schema)


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
def test_every_sound_entry_is_valid(root: Path, name: str) -> None:
    schema = _schemas(root)[name]
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    entries = sorted(root.glob(ENTRIES[name]))
    assert entries
    for entry in entries:
        text = entry.read_text("utf-8")
        fields = text.split("\n---\n")[0] if entry.suffix == ".md" else text
        # As text, as we read it, and as an editor does, which takes 2014 for a number.
        for loader in (yaml.BaseLoader, _Editor):
            typed = yaml.load(fields, Loader=loader)  # noqa: S506
            told = [(list(error.path), error.message) for error in validator.iter_errors(typed)]
            assert told == [], entry.name


class _Editor(yaml.SafeLoader):
    """Reads YAML 1.2, as editors do: ``yes`` is text there, and so is a date."""


_Editor.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if not tag.endswith((":bool", ":timestamp"))]
    for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", ENTRIES)
def test_every_field_is_described_and_nothing_is_either_this_or_nothing(
    invented: dict[str, dict[str, Any]], name: str
) -> None:
    schema = invented[name]
    for part in _parts(schema):
        assert part["additionalProperties"] is False
        assert set(part["required"]) <= set(part["properties"])
        for field in part["properties"].values():
            assert field["description"]
            assert field["markdownDescription"].startswith(field["description"])
    assert not re.search(r'"(anyOf|oneOf|null)"', json.dumps(schema))


@pytest.mark.parametrize("name", ENTRIES)
def test_a_snippet_has_a_stop_in_each_field_that_must_be_filled_in(
    invented: dict[str, dict[str, Any]], name: str
) -> None:
    schema = invented[name]
    _holds_what_is_needed(schema["defaultSnippets"][0]["body"], schema)
    for part in _parts(schema):
        for field in part["properties"].values():
            if "properties" in field.get("items", {}):
                (snippet,) = field["defaultSnippets"]
                _holds_what_is_needed(snippet["body"], field["items"])


def _holds_what_is_needed(body: dict[str, Any], schema: dict[str, Any]) -> None:
    assert set(body) >= set(schema["required"])
    stops = re.findall(r"\$([0-9]+)", json.dumps(body))
    assert stops == [str(number) for number in range(1, len(stops) + 1)]
    assert set(re.findall(r': \[?"([^"]*)"', json.dumps(body))) == {f"${stop}" for stop in stops}


def test_no_editor_types_a_made_up_example_into_an_entry(
    invented: dict[str, dict[str, Any]],
) -> None:
    written = json.dumps(invented)
    assert "Anytown" in written
    assert '"examples": [' not in written
    assert '"default"' not in written


@pytest.mark.parametrize(
    "entry",
    [
        {"sumary": "x"},
        {"status": "asleep"},
        {"id": "Any_Town"},
        {"id": "a" * 81},
        {"title": ""},
        {"themes": []},
        {"summary": "a" * 281},
        {"started": "12 May"},
        {"url": "www.example.org"},
        {"claims": [{"independent": "maybe"}]},
    ],
    ids=str,
)
def test_a_mistake_is_told(invented: dict[str, dict[str, Any]], entry: dict[str, Any]) -> None:
    validator = Draft7Validator(invented["case-study"])
    missing = sum(1 for _ in validator.iter_errors({}))
    told = [error for error in validator.iter_errors(entry) if error.validator != "required"]
    assert len(told) == 1
    assert missing


def test_the_bounds_are_those_of_the_rules(invented: dict[str, dict[str, Any]]) -> None:
    fields = invented["case-study"]["properties"]
    assert fields["summary"]["maxLength"] == long_summary.LONGEST
    assert fields["id"]["maxLength"] == bad_id.LONGEST


def test_every_yaml_entry_names_its_schema_on_the_first_line() -> None:
    entries = [path for name in ("case-study", "vocabulary") for path in ROOT.glob(ENTRIES[name])]
    for entry in entries:
        named = MODELINE.match(entry.read_text("utf-8"))
        assert named, entry.name
        assert (entry.parent / named[1]).is_file()


def test_the_editor_settings_name_the_same_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert set(settings["yaml.schemas"]) == set(door_of_schemas.SCHEMAS)
