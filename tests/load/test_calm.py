"""The calm reader and the parser of all of YAML say the same, wherever the first says anything."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_commons.load.calm import read_calm
from evidence_commons.load.events import read_events
from evidence_commons.load.files import read_text
from evidence_commons.load.nodes import Fields, Listing, LongText, Node
from evidence_commons.model.text import Text

ROOT = Path(__file__).parent.parent.parent
ENTRIES = [
    *(ROOT / "tests" / "invented" / "case_studies").rglob("*.yaml"),
    *(ROOT / "case_studies").rglob("*.yaml"),
    *(ROOT / "tests" / "findings").rglob("*.yaml"),
]
LINES = [
    "a: b",
    "b: |",
    "c: >-",
    "d:",
    "e: []",
    '"quoted"',
    "- x",
    "- y: z",
    "- |",
    "- 'one'",
    "-",
    "---",
    "# note",
    "word",
    "word: # note",
    "f: -2.59",
    "g: - h",
    "h: 'it''s'",
    'i: "a\\n"',
    'j: ""',
    "k: a: b",
    "l: a #b",
    "m:n",
    "",
    "  ",
    "o: &a x",
    "p: x ",
    "Q: >",
    "r: |-",
    "s: ?x",
    "t: [a]",
    "u: http://x.example:80/#y",
]


def spelled(node: Node) -> object:
    """Everything that is in a node, with every place."""
    if isinstance(node, Fields):
        inside = [(spelled(key), spelled(value)) for key, value in node.pairs.items()]
        return ("fields", tuple(node.location), inside)
    if isinstance(node, Listing):
        return ("list", tuple(node.location), [spelled(item) for item in node.items])
    lines = node.lines if isinstance(node, LongText) else ()
    words = str(node) if isinstance(node, Text) else None
    return (words, tuple(node.location), lines)


def agree(text: str) -> bool:
    """Whether the calm reader read it; if so, both readers must have read the same."""
    calm = read_calm(text, "entry.yaml")
    if calm is None:
        return False
    tree, faults = read_events(text, "entry.yaml")
    assert not faults
    assert tree is not None
    assert spelled(calm) == spelled(tree)
    return True


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: "/".join(path.parts[-3:]))
def test_both_read_an_entry_alike(path: Path) -> None:
    file, _ = read_text(path.name, path.read_bytes())
    if file:
        agree(file.text)


def test_nearly_every_entry_is_calm() -> None:
    entries = [path for path in ENTRIES if "findings" not in path.parts]
    calm = [path for path in entries if agree(path.read_text("utf-8"))]
    assert len(calm) > 0.9 * len(entries)


rows = st.lists(
    st.tuples(st.sampled_from(["", "  ", "    ", "      ", " "]), st.sampled_from(LINES)),
    max_size=9,
)


@settings(max_examples=1_500, deadline=None)
@given(rows)
@example([("", "d:"), ("", "- x"), ("", "a: b")])
@example([("", "b: |"), ("  ", "word"), ("", ""), ("  ", "word"), ("", ""), ("", "a: b")])
@example([("", "c: >-"), ("  ", "word"), ("", ""), ("", ""), ("  ", "word")])
@example([("", "d:"), ("", "# note"), ("  ", "word")])
@example([("", "a: b"), ("", "# note"), ("  ", "word")])
def test_both_read_any_lines_alike(lines: list[tuple[str, str]]) -> None:
    agree("\n".join(indent + line for indent, line in lines))


signs = st.text(st.sampled_from("ab:- #|>'\"[]\n  \\&*%@`!,?~\u00a0\u200bé"), max_size=30)


@settings(max_examples=1_500, deadline=None)
@given(st.sampled_from(["a: ", "a:\n  - ", "a:\n  b: ", "a: |\n  ", "a: >-\n  ", ""]), signs)
def test_both_read_any_signs_alike(begins: str, text: str) -> None:
    agree(begins + text)
    agree(f"{begins}{text}\nz: end\n")
