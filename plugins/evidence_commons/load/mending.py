"""The lines of a file as they are read once more, some of them mended in memory."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from evidence_commons.model.faults import Fault
from evidence_commons.model.field_names import field_names

MENDED = "\ue000told\ue000"
"""Stands for a value that was told. Its signs are of no script."""

LEAD = re.compile(r"([ \t]*)((?:- +)*)(\w+:(?=\s|$))?")
"""How a line begins: its indent, its hyphens, and the name of its field."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The lines of a file as they are read.

    ``moved`` tells of each line that is not as it was typed how far it went to the right.
    """

    lines: list[str]
    moved: dict[int, int] = field(default_factory=dict)

    def copy(self) -> "Mending":
        """Another of the same, to be changed."""
        return Mending([*self.lines], {**self.moved})

    def hide(self, number: int, start: int, fault: Fault) -> None:
        """Put a value that was told out of the way."""
        line = self.lines[number - 1]
        listed = line.count("[", 0, start) > line.count("]", 0, start)
        self.put(
            number,
            line[:start] + MENDED + (line[start + fault.location.width :] if listed else ""),
        )

    def put(self, number: int, line: str, moved: int = 0) -> None:
        """Read this in place of a line."""
        self.lines[number - 1] = line
        self.moved[number] = self.moved.get(number, 0) + moved

    def indent(self, number: int, column: int) -> None:
        """Let a line begin behind so many spaces."""
        line = self.lines[number - 1]
        lead = front_of(line)
        self.put(number, " " * column + line[lead:], column - lead)

    def run(self, number: int, goes_on: Callable[[str], bool]) -> list[int]:
        """The number of this line, and of those below it that say something and go on."""
        numbers = [number]
        for later in range(number + 1, len(self.lines) + 1):
            if self.lines[later - 1].strip():
                if not goes_on(self.lines[later - 1]):
                    break
                numbers.append(later)
        return numbers

    def above(self, number: int) -> int:
        """The number of the line above that says something, or 0."""
        return next((n for n in range(number - 1, 0, -1) if self.lines[n - 1].strip()), 0)

    def below(self, number: int) -> str:
        """The next line that says something."""
        return next((line for line in self.lines[number:] if line.strip()), "")

    def holder(self, number: int) -> str:
        """The line above in which a field begins."""
        above = (self.lines[n - 1] for n in range(number - 1, 0, -1))
        return next((line for line in above if is_field(line)), "")


def front_of(line: str) -> int:
    """How many spaces and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def is_field(line: str) -> bool:
    """Whether a field begins in this line."""
    lead = LEAD.match(line)
    return bool(lead and lead[3])


def is_ours(line: str) -> bool:
    """Whether it is one that we know."""
    lead = LEAD.match(line)
    return bool(lead and lead[3] and lead[3][:-1] in field_names())
