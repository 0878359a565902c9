"""The calm reader, and the parser with the binder, say the same, wherever the first speaks."""

from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_commons.diagnostics import Location
from evidence_commons.load.bind import Binder
from evidence_commons.load.calm import read_calm
from evidence_commons.load.events import read_events
from evidence_commons.load.files import read_text
from evidence_commons.load.nodes import Fields
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Number, Text, Url
from evidence_commons.model.text_file import TextFile
from evidence_commons.model.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent.parent
ENTRIES = [
    *(ROOT / "tests" / "invented" / "case_studies").rglob("*.yaml"),
    *(ROOT / "case_studies").rglob("*.yaml"),
    *(ROOT / "tests" / "findings").rglob("*.yaml"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner(Noun):
    """A noun in another."""

    y: Text = required("A text that must be there.")
    a: Text | None = optional("A text.")
    word: Number | None = optional("A number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer(Noun):
    """A noun with a field of each kind."""

    a: Text | None = optional("A text.")
    b: Prose | None = optional("Markdown.")
    c: Text | None = optional("A text.")
    d: tuple[Inner, ...] = several("Nouns.")
    e: tuple[Text, ...] = several("Texts.")
    f: Number | None = optional("A number.")
    g: Inner | None = optional("A noun.")
    h: Text | None = optional("A text.")
    i: tuple[Number, ...] = several("Numbers.")
    j: Text | None = optional("A text.")
    k: Text | None = optional("A text.")
    l: Text | None = optional("A text.")  # noqa: E741 - a name in the lines below
    p: Text | None = optional("A text.")
    r: Prose | None = optional("Markdown.")
    s: Text | None = optional("A text.")
    u: Url | None = optional("An address.")
    word: Text | None = optional("A text.")
    z: Text | None = optional("A text.")
    body: Prose | None = optional("Markdown.")


LINES = [
    "a: b",
    "b: |",
    "c: >-",
    "d:",
    "g:",
    "i:",
    "e: []",
    '"quoted"',
    "- x",
    "- y: z",
    "y: z",
    "- 12",
    "f: 12",
    "r: a <b>b</b>",
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
    "k: >",
    "r: |-",
    "s: ?x",
    "t: [a]",
    "u: http://x.example:80/#y",
]


def spelled(value: object) -> object:
    """Everything that is in a value, with every place."""
    if isinstance(value, tuple):
        return [spelled(one) for one in value]
    if isinstance(value, Noun):
        names = [one.name for one in fields(value) if one.name not in ("location", "make")]
        inside = [(name, spelled(getattr(value, name))) for name in names]
        return (type(value), tuple(value.location), inside)
    if isinstance(value, Text):
        return (type(value), str(value), tuple(value.location))
    return value


def agree(kind: type[Noun], text: str, body: Text | None = None) -> bool:
    """Whether the calm reader read it; if so, both ways must have read the same."""
    file = TextFile("entry.yaml", text if body is None else f"{text}\n---\n{body}")
    calm = read_calm(kind, text, file, body)
    if calm is None:
        return False
    noun, told = calm
    tree, faults = read_events(text, file.path)
    assert not faults
    assert isinstance(tree, Fields)
    if body is not None:
        tree = Fields({**tree.pairs, Text("body"): body}, tree.location)
    binder = Binder(file.path, file.text)
    assert spelled(noun) == spelled(binder.noun(kind, tree))
    assert told == binder.faults
    return True


def kind_of(path: Path) -> type[Noun]:
    return Vocabulary if "vocabulary" in path.parts else CaseStudy


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: "/".join(path.parts[-3:]))
def test_both_read_an_entry_alike(path: Path) -> None:
    file, _ = read_text(path.name, path.read_bytes())
    if file:
        agree(kind_of(path), file.text)


def test_nearly_every_entry_is_calm() -> None:
    entries = [path for path in ENTRIES if "findings" not in path.parts]
    calm = [path for path in entries if agree(kind_of(path), path.read_text("utf-8"))]
    assert len(calm) > 0.9 * len(entries)


rows = st.lists(
    st.tuples(st.sampled_from(["", "  ", "    ", "      ", " "]), st.sampled_from(LINES)),
    max_size=9,
)


@settings(max_examples=1_500, deadline=None)
@given(rows)
@example([("", "e:"), ("", "- x"), ("", "a: b")])
@example([("", "g:"), ("  ", "y: z"), ("", "d:"), ("  ", "- y: z"), ("    ", "a: b")])
@example([("", "i:"), ("", "- 12"), ("", "-"), ("", "r: a <b>b</b>")])
@example([("", "b: |"), ("  ", "word"), ("", ""), ("  ", "word"), ("", ""), ("", "a: b")])
@example([("", "c: >-"), ("  ", "word"), ("", ""), ("", ""), ("  ", "word")])
@example([("", "e:"), ("", "# note"), ("  ", "word")])
@example([("", "a: b"), ("", "# note"), ("  ", "word")])
def test_both_read_any_lines_alike(lines: list[tuple[str, str]]) -> None:
    agree(Outer, "\n".join(indent + line for indent, line in lines))


BEGINNINGS = ["a: ", "e:\n  - ", "g:\n  y: ", "d:\n  - y: ", "b: |\n  ", "c: >-\n  ", ""]

signs = st.text(st.sampled_from("ab:- #|>'\"[]\n  \\&*%@`!,?~\u00a0\u200bé"), max_size=30)


@settings(max_examples=1_500, deadline=None)
@given(
    st.sampled_from(["a: ", "e:\n  - ", "g:\n  y: ", "d:\n  - y: ", "b: |\n  ", "c: >-\n  ", ""]),
    signs,
)
def test_both_read_any_signs_alike(begins: str, text: str) -> None:
    agree(Outer, begins + text)
    agree(Outer, f"{begins}{text}\nz: end\n")


@settings(max_examples=300, deadline=None)
@given(rows, st.sampled_from(["", " \n", "Text.\n", "Text <b>bold</b> [@one].\n"]))
@example([("", "---"), ("", "a: b")], "Text [@one].\n")
@example([("", "a: b"), ("", "body: c")], "Text.\n")
def test_both_read_a_page_alike(lines: list[tuple[str, str]], body: str) -> None:
    text = "\n".join(indent + line for indent, line in lines)
    agree(Outer, text, Text(body, Location("entry.yaml", len(lines) + 2)))


@pytest.mark.parametrize(
    "lines",
    [
        "e:\n  - x\n  - 'y'\nd:\n  - y: z\n    word: 12\n",
        "a: b\nb: |\n  Text [@one, p. 4].\n\n  More.\nc: >-\n  two\n  lines\n",
        "a:\ne: []\nz: end\n",
        "g:\n  y: z\nu: https://x.example\n",
    ],
)
def test_what_is_simply_written_is_calm(lines: str) -> None:
    assert agree(Outer, lines)
