"""YAML as text with positions: the shape of a file, before any model has had a say."""

from evidence_commons.load.calm import read_calm
from evidence_commons.load.nodes import Node
from evidence_commons.model.faults import Fault


def read_tree(text: str, path: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read one YAML text. No value is ever guessed at: each stays the text that was typed.

    Returns:
        Its tree, or None if there is none to be had, and the faults met on the way.
    """
    if calm := read_calm(text, path):
        return calm, ()
    # Most runs never need the parser of all of YAML: loading it takes as long as forty entries.
    from evidence_commons.load.events import read_events  # noqa: PLC0415

    return read_events(text, path)
