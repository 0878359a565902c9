"""The count of records sees each that is lost, and none that is not there."""

import pytest
from tests.hostile.census import lost, starts
from tests.hostile.seeds import Seed, seeds

from evidence_commons.load.bibtex import read_references


def count(text: str) -> int:
    return sum(is_work for _, is_work in starts(text))


@pytest.mark.parametrize("seed", seeds("library"))
def test_each_work_that_is_taken_away_is_missed(seed: Seed) -> None:
    works, _ = read_references(seed.text, seed.path)
    assert [*lost(seed.text, works, ())] == []
    for place in range(len(works)):
        (told,) = lost(seed.text, works[:place] + works[place + 1 :], ())
        assert told.endswith(f"{works[place].location.line}:{works[place].location.column}")


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("@misc{a, title = {A}}", 1),
        ("@misc{a, title = {A}} @misc(b, title = {B}) @misc{c}", 3),
        ("@misc(a, title = {A}, note = {(b}, @misc{b}", 1),
        ("@misc{a, title = {A\n@misc{b, title = {B}}", 2),
        ("@misc{a, title = {A @misc{b}}}", 1),
        ('@misc(a, title = ") @misc{b}")', 1),
        ("@misc{a, title = {\\} @misc{b}}}", 1),
        ("@ misc {a, title = {A}}\n@misc\n{b, title = {B}}", 2),
        ("% @misc{a, title = {A}}\n@comment{b}@string{c = {C}}", 0),
        ("@misc{a, title = {A}} % @misc{b, title = {B}}", 1),
        ("Write to a@b{c} or \\@book{d}.", 0),
    ],
)
def test_records_are_counted_as_a_person_would(text: str, records: int) -> None:
    assert count(text) == records


def test_a_work_that_stands_nowhere_is_told() -> None:
    works, _ = read_references("@misc{a, title = {A}}", "references.bib")
    assert [*lost("No record. None at all.", works, ())]
