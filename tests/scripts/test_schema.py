"""The schemas for editors are written, compared, or left alone."""

import shutil
from pathlib import Path

import pytest

import door
import schema
from evidence_commons.pipeline import open_commons

INVENTED = Path(__file__).parents[1] / "invented"
STUDIES = "case_studies/case-study.schema.json"


@pytest.fixture
def commons(tmp_path):
    """A commons of its own, without a schema."""
    return shutil.copytree(INVENTED, tmp_path / "commons")


def test_schemas_are_written_where_there_are_none(commons, capsys):
    assert schema.schema(commons, write=True) == door.OK
    assert capsys.readouterr().out == "".join(f"Wrote {path}.\n" for path in schema.SCHEMAS)
    for path in schema.SCHEMAS:
        assert b"\r" not in (commons / path).read_bytes()


def test_schemas_that_are_up_to_date_are_not_touched(commons, capsys):
    schema.schema(commons, write=True)
    before = (commons / STUDIES).stat().st_mtime_ns
    capsys.readouterr()
    for write in (True, False):
        assert schema.schema(commons, write=write) == door.OK
        told = capsys.readouterr().out
        assert told == "".join(f"{path} is up to date.\n" for path in schema.SCHEMAS)
    assert (commons / STUDIES).stat().st_mtime_ns == before


@pytest.mark.parametrize("path", schema.SCHEMAS)
@pytest.mark.parametrize("old", [None, "{}\n"], ids=["no schema", "an old one"])
def test_a_comparison_writes_nothing_and_says_what_to_run(commons, capsys, path, old):
    schema.schema(commons, write=True)
    place = commons / path
    place.unlink()
    if old is not None:
        place.write_text(old, encoding="utf-8")
    capsys.readouterr()
    assert schema.schema(commons, write=False) == door.FINDINGS
    assert f"{path} is out of date. Run python3 scripts/schema.py" in capsys.readouterr().out
    assert (place.read_text(encoding="utf-8") if place.exists() else None) == old


def test_the_schemas_are_no_stray_files(commons):
    before = open_commons(commons).diagnostics
    schema.schema(commons, write=True)
    assert open_commons(commons).diagnostics == before


def test_a_new_term_puts_the_schema_out_of_date(commons):
    schema.schema(commons, write=True)
    themes = commons / "case_studies/vocabulary/themes.yaml"
    text = themes.read_text(encoding="utf-8")
    term = "  - id: nests\n    label: Nests\n    definition: Where birds live.\n"
    themes.write_text(text.rstrip("\n") + f"\n{term}", encoding="utf-8")
    assert schema.schema(commons, write=False) == door.FINDINGS
    assert schema.schema(commons, write=True) == door.OK
    assert '"nests"' in (commons / STUDIES).read_text(encoding="utf-8")


@pytest.mark.parametrize("write", [True, False])
def test_with_errors_in_the_commons_no_schema_is_written(commons, capsys, write):
    vocabulary = commons / "case_studies/vocabulary/themes.yaml"
    vocabulary.write_text("terms: [\n", encoding="utf-8")
    assert schema.schema(commons, write=write) == door.FINDINGS
    assert not any((commons / path).exists() for path in schema.SCHEMAS)
    assert "python3 scripts/check.py" in capsys.readouterr().err
