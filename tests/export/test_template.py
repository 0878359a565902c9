"""The file that a new entry starts from."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.building import INVENTED

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.export.kinds import KINDS, Kind
from evidence_commons.export.quoting import as_value
from evidence_commons.export.template import path, template
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.vocabulary import Vocabulary
from evidence_commons.pipeline import open_commons

FILLED = {"title": "Wren Wireless", "provenance.last_reviewed": "2026-11-22"}
UNREAD = {"unreadable-file", "wrong-kind", "unknown-field", "indented-field", "repeated-field"}
"""What is told where the shape of a file is wrong."""


@pytest.fixture(params=KINDS.values(), ids=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    made: Kind = request.param
    return made


@pytest.fixture(scope="module")
def vocabularies() -> dict[str, Vocabulary]:
    return dict(open_commons(INVENTED).catalogue.vocabularies)


@pytest.fixture
def text(kind: Kind, vocabularies: dict[str, Vocabulary]) -> str:
    return template(kind, "wren-wireless", FILLED, vocabularies)


def _fields(noun: type[Noun]) -> Iterator[Typed]:
    for typed in typed_fields(noun):
        yield typed
        if issubclass(typed.leaf, Noun):
            yield from _fields(typed.leaf)


def _needed(fields: Iterable[Typed], filled: set[str], above: str = "") -> Iterator[str]:
    """The fields that must be filled in, also those inside of others, and are not."""
    for typed in fields:
        if typed.described.required and above + typed.key not in filled:
            inside = typed_fields(typed.leaf) if issubclass(typed.leaf, Noun) else ()
            yield from _needed(inside, filled, f"{above}{typed.key}.") if inside else (typed.key,)


def _findings(folder: Path, kind: Kind, text: str) -> list[Diagnostic]:
    """What is told of the file in a commons that is sound but for it."""
    commons = shutil.copytree(INVENTED, folder, dirs_exist_ok=True)
    where = path(kind, "wren-wireless")
    (commons / where).write_text(text, encoding="utf-8")
    return [one for one in open_commons(commons).diagnostics if one.location.path == where]


def test_every_field_stands_there_with_its_explanation(kind: Kind, text: str) -> None:
    joined = re.sub(r"\n[# ]*## ", " ", text)
    for typed in kind.fields:
        for inner in (typed, *(_fields(typed.leaf) if issubclass(typed.leaf, Noun) else ())):
            assert re.search(rf"^[# -]*{inner.key}:", text, re.MULTILINE), inner.key
            assert inner.described.about in joined


def test_what_must_be_filled_in_comes_first_and_the_rest_is_off(kind: Kind, text: str) -> None:
    live = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    off = re.findall(r"^# ([a-zA-Z_]+):", text, re.MULTILINE)
    assert live == [typed.key for typed in kind.fields if typed.described.required]
    assert [key for key in off if key != "yaml-language-server"] == [
        typed.key for typed in kind.fields if not typed.described.required
    ]


def test_each_empty_field_is_told_once_and_nothing_else_is(
    tmp_path: Path, kind: Kind, text: str
) -> None:
    told = _findings(tmp_path, kind, text)
    assert {one.rule for one in told} == {"missing-field"}
    empty = sorted(_needed(kind.fields, {"id", *FILLED}))
    assert len(told) == len({one.location for one in told})
    assert sorted(one.message for one in told) == [f'The field "{key}" is empty.' for key in empty]


def test_whoever_takes_the_hash_signs_away_has_the_fields(
    tmp_path: Path, kind: Kind, text: str
) -> None:
    bare = text
    while (taken := re.sub(r"^( *)# (?!yaml-language-server)", r"\1", bare, flags=re.M)) != bare:
        bare = taken
        told = {one.rule for one in _findings(tmp_path, kind, bare)}
        assert told.isdisjoint(UNREAD)
    front = bare.split("\n---\n")[0]
    assert set(yaml.load(front, Loader=yaml.BaseLoader)) == {  # noqa: S506
        typed.key for typed in kind.fields
    }


def test_the_words_of_a_short_vocabulary_are_shown_and_a_long_one_is_named(
    vocabularies: dict[str, Vocabulary],
) -> None:
    study = KINDS["case-study"]
    words = ", ".join(term.id for term in vocabularies["directions"].terms)
    text = re.sub(r"\n[# ]*## ", " ", template(study, "wren", FILLED, vocabularies))
    assert f"Write one of: {words}." in text
    without = re.sub(r"\n[# ]*## ", " ", template(study, "wren", FILLED, {}))
    assert "Its words are in case_studies/vocabulary/directions.yaml." in without


def test_known_values_are_filled_in_only_where_they_belong(
    vocabularies: dict[str, Vocabulary],
) -> None:
    text = template(KINDS["case-study"], "wren-wireless", FILLED, vocabularies)
    assert text.count("wren-wireless\n") == 1
    assert text.count("Wren Wireless") == 1
    assert "  last_reviewed: 2026-11-22\n" in text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    line = f"title: {as_value(text)}\n"
    assert yaml.load(line, Loader=yaml.BaseLoader) == {"title": text}  # noqa: S506


@pytest.mark.parametrize(
    "text", ["no", "Null", "2", "1.5", "0x10", "- a", "a: b", "a #b", "~", "="]
)
def test_no_reader_takes_a_text_for_anything_else(text: str) -> None:
    assert yaml.safe_load(as_value(text)) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Owl Library", "Owl Library"),
        ("Café, 2nd floor (left)", "Café, 2nd floor (left)"),
        ("Robin: a taxi", '"Robin: a taxi"'),
        ('The "Owl"', "'The \"Owl\"'"),
        ("2026-11-22", "2026-11-22"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, value: str) -> None:
    assert as_value(text) == value
