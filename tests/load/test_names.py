"""Names as people type them. All of these people and bodies are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.load.names import read_names
from evidence_commons.model.reference import Name


@pytest.mark.parametrize(
    ("typed", "family", "given"),
    [
        ("Quill, Ada", "Quill", "Ada"),
        ("Ada Quill", "Quill", "Ada"),
        ("van der Mol, Jan", "van der Mol", "Jan"),
        ("Jan van der Mol", "van der Mol", "Jan"),
        ("Quill, Jr., Bob", "Quill Jr.", "Bob"),
        (r"{\O}rsted-Moe, J.~K.", "Ørsted-Moe", "J. K."),
        (r"Mar{\'\i}a de la Roca", "de la Roca", "María"),
        ("{Institute for Slow Networks}", "Institute for Slow Networks", ""),
        ("{Marsh and Fen Council}", "Marsh and Fen Council", ""),
        ("毛小明", "毛小明", ""),
        ("Quill,", "Quill", ""),
        (", Ada", "Ada", ""),
    ],
)
def test_a_name_is_split_into_family_and_given(typed: str, family: str, given: str) -> None:
    assert read_names(typed) == (Name(family, given),)


def test_and_parts_names_and_others_stands_for_the_rest() -> None:
    names = read_names("Quill, Ada and\n  {Fen and Co}   AND others")
    assert names == (Name("Quill", "Ada"), Name("Fen and Co"), Name("others"))


@pytest.mark.parametrize("typed", ["and Ada Quill", "Ada Quill and", "Ada Quill and and"])
def test_an_and_beside_no_name_is_no_name(typed: str) -> None:
    assert read_names(typed) == (Name("Quill", "Ada"),)


@pytest.mark.parametrize("typed", ["", "  ", "and", "{}", ","])
def test_where_there_is_no_name_there_is_none(typed: str) -> None:
    assert read_names(typed) == ()


@given(st.text(alphabet="AndB, {}\\~'\n", max_size=40))
def test_every_name_has_a_family_name(typed: str) -> None:
    assert all(name.family for name in read_names(typed))
