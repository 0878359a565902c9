"""What the rules over text share: where a hit stands, and whether it stands in running text.

A rule first asks with something cheap whether a text can hold what it looks for; most do not.
Only then is a :class:`Passages` made of it, once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from evidence_commons.diagnostics import Location
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

REACH = 300
"""No further is anything looked for: only text that was made to be slow has longer words."""

_FENCE = pattern(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
_ADDRESS = pattern(r"://|\bwww\.|\bdoi\b|\b10\.\d{4}", re.IGNORECASE)
_RECORD_FIELD = pattern(r"\n[ \t]*(?:@\w+\{[^,\n]*,[ \t]*)?([A-Za-z_+-]+)[ \t]*=")
_NAME = pattern(r"[ \t]*(?:- +)*(?:[a-z_]+:[ \t]+)?[\"']?([^\s\"']*)[\"']?[ \t]*")


class Passages:
    """A text in which something was found: the places of its offsets, and what surrounds them."""

    def __init__(self, file: TextFile) -> None:
        self.file, self.text = file, file.text

    def at(self, start: int, end: int) -> Location:
        """The stretch from ``start`` to ``end``, or as much of it as stands on its first line."""
        number = bisect_right(self._starts, start) - 1
        begin = self._starts[number]
        stop = min(end, self.end_of_line(start))
        return Location(self.file.path, number + 1, start - begin + 1, max(1, stop - start))

    def line_start(self, number: int) -> int:
        """Where the line of that number, from 1, begins; beyond the last, the end."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def start_of_line(self, offset: int) -> int:
        """Where the line of this offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def end_of_line(self, offset: int) -> int:
        """Where the line of this offset ends."""
        number = bisect_right(self._starts, offset)
        return self._starts[number] - 1 if number < len(self._starts) else len(self.text)

    def line(self, offset: int) -> str:
        """The line of this offset, or the beginning of a very long one."""
        start = self.start_of_line(offset)
        return self.text[start : min(self.end_of_line(offset), start + REACH)]

    def in_code(self, offset: int) -> bool:
        """Whether it stands in code: between fences, or between backticks on its line."""
        if bisect_right(self._fences, offset) % 2:
            return True
        behind = bisect_left(self._backticks, offset)
        before = behind - bisect_left(self._backticks, self.start_of_line(offset))
        following = self._backticks[behind : behind + 1]
        return bool(before % 2 and following and following[0] < self.end_of_line(offset))

    def in_address(self, offset: int) -> bool:
        """Whether it stands in a web address or a DOI."""
        start = max(self.start_of_line(offset), offset - REACH)
        word = re.split(r"[\s<>\[\]{}\"]", self.text[start:offset])[-1]
        return bool(_ADDRESS.search(word))

    def record_field(self, offset: int) -> str:
        """In the library: the field of a record in which it stands, in small letters."""
        number = bisect_right(self._record_fields[0], offset)
        return self._record_fields[1][number - 1] if number else ""

    def is_name(self, offset: int) -> bool:
        """Whether the line holds nothing but one word in small letters, as ids and dates are.

        Where a name is not as it should be, another rule tells that it is not known.
        """
        found = _NAME.fullmatch(self.text, self.start_of_line(offset), self.end_of_line(offset))
        return found is not None and "/" not in found[1] and found[1] == found[1].lower()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def _fences(self) -> list[int]:
        return [found.start() for found in _FENCE.finditer(self.text)]

    @cached_property
    def _backticks(self) -> list[int]:
        return [found.start() for found in re.finditer("`", self.text)]

    @cached_property
    def _record_fields(self) -> tuple[list[int], list[str]]:
        found = [*_RECORD_FIELD.finditer(self.text)]
        return [one.start() for one in found], [one[1].lower() for one in found]


def first_and_last_of_lines(
    passages: Passages, stretches: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """For each line with stretches in it, from the first one's start to the last one's end."""
    start, stop, line_end = 0, 0, -1
    for begin, end in stretches:
        if begin <= line_end:
            stop = end
            continue
        if line_end >= 0:
            yield start, stop
        start, stop, line_end = begin, end, passages.end_of_line(begin)
    if line_end >= 0:
        yield start, stop
