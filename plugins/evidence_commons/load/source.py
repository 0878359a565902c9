"""The lines of a file as they are read, and where in it each place was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from evidence_commons.diagnostics import Location
from evidence_commons.load.mending import MENDED
from evidence_commons.model.faults import Unreadable

LONGEST = 1_000
"""No stretch of text in a fault is longer."""


class Mark(Protocol):
    """A place as the parser counts it, from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, and the places in it.

    ``moved`` tells of lines that are not read as they were typed how far they went to the right;
    ``before`` are the lines as they were typed, if any are not read so.
    """

    path: str
    lines: list[str]
    moved: Mapping[int, int] = field(default_factory=dict)
    before: Sequence[str] = ()

    def typed(self, here: Location) -> Location:
        """Where in the file, as it was typed, a place in these lines is: no further than its line.

        What was put into a line, so that it could be read, is longer or shorter than what stood
        there.
        """
        if here.line not in self.moved or here.line > len(self.before):
            return here
        length = len(self.before[here.line - 1])
        column = min(max(1, here.column - self.moved[here.line]), length + 1)
        return here.at(here.line, column, min(here.width, max(1, length - column + 1)))

    def line(self, number: int) -> str:
        """The line of that number, from 1; nothing beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def at(self, mark: Mark) -> Location:
        """The location that a mark of the parser means; beyond the end, that is the end."""
        if mark.line >= len(self.lines):
            return Location(self.path, len(self.lines), len(self.lines[-1]) + 1)
        return Location(self.path, mark.line + 1, mark.column + 1)

    def rest(self, start: Location) -> str:
        """What stands from there to the end of the line; of a very long line, the beginning."""
        begin = start.column - 1
        return self.line(start.line)[begin : begin + LONGEST].partition(MENDED)[0].rstrip()

    def fault(self, start: Location, problem: str, sign: str = "") -> Unreadable:
        """A fault over the rest of the line."""
        text = self.rest(start)
        return Unreadable(self.typed(start.wide(len(text))), problem, sign, text)

    def whole(self, number: int, problem: str) -> Unreadable:
        """A fault over a whole line."""
        line = self.line(number)
        indent = len(line) - len(line.lstrip())
        return self.fault(Location(self.path, number, indent + 1), problem)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def said_before(source: Source, number: int) -> int:
    """The number of the last line before that one which says something, or 0."""
    return next((n for n in range(number - 1, 0, -1) if source.line(n).strip()), 0)
