"""A new entry begins as a file with every field explained."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import door
import new
from evidence_commons.check.rules.bad_id import is_id

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("case-study", "case_studies/wren-wireless.yaml"),
        ("metric", "docs/metrics/wren-wireless.md"),
        ("question", "docs/questions/wren-wireless.md"),
        ("vocabulary", "case_studies/vocabulary/wren-wireless.yaml"),
    ],
)
def test_a_file_is_written_in_its_place_and_what_is_missing_is_told(commons, capsys, kind, path):
    assert new.new(commons, kind, "Wren Wireless", TODAY) == door.OK
    text = (commons / path).read_bytes()
    assert b"title: Wren Wireless\n" in text
    assert b"\r" not in text
    told = capsys.readouterr().out
    assert told.startswith(f"Wrote {path}.\n\nFill in th")
    assert told.endswith(f"Then run: python3 scripts/check.py {path}\n")
    assert "Mend this" not in told


def test_a_case_study_counts_as_read_today(commons):
    new.new(commons, "case-study", "Wren Wireless", TODAY)
    fields = _read(commons / "case_studies/wren-wireless.yaml")
    assert fields["id"] == "wren-wireless"
    assert fields["provenance"]["last_reviewed"] == TODAY


def test_what_is_filled_in_is_told_no_more(commons, capsys):
    new.new(commons, "question", "Wren Wireless", TODAY)
    assert ': The field "question" is empty.' in capsys.readouterr().out
    path = commons / "docs/questions/wren-wireless.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nquestion:\n", "\nquestion: Who?\n"), encoding="utf-8")
    assert new.report(commons, "docs/questions/wren-wireless.md") == door.OK
    assert "Fill in" not in capsys.readouterr().out


@pytest.mark.parametrize("there", ["owl-library.yaml", "owl-library.yml"])
def test_nothing_is_written_over(commons, capsys, there):
    old = commons / "case_studies/owl-library.yaml"
    path = old.rename(commons / "case_studies" / there)
    before = path.read_bytes()
    assert new.new(commons, "case-study", "Owl Library", TODAY) == door.WRONG_USAGE
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"case_studies/{there} is there already, and nothing was changed.")
    assert path.read_bytes() == before
    assert len(list((commons / "case_studies").glob("owl-library.*"))) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Anytown Tool Library", "anytown-tool-library"),
        ("Café Łódź & Søn", "cafe-lodz-son"),
        ("Straße der Bücher", "strasse-der-bucher"),
        ("The riders' own: Robin's taxi", "the-riders-own-robins-taxi"),
        ("  100% ours!  ", "100-ours"),
        ("Con", "con-case-study"),
        ("Index", "index-case-study"),
        ("道具の図書館", ""),
        ("word " * 30, "-".join(["word"] * 16)),
        ("a" * 100, "a" * 80),
    ],
)
def test_the_name_is_made_from_the_title(title, name):
    assert new.name_of(title, "case-study") == name


@given(st.text(), st.sampled_from(new.KINDS))
def test_a_name_that_is_made_can_stand_in_links(title, kind):
    name = new.name_of(title, kind)
    assert name == "" or is_id(name)


TITLES = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), min_size=1)


@settings(max_examples=25, deadline=None)
@given(TITLES.filter(str.strip))
def test_any_title_reads_back_as_it_was(tmp_path_factory, title):
    root = tmp_path_factory.mktemp("commons")
    new.new(root, "case-study", title, TODAY, "some-name")
    text = (root / "case_studies/some-name.yaml").read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.BaseLoader)["title"] == " ".join(title.split())  # noqa: S506


def test_a_title_of_other_letters_wants_a_name_and_gets_it(commons, capsys):
    assert new.new(commons, "case-study", "道具の図書館", TODAY) == door.WRONG_USAGE
    assert "--id some-name" in capsys.readouterr().err
    assert new.new(commons, "case-study", "道具の図書館", TODAY, "tool-library") == door.OK
    assert _read(commons / "case_studies/tool-library.yaml")["title"] == "道具の図書館"


@pytest.mark.parametrize("name", ["../escape", "Owl", "nul", "index", "a--b", "a" * 81])
def test_a_name_that_cannot_stand_in_links_is_refused(commons, capsys, name):
    before = sorted(commons.rglob("*"))
    assert new.new(commons, "metric", "Wrens", TODAY, name) == door.WRONG_USAGE
    assert "small letters, digits and hyphens" in capsys.readouterr().err
    assert sorted(commons.rglob("*")) == before


@pytest.mark.parametrize("title", ["", "  \n", "a\x07b", "a\ud800b"])
def test_a_title_that_no_file_can_hold_is_refused(commons, capsys, title):
    assert new.new(commons, "metric", title, TODAY) == door.WRONG_USAGE
    assert "Type it anew" in capsys.readouterr().err


def test_a_sign_that_turns_the_direction_of_text_is_told(commons, capsys):
    sign = unicodedata.lookup("RIGHT-TO-LEFT OVERRIDE")
    assert new.new(commons, "metric", f"Wrens{sign} lent", TODAY) == door.FINDINGS
    told = capsys.readouterr().out
    assert "Mend this:" in told
    assert "not-text" in told


def test_help_teaches_with_examples(run):
    answer = run(Path(new.__file__), "--help")
    assert answer.returncode == door.OK
    for kind in new.KINDS:
        assert f"new.py {kind} " in answer.stdout


def _read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
