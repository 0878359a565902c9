"""Trees to nouns: each field gets its value, or a blank and a fault, and reading goes on.

A validator that gives all or nothing would leave the rest of a broken entry unread, and its
other mistakes untold until the first one is mended. So every noun is always made; a file with a
fault is never published, but everything in it can be checked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from evidence_commons.diagnostics import Location
from evidence_commons.load.nodes import MERGE, Fields, Listing, LongText, Node, Told, words
from evidence_commons.load.prose import read_prose
from evidence_commons.load.whereabouts import Whereabouts, offset
from evidence_commons.model.faults import (
    BadValue,
    Fault,
    IndentedField,
    MissingField,
    UnknownField,
    Unreadable,
    WrongKind,
)
from evidence_commons.model.field_names import field_names
from evidence_commons.model.fields import Noun, Typed, shape, typed_fields
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text

AnyNoun = TypeVar("AnyNoun", bound=Noun)


@dataclass(slots=True)
class _Around:
    """The noun that is being made: what it can hold, and what has swallowed a part of it."""

    known: Mapping[Text, Typed]
    filling: str = ""
    swallowed: frozenset[str] = frozenset()


@dataclass(slots=True)
class Binder:
    """Makes nouns from the trees of one file and gathers the faults."""

    path: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    around: list["_Around"] = field(default_factory=list)

    def noun(self, kind: type[AnyNoun], fields: Fields) -> AnyNoun:
        """A noun of this kind from these fields."""
        known = shape(kind)
        find = known.by_key.get
        made: dict[str, Any] = {"location": fields.location}
        slips: list[Text] = []
        blank: list[Text] = []
        here = _Around(known.by_key)
        self.around.append(here)
        for key, node in fields.pairs.items():
            if typed := find(key):
                here.filling = key
                if typed.is_plain and node.__class__ is Text and node and not node.isspace():
                    # Most fields are this simple.
                    made[typed.attribute] = node
                elif _empty(node):
                    blank.append(key)
                    made[typed.attribute] = _blank(typed, fields.location)
                else:
                    made[typed.attribute] = self.field(typed, node, fields.location)
            elif key != MERGE:
                slips.append(key)
        self.around.pop()
        if slips:
            self.tell_slips(kind, fields, slips)
        for typed in known.required:
            if typed.attribute not in made:
                made[typed.attribute] = _blank(typed, fields.location)
            elif typed.key not in blank:
                continue
            if MERGE not in fields.pairs and typed.key not in here.swallowed:
                self.tell_missing(kind, fields, typed, slips)
        return kind(**made)

    def tell_slips(self, kind: type[Noun], fields: Fields, slips: list[Text]) -> None:
        """Tell the fields that the noun does not have."""
        known = tuple(shape(kind).by_key)
        free = tuple(key for key in known if key not in fields.pairs)
        for key in slips:
            lost = tuple(words(fields.pairs[key]))
            self.faults.append(UnknownField(key.location, key, kind.__name__, known, free, lost))

    def tell_missing(
        self, kind: type[Noun], fields: Fields, typed: Typed, slips: list[Text]
    ) -> None:
        """Tell a field that must be filled in, and is not."""
        node = fields.pairs.get(typed.key)
        self.faults.append(
            MissingField(
                (fields if node is None else node).location,
                typed.key,
                kind.__name__,
                typed.described.about,
                empty=node is not None,
                slips=tuple(slips),
                free=tuple(key for key in shape(kind).by_key if key not in fields.pairs),
            )
        )

    def field(self, typed: Typed, node: Node, location: Location) -> Any:
        """What is filled in for a field; a blank if that is nothing, or was told to be wrong."""
        if isinstance(node, Told):
            if typed.is_noun:
                return _blank(typed, location)
            told = _hollow(typed.leaf, node.location)
            return (told,) if typed.many else told
        if not typed.many:
            return self.value(typed, node)
        if isinstance(node, Listing):
            return tuple([self.value(typed, item) for item in node.items if not _empty(item)])
        self.tell(typed, node, "a list")
        # Where one entry stands without its hyphen, it is read all the same.
        fits = (
            isinstance(node, Fields)
            if typed.is_noun
            else isinstance(node, Text) and "," not in node
        )
        return (self.value(typed, node) if fits else _hollow(typed.leaf, node.location),)

    def value(self, typed: Typed, node: Node) -> Any:
        """One value of a field. One of the wrong shape is told, and a hollow one stands in."""
        if isinstance(node, Text) and not typed.is_noun:
            if not (isinstance(node, LongText) and self.swallows(node)):
                return self.leaf(typed.leaf, node)
        elif typed.leaf is Prose:
            return self.prose(typed, node)
        elif isinstance(node, Fields) and typed.is_noun:
            return self.noun(typed.leaf, node)
        elif not isinstance(node, Told):
            wanted = "fields of its own" if typed.is_noun else getattr(typed.leaf, "WANTED", "text")
            self.tell(typed, node, wanted, item=typed.many)
        return _hollow(typed.leaf, node.location)

    def swallows(self, text: LongText) -> bool:
        """Tell each field that begins too far to the right and became a part of this text."""
        swallower, before = self.around[-1].filling, len(self.faults)
        for line in text.lines:
            name = line.partition(":")[0]
            field_name = Text(name)
            holder = next((one for one in reversed(self.around) if field_name in one.known), None)
            if holder:
                holder.swallowed |= {name}
                self.faults.append(IndentedField(line.location, line, swallower, holder.filling))
        return len(self.faults) > before

    def tell(self, typed: Typed, node: Node, wanted: str, item: bool = False) -> None:
        """Tell that a value has the wrong shape."""
        if wanted == Text.WANTED and (cut := self.cut_in_two(node)):
            self.faults.append(cut)
            return
        inside = typed_fields(typed.leaf) if typed.is_noun else ()
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
                lost=tuple(_each(words(node))),
            )
        )

    def cut_in_two(self, node: Node) -> Fault | None:
        """The fault of a text on one line that is read as a field, for the colon in it."""
        if not isinstance(node, Fields) or len(node.pairs) != 1:
            return None
        name, value = next(iter(node.pairs.items()))
        one_line = isinstance(value, Text) and value.location.line == name.location.line
        if not one_line or name in field_names():
            return None
        line = self.text[offset(self.text, name.location) :].split("\n", maxsplit=1)[0].rstrip()
        return Unreadable(name.location.wide(len(line)), "colon", text=line)

    def leaf(self, kind: type[Any], text: Text) -> Any:
        """A text as this kind of value; one that has not its form is told, and is blank."""
        if kind is Text:
            return text
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


def _each(texts: Iterable[str]) -> Iterator[str]:
    """Texts, and the words of short ones: a key may stand among others."""
    for text in texts:
        yield text
        yield from text[:200].split()


def _empty(node: Node | None) -> bool:
    """Whether nothing was written: no text, or a list of nothing."""
    if isinstance(node, Text):
        return not node or node.isspace()
    if isinstance(node, Listing):
        return all(map(_empty, node.items))
    return node is None


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
