"""Trees to nouns: each field gets its value, or a blank and a fault, and reading goes on.

A validator that gives all or nothing would leave the rest of a broken entry unread, and its
other mistakes untold until the first one is mended. So every noun is always made; a file with a
fault is never published, but everything in it can be checked.
"""

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from evidence_commons.diagnostics import Location
from evidence_commons.load.prose import read_prose
from evidence_commons.load.tree import MERGE, Fields, Listing, LongText, Node, Told, words
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.faults import (
    BadValue,
    Fault,
    IndentedField,
    MissingField,
    UnknownField,
    WrongKind,
)
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text

AnyNoun = TypeVar("AnyNoun", bound=Noun)


@dataclass(slots=True)
class _Around:
    """The noun that is being made: what it can hold, and what has swallowed a part of it."""

    known: frozenset[str]
    filling: str = ""
    swallowed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Binder:
    """Makes nouns from the trees of one file and gathers the faults."""

    path: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    around: list["_Around"] = field(default_factory=list)

    def noun(self, kind: type[AnyNoun], fields: Fields) -> AnyNoun:
        """A noun of this kind from these fields."""
        known = {typed.key: typed for typed in typed_fields(kind)}
        slips = [key for key in fields.pairs if key not in known and key != MERGE]
        free = tuple(key for key in known if Text(key) not in fields.pairs)
        for key in slips:
            lost = tuple(words(fields.pairs[key]))
            self.faults.append(
                UnknownField(key.location, key, kind.__name__, tuple(known), free, lost)
            )
        made, here = {}, _Around(frozenset(known))
        self.around.append(here)
        for typed in known.values():
            here.filling = typed.key
            made[typed.attribute] = self.field(
                typed, fields.pairs.get(Text(typed.key)), fields.location
            )
        self.around.pop()
        for typed in known.values():
            node = fields.pairs.get(Text(typed.key))
            hidden = MERGE in fields.pairs or typed.key in here.swallowed
            if typed.described.required and _empty(node) and not hidden:
                where, about = fields if node is None else node, typed.described.about
                fault = MissingField(where.location, typed.key, kind.__name__, about)
                empty = node is not None
                self.faults.append(replace(fault, empty=empty, slips=tuple(slips), free=free))
        return kind(location=fields.location, **made)

    def field(self, typed: Typed, node: Node | None, location: Location) -> Any:
        """What is filled in for a field; a blank if that is nothing, or was told to be wrong."""
        if node is None or isinstance(node, Told) or _empty(node):
            return _blank(typed, location)
        if not typed.many:
            return self.value(typed, node)
        if isinstance(node, Listing):
            return tuple(self.value(typed, item) for item in node.items if not _empty(item))
        self.tell(typed, node, "a list")
        # Where one entry stands without its hyphen, it is read all the same.
        noun = issubclass(typed.leaf, Noun)
        fits = isinstance(node, Fields) if noun else isinstance(node, Text) and "," not in node
        return (self.value(typed, node) if fits else _hollow(typed.leaf, node.location),)

    def value(self, typed: Typed, node: Node) -> Any:
        """One value of a field. One of the wrong shape is told, and a hollow one stands in."""
        if isinstance(node, Told):
            pass
        elif issubclass(typed.leaf, Noun):
            if issubclass(typed.leaf, Prose):
                return self.prose(typed, node)
            if isinstance(node, Fields):
                return self.noun(typed.leaf, node)
            self.tell(typed, node, "fields of its own", item=typed.many)
        elif isinstance(node, LongText) and self.swallows(node):
            pass
        elif isinstance(node, Text):
            return self.leaf(typed.leaf, node)
        else:
            self.tell(typed, node, getattr(typed.leaf, "WANTED", Text.WANTED), item=typed.many)
        return _hollow(typed.leaf, node.location)

    def swallows(self, text: LongText) -> bool:
        """Tell each field that begins too far to the right and became a part of this text."""
        swallower, before = self.around[-1].filling, len(self.faults)
        for line in text.lines:
            name = line.partition(":")[0]
            holder = next((one for one in reversed(self.around) if name in one.known), None)
            if holder:
                holder.swallowed.add(name)
                self.faults.append(IndentedField(line.location, line, swallower, holder.filling))
        return len(self.faults) > before

    def tell(self, typed: Typed, node: Node, wanted: str, item: bool = False) -> None:
        """Tell that a value has the wrong shape."""
        inside = typed_fields(typed.leaf) if issubclass(typed.leaf, Noun) else ()
        needed = [inner.key for inner in inside if inner.described.required]
        self.faults.append(
            WrongKind(
                node.location,
                typed.key,
                wanted,
                _said(node),
                text=str(node) if isinstance(node, Text) else "",
                inside=tuple(inner.key for inner in inside),
                alone=needed[0] if len(needed) == 1 else "",
                item=item,
                needed=typed.described.required,
                lost=tuple(words(node)),
            )
        )

    def leaf(self, kind: type[Any], text: Text) -> Any:
        """A text as this kind of value; one that has not its form is told, and is blank."""
        try:
            return kind.read(text)
        except ValueError as error:
            self.faults.append(BadValue(text.location, text, kind, str(error)))
            return kind("", text.location)

    def prose(self, typed: Typed, node: Node) -> Prose:
        """Markdown, with the faults in it."""
        if not isinstance(node, Text):
            self.tell(typed, node, Text.WANTED)
            return Prose(location=node.location)
        whereabouts = Whereabouts(self.text, self.path, node.location)
        prose, faults = read_prose(node, whereabouts)
        self.faults += faults
        return prose


def _empty(node: Node | None) -> bool:
    """Whether nothing was written: no text, or a list of nothing."""
    if isinstance(node, Listing):
        return all(_empty(item) for item in node.items)
    return node is None or (isinstance(node, Text) and not node.strip())


def _blank(typed: Typed, location: Location) -> Any:
    """What stands in for a value that is not there."""
    if typed.many:
        return ()
    return _hollow(typed.leaf, location) if typed.described.required else None


def _hollow(leaf: type[Any], location: Location) -> Any:
    """A value with nothing in it."""
    if not issubclass(leaf, Noun):
        return leaf("", location)
    inside = {inner.attribute: _blank(inner, location) for inner in typed_fields(leaf)}
    return leaf(location=location, **inside)


def _said(node: Node) -> str:
    """What a node is, in plain words."""
    if isinstance(node, Listing):
        return "a list"
    return "fields of its own" if isinstance(node, Fields) else "text"
