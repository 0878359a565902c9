"""All of YAML, by its events, with what is wrong with it.

Built on PyYAML's event stream (libyaml where present), which knows every position and builds
nothing by itself. No value is ever guessed at: every scalar stays the text that was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from evidence_commons.diagnostics import Location
from evidence_commons.load.complaint import Source, complaint, ran_on
from evidence_commons.load.nodes import (
    DEPTH,
    LIKE_A_FIELD,
    MERGE,
    NODES,
    Fields,
    Listing,
    LongText,
    Node,
    Told,
    words,
)
from evidence_commons.model.faults import Fault, RepeatedField, Shorthand, TooBig, Unreadable
from evidence_commons.model.text import Text

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NOTE = re.compile(r"[ \t]+(#\S.*)")


class _Stop(Exception):
    """Reading cannot go on; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_events(text: str, path: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read one YAML text.

    Returns:
        Its tree, or None if there is none to be had, and the faults met on the way.
    """
    source = Source(path, _BREAK.split(text))
    reader = _Reader(source, yaml.parse(text, Loader=_LOADER))
    try:
        tree = reader.tree()
    except _Stop as stop:
        reader.faults.append(stop.fault)
    except yaml.MarkedYAMLError as error:
        fault = complaint(error, source, reader.last)
        if not any(abs(told.location.line - fault.location.line) <= 1 for told in reader.faults):
            reader.faults.append(fault)
    except (yaml.YAMLError, UnicodeError):
        reader.faults.append(Unreadable(Location(path), "other"))
    else:
        return None if isinstance(tree, Told) else tree, tuple(reader.faults)
    return None, tuple(reader.faults)


@dataclass(slots=True)
class _Reader:
    """Builds a tree from events, counting as it goes so that no input takes long."""

    source: Source
    events: Iterator[yaml.Event]
    faults: list[Fault] = field(default_factory=list)
    nodes: int = 0
    last: yaml.ScalarEvent | None = None

    def tree(self) -> Node:
        empty = _Stop(Unreadable(Location(self.source.path), "empty"))
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            raise empty
        node = self.node(next(self.events), 0)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Stop(Unreadable(self.at(event), "many"))
        if node == "":
            raise empty
        return node

    def at(self, event: yaml.Event) -> Location:
        """The stretch of an event, as far as its first line goes."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Location(self.source.path)
        here = self.source.at(start)
        one_line = end.line == start.line
        width = end.column - start.column if one_line else len(self.source.rest(here))
        return here.wide(width)

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        if depth > DEPTH:
            raise _Stop(TooBig(self.at(event), f"It goes more than {DEPTH} levels deep."))
        if self.nodes > NODES:
            raise _Stop(TooBig(self.at(event), f"It holds more than {NODES:,} values."))
        if isinstance(event, yaml.AliasEvent):
            return self.shorthand(event, f"*{event.anchor}")
        sign = getattr(event, "anchor", None) or getattr(event, "tag", None)
        told = self.shorthand(event, sign) if sign else None
        if isinstance(event, yaml.ScalarEvent):
            return told if told and not event.value else self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self.items(depth)), self.at(event))
        return self.fields(event, depth)

    def shorthand(self, event: yaml.Event, sign: str) -> Told:
        """Tell a shortcut, with all that stands behind it on its line."""
        location = self.at(event)
        text = self.source.rest(location)
        self.faults.append(Shorthand(location.wide(len(text)), sign, text))
        return Told(location)

    def scalar(self, event: yaml.ScalarEvent) -> Text | Told:
        self.last = event
        if ran_on(self.source, event):
            raise _Stop(self.source.fault(self.at(event), "quote"))
        fault = None if event.style else self.misread(event)
        if fault is None:
            lines, here = tuple(self.lines(event)), self.at(event)
            return LongText(event.value, here, lines) if lines else Text(event.value, here)
        self.faults.append(fault)
        return Told(fault.location)

    def lines(self, event: yaml.ScalarEvent) -> Iterator[Text]:
        """The lines of a text that look like a field, from its name on; not the first line."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        for number in range(start.line + 2, end.line + 1 + (end.column > 0)):
            if name := LIKE_A_FIELD.match(self.source.line(number)):
                here = Location(self.source.path, number, name.start(1) + 1, len(name[1]))
                yield Text(self.source.rest(here), here)

    def misread(self, event: yaml.ScalarEvent) -> Unreadable | None:
        """A plain text that swallowed a list entry, or lost its end to a number sign."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return None
        for number in range(start.line + 2, end.line + 2):
            if re.match(r"\s*- ", self.source.line(number)):
                return self.source.whole(number, "joined")
        line = self.source.line(end.line + 1)
        if not (note := _NOTE.match(line, end.column)):
            return None
        if start.line == end.line:
            return self.source.fault(self.at(event), "hash", "#")
        here = Location(self.source.path, end.line + 1, note.start(1) + 1, len(note.group(1)))
        return Unreadable(here, "hash", "#")

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def fields(self, start: yaml.Event, depth: int) -> Fields:
        pairs: dict[Text, Node] = {}
        firsts: dict[str, Location] = {}
        again = 0
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, before = self.node(event, depth + 1), len(self.faults)
            value = self.node(next(self.events), depth + 1)
            if key == MERGE:
                pairs.setdefault(MERGE, self.merged(key.location, before))
            elif isinstance(key, Text) and key in pairs:
                # Where a hyphen is lost, all fields of an entry come twice: that is one mistake.
                if not again:
                    self.faults.append(RepeatedField(key.location, key, firsts[key]))
                again = again or len(self.faults)
                self.lose(again - 1, value)
            elif isinstance(key, Text):
                pairs[key], firsts[key], again = value, key.location, 0
            elif isinstance(key, Told):
                pairs.setdefault(MERGE, key)
            else:
                self.faults.append(self.source.fault(key.location, "name"))
        where = next(iter(firsts.values()), None) or self.at(start)
        return Fields(pairs, where)

    def merged(self, location: Location, before: int) -> Told:
        """Tell fields that are copied from elsewhere; what they are copied from is told with it."""
        inside = [
            fault
            for fault in self.faults[before:]
            if not isinstance(fault, Shorthand) or fault.location.line != location.line
        ]
        self.faults[before:] = [Shorthand(location, str(MERGE)), *inside]
        return Told(location)

    def lose(self, place: int, value: Node) -> None:
        """Add the texts of a value to those that a repeated field has lost."""
        fault = self.faults[place]
        if isinstance(fault, RepeatedField):
            self.faults[place] = replace(fault, lost=(*fault.lost, *words(value)))
