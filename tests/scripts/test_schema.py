"""The schema for editors is written, compared, or left alone."""

import shutil
from pathlib import Path

import pytest

import door
import schema

INVENTED = Path(__file__).parents[1] / "invented"


@pytest.fixture
def commons(tmp_path):
    """A commons of its own, without a schema."""
    return shutil.copytree(INVENTED, tmp_path / "commons")


def test_a_schema_is_written_where_there_is_none(commons, capsys):
    assert schema.schema(commons, write=True) == door.OK
    assert b"\r" not in (commons / schema.SCHEMA).read_bytes()
    assert capsys.readouterr().out == f"Wrote {schema.SCHEMA}.\n"


def test_a_schema_that_is_up_to_date_is_not_touched(commons, capsys):
    schema.schema(commons, write=True)
    before = (commons / schema.SCHEMA).stat().st_mtime_ns
    capsys.readouterr()
    for write in (True, False):
        assert schema.schema(commons, write=write) == door.OK
        assert capsys.readouterr().out == f"{schema.SCHEMA} is up to date.\n"
    assert (commons / schema.SCHEMA).stat().st_mtime_ns == before


@pytest.mark.parametrize("old", [None, "{}\n"], ids=["no schema", "an old one"])
def test_a_comparison_writes_nothing_and_says_what_to_run(commons, capsys, old):
    path = commons / schema.SCHEMA
    if old is not None:
        path.write_text(old, encoding="utf-8")
    assert schema.schema(commons, write=False) == door.FINDINGS
    assert "python3 scripts/schema.py" in capsys.readouterr().out
    assert (path.read_text(encoding="utf-8") if path.exists() else None) == old


def test_a_new_term_puts_the_schema_out_of_date(commons):
    schema.schema(commons, write=True)
    themes = commons / "case_studies/vocabulary/themes.yaml"
    text = themes.read_text(encoding="utf-8")
    term = "  - id: nests\n    label: Nests\n    definition: Where birds live.\n"
    themes.write_text(text.rstrip("\n") + f"\n{term}", encoding="utf-8")
    assert schema.schema(commons, write=False) == door.FINDINGS
    assert schema.schema(commons, write=True) == door.OK
    assert '"nests"' in (commons / schema.SCHEMA).read_text(encoding="utf-8")


@pytest.mark.parametrize("write", [True, False])
def test_with_errors_in_the_commons_no_schema_is_written(commons, capsys, write):
    vocabulary = commons / "case_studies/vocabulary/themes.yaml"
    vocabulary.write_text("terms: [\n", encoding="utf-8")
    assert schema.schema(commons, write=write) == door.FINDINGS
    assert not (commons / schema.SCHEMA).exists()
    assert "python3 scripts/check.py" in capsys.readouterr().err
