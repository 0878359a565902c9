"""Names as citation styles want them. All of these people and bodies are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.load.people import Person, people


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Quill, Ada", {"family": "Quill", "given": "Ada"}),
        ("Ada B.C. Quill", {"family": "Quill", "given": "Ada B. C."}),
        ("van der Mol, J.-P.",
         {"family": "Mol", "given": "J.-P.", "non-dropping-particle": "van der"}),
        ("Jan van der Mol",
         {"family": "Mol", "given": "Jan", "non-dropping-particle": "van der"}),
        ("von Mol", {"family": "Mol", "non-dropping-particle": "von"}),
        ("Quill, Jr., Bob", {"family": "Quill", "given": "Bob", "suffix": "Jr."}),
        ("{van der Mol}, Jan", {"family": "van der Mol", "given": "Jan"}),
        (r"{\O}rsted, {\'E}mile", {"family": "Ørsted", "given": "Émile"}),
        (r"Dezs\H o Quill", {"family": "Quill", "given": "Dezső"}),
        ("{Institute for Slow Networks}", {"literal": "Institute for Slow Networks"}),
        ("{Marsh, Fen and Co}", {"literal": "Marsh, Fen and Co"}),
        ("Rookery", {"family": "Rookery"}),
        ("毛小明", {"family": "毛小明"}),
        ("family=Mol, given=Jan, prefix=van",
         {"family": "Mol", "given": "Jan", "non-dropping-particle": "van"}),
        (", Ada", {"family": "Ada"}),
        ("others", {"literal": "others"}),
    ],
)  # fmt: skip
def test_a_name_is_split_into_its_parts(typed: str, person: Person) -> None:
    assert people(typed) == [person]


def test_and_parts_names_but_not_inside_braces() -> None:
    names = people("Quill, Ada and\n {Fen and Co}   AND others")
    assert names == [
        {"family": "Quill", "given": "Ada"}, {"literal": "Fen and Co"}, {"literal": "others"},
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["", "and", "{}", "and Ada and and"])
def test_an_and_beside_no_name_is_no_name(typed: str) -> None:
    assert people(typed) == ([{"family": "Ada"}] if "Ada" in typed else [])


def test_a_particle_that_does_not_count_is_dropped() -> None:
    assert people("van Mol, Jan", useprefix=False) == [
        {"family": "Mol", "given": "Jan", "dropping-particle": "van"}
    ]


@given(st.text(alphabet="ab ,{}\\=&~'AND\n", max_size=60))
def test_whatever_is_typed_each_name_says_something(latex: str) -> None:
    assert all("family" in person or "literal" in person for person in people(latex))
