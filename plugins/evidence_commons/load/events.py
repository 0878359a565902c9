"""All of YAML, by its events, with what is wrong with it.

Built on PyYAML's event stream (libyaml where present), which knows every position and builds
nothing by itself. No value is ever guessed at: every scalar stays the text that was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

import yaml

from evidence_commons.diagnostics import Location
from evidence_commons.load.complaint import complaint, ran_on
from evidence_commons.load.hyphens import bullet
from evidence_commons.load.mending import MENDED, Mending
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
from evidence_commons.load.read_on import MOST, WORK, ways_on
from evidence_commons.load.source import Source
from evidence_commons.model.faults import Fault, RepeatedField, Shorthand, TooBig, Unreadable
from evidence_commons.model.field_names import field_names
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_BREAK = pattern("\r\n|[\n\r\x85\u2028\u2029]")
_GLUED = pattern(r"(\w+):(?=\S)[^/]")
_NOTE = pattern(r"[ \t]+(#\S.*)")


class _Stop(Exception):
    """Reading cannot go on; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_events(text: str, path: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read one YAML text.

    Returns:
        Its tree, or None if there is none to be had, and the faults met on the way.
    """
    typed = _BREAK.split(text)
    mending, stopped = Mending(typed), list[Fault]()
    tree, told, stop = _read(Source(path, typed), text)
    reads = min(MOST, WORK // (len(text) + 1))
    while stop and reads > 0:
        ways = [*ways_on(mending, stop)]
        reads -= len(ways)
        further = [(way, *_read_again(way, path, typed)) for way in ways]
        best = max(further, key=lambda one: _reach(one[0], one[3]), default=None)
        if best is None or _reach(best[0], best[3]) <= stop.location.line + 1:
            break
        stopped.append(stop)
        mending, tree, told, stop = best
    return tree, (*stopped, *told, *([stop] if stop else ()))


def _read_again(
    way: Mending, path: str, typed: list[str]
) -> tuple[Node | None, list[Fault], Fault | None]:
    return _read(Source(path, way.lines, way.moved, typed), "\n".join(way.lines))


def _reach(way: Mending, stop: Fault | None) -> float:
    """The line that reading came to. A line that was mended is no new one."""
    if stop is None:
        return inf
    return 0 if stop.location.line in way.moved else stop.location.line


def _read(source: Source, text: str) -> tuple[Node | None, list[Fault], Fault | None]:
    """The tree of one text, the faults behind which reading goes on, and the one that stops it."""
    reader = _Reader(source, yaml.parse(text, Loader=_LOADER))
    try:
        tree = reader.tree()
    except _Stop as stop:
        return None, reader.faults, stop.fault
    except yaml.MarkedYAMLError as error:
        fault = complaint(error, source, reader.last)
        near = any(abs(told.location.line - fault.location.line) <= 1 for told in reader.faults)
        return None, reader.faults, None if near else fault
    except (yaml.YAMLError, UnicodeError):
        return None, reader.faults, Unreadable(Location(source.path), "other")
    return None if isinstance(tree, Told) else tree, reader.faults, None


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
        """The stretch of an event as it was typed, as far as its first line goes."""
        return self.source.typed(self.spot(event))

    def spot(self, event: yaml.Event) -> Location:
        """The stretch of an event in the lines as they are read."""
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
            self.stop_at_bullet(event)
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
        spot = self.spot(event)
        text = self.source.rest(spot)
        self.faults.append(Shorthand(self.source.typed(spot.wide(len(text))), sign, text))
        return Told(self.at(event))

    def scalar(self, event: yaml.ScalarEvent) -> Text | Told:
        self.last = event
        if ran_on(self.source, event):
            raise _Stop(self.source.fault(self.spot(event), "quote"))
        if self.is_told(event):
            return Told(self.at(event))
        self.stop_at_bullet(event)
        fault = None if event.style else self.misread(event)
        if fault is None:
            lines, here = tuple(self.lines(event)), self.at(event)
            return LongText(event.value, here, lines) if lines else Text(event.value, here)
        self.faults.append(fault)
        return Told(fault.location)

    def is_told(self, event: yaml.ScalarEvent) -> bool:
        """Whether this value was told before, and its line was mended to read on behind it."""
        if not self.source.moved or event.start_mark is None:
            return False
        block = event.style in ("|", ">") and self.source.moved.get(event.start_mark.line + 1) == 0
        return block or MENDED in event.value

    def stop_at_bullet(self, event: yaml.Event) -> None:
        """Stop where a line begins with a sign that only looks like a hyphen, or like a space."""
        spot = self.spot(event)
        line = self.source.line(spot.line)
        sign = line[spot.column - 1 : spot.column]
        if (
            getattr(event, "style", None)
            or not sign
            or sign.isalpha()
            or line[: spot.column - 1].strip()
        ):
            return
        if fault := bullet(self.source, spot.line):
            raise _Stop(fault)
        if sign.isspace():
            raise _Stop(self.source.whole(spot.line, "indent"))

    def stop_at_no_space(self, key: Node) -> None:
        """Stop where the name of a field is one of ours and a part of its text."""
        glued = _GLUED.match(key) if isinstance(key, Text) else None
        if glued and glued[1] in field_names():
            raise _Stop(self.source.whole(key.location.line, "no-colon"))

    def lines(self, event: yaml.ScalarEvent) -> Iterator[Text]:
        """The lines of a text that look like a field, from its name on; not the first line."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        for number in range(start.line + 2, end.line + 1 + (end.column > 0)):
            if name := LIKE_A_FIELD.match(self.source.line(number)):
                here = Location(self.source.path, number, name.start(1) + 1, len(name[1]))
                yield Text(self.source.rest(here), self.source.typed(here))

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
            return self.source.fault(self.spot(event), "hash", "#")
        here = Location(self.source.path, end.line + 1, note.start(1) + 1, len(note.group(1)))
        return Unreadable(here, "hash", "#")

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def fields(self, start: yaml.Event, depth: int) -> Fields:
        pairs: dict[Text, Node] = {}
        firsts: dict[str, Location] = {}
        again, anew = 0, False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, before = self.node(event, depth + 1), len(self.faults)
            self.stop_at_no_space(key)
            value = self.node(next(self.events), depth + 1)
            if key == MERGE:
                pairs.setdefault(MERGE, self.merged(key.location, before))
            elif isinstance(key, Text) and (key in pairs or anew):
                # Where a hyphen is lost, all fields of an entry come twice: that is one mistake.
                anew = anew or (depth > 1 and key == next(iter(pairs)) and len(pairs) > 1)
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
