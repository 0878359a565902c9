"""Behind a mistake, reading goes on: all places that cannot be read are told in one run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.load.events import read_events
from evidence_commons.load.nodes import Fields, Node
from evidence_commons.model.faults import Unreadable
from evidence_commons.model.text import Text

ENTRY = """\
id: robin
title: Robin Taxis
places:
  - name: Nowhere
    scope: here
  - name: Elsewhere
    scope: there
themes:
  - food
  - energy
body: |
  Riders own it.

  ## More

  They like it.
provenance:
  interests: []
  last_reviewed: 2024
"""
SLIPS = {
    "colon": ("Robin Taxis", "Robin: Taxis", 2),
    "sign": ("Robin Taxis", "@Robin", 2),
    "after": ("Robin Taxis", "'Robin's Taxis'", 2),
    "quote": ("Robin Taxis", '"Robin Taxis', 2),
    "bracket": ("Robin Taxis", "[Robin Taxis", 2),
    "escape": ("Robin Taxis", '"Robin\\Taxis"', 2),
    "tab": ("  - name: Nowhere", "\t- name: Nowhere", 4),
    "indent": ("    scope: here", "      scope: here", 5),
    "no-colon": ("title: Robin", "title Robin", 2),
    "bullet": ("  - food\n  - energy", "  • food\n  • energy", 9),
    "bar": ("body: |", "body:", 11),
    "many": ("provenance:", "---\nprovenance:", 17),
    "fence": ("id: robin", "```yaml\nid: robin", 1),
}


def told(text: str) -> list[tuple[str, int]]:
    _, faults = read_events(text, "entry.yaml")
    return [
        (fault.problem if isinstance(fault, Unreadable) else "", fault.location.line)
        for fault in faults
    ]


def field(text: str, name: str) -> Node:
    tree, _ = read_events(text, "entry.yaml")
    assert isinstance(tree, Fields)
    return tree.pairs[Text(name)]


@pytest.mark.parametrize("problem", SLIPS)
def test_one_mistake_is_one_fault_and_the_rest_is_read(problem: str) -> None:
    was, slip, line = SLIPS[problem]
    broken = ENTRY.replace(was, slip, 1)
    assert told(broken) == [(problem, line)]
    assert isinstance(field(broken, "provenance"), Fields)


@pytest.mark.parametrize("problem", SLIPS)
def test_a_second_one_is_told_in_the_same_run(problem: str) -> None:
    was, slip, line = SLIPS[problem]
    broken = ENTRY.replace(was, slip, 1).replace("last_reviewed: 2024", "last_reviewed: @2024")
    last = broken.count("\n")
    assert told(broken) == [(problem, line), ("sign", last)]


@pytest.mark.parametrize(
    ("lost", "line"),
    [
        ("    name: Nowhere", 4),
        ("  name: Nowhere", 4),
        ("  -name: Nowhere", 4),
        ("  • name: Nowhere", 4),
        ("  1. name: Nowhere", 4),
        ("  - name Nowhere", 4),
        ("   - name: Nowhere", 4),
        ("- name: Nowhere", 4),
    ],
)
def test_a_list_entry_that_begins_otherwise_is_one_fault(lost: str, line: int) -> None:
    broken = ENTRY.replace("  - name: Nowhere", lost, 1)
    assert [place for _, place in told(broken)] == [line]


def test_a_line_that_is_moved_keeps_its_own_columns() -> None:
    broken = ENTRY.replace("    scope: here", "      scope: here", 1)
    places = field(broken, "places")
    scope = places.items[0].pairs[Text("scope")]  # type: ignore[union-attr]
    assert (scope, scope.location.line, scope.location.column) == ("here", 5, 14)


def test_a_colon_without_its_space_before_quotes_is_one_fault() -> None:
    assert told(ENTRY.replace("title: Robin", 'title:"Robin: the')) == [("no-colon", 2)]


def test_a_colon_in_an_entry_of_a_list_leaves_the_rest_to_be_read() -> None:
    broken = ENTRY.replace("  - food", "  - food: warm", 1)
    assert told(broken) == []
    assert isinstance(field(broken, "provenance"), Fields)


def test_a_hyphen_before_a_number_or_a_dash_within_a_text_is_no_slip() -> None:
    assert told("longitude:\n  -2.59\nsummary: It lends\n  – and mends.\n") == []


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(sorted(SLIPS)), max_size=6), st.integers(0, 400))
def test_however_many_there_are_each_is_told_where_it_stands(names: list[str], cut: int) -> None:
    text = ENTRY
    for name in names:
        text = text.replace(*SLIPS[name][:2], 1)
    text = text[: len(text) - cut]
    lines = [line for _, line in told(text)]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    assert len(lines) <= 2 * len(set(names)) + 2
