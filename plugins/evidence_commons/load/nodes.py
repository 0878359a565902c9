"""What a tree of YAML is made of, before any model has had a say."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from evidence_commons.diagnostics import NOWHERE, Location
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

DEPTH = 20
"""No tree is deeper."""

NODES = 20_000
"""No tree holds more."""

MERGE = Text("<<")
"""YAML's word for fields to be copied from elsewhere; here, for fields that a fault has hidden."""

LIKE_A_FIELD = pattern(r"\s*(?:- +)?([A-Za-z_]+):(?=\s|$)")
"""How a line begins that may have been meant as a field."""


class Listing(NamedTuple):
    """Things under one another, each after a hyphen."""

    items: tuple["Node", ...]
    location: Location


class Fields(NamedTuple):
    """Named values: ``name: value`` lines. The first of two equal names is kept."""

    pairs: dict[Text, "Node"]
    location: Location


class Told(NamedTuple):
    """A value that cannot be had. A fault tells why, and nobody need say more of it."""

    location: Location


class LongText(Text):
    """A text that goes on over several lines. ``lines`` are those like a field.

    A line that was meant as the next field is a part of the text if it begins too far to the right.
    """

    __slots__ = ("lines",)

    lines: tuple[Text, ...]

    def __new__(
        cls, value: str = "", location: Location = NOWHERE, lines: tuple[Text, ...] = ()
    ) -> Self:
        self = super().__new__(cls, value, location)
        self.lines = lines
        return self


Node = Text | Listing | Fields | Told


def words(node: Node) -> Iterator[str]:
    """Every text in a node."""
    if isinstance(node, Text):
        yield str(node)
    elif isinstance(node, Listing):
        for item in node.items:
            yield from words(item)
    elif isinstance(node, Fields):
        for value in node.pairs.values():
            yield from words(value)
