"""Finding the place in a file of words that were read from it."""

from copy import copy

from evidence_commons.diagnostics import Location

MISSES = 100
"""After so many different words that are not there, nobody looks any further.

Each miss costs a look through the whole text; only text that was made to be slow has so many.
"""


class Whereabouts:
    """A cursor over a file's text that moves forward only.

    Markdown is converted without keeping columns, so the words of a finding are looked up again
    in the text that was typed, each one behind the one before. ``start`` is where it begins.
    """

    def __init__(self, text: str, path: str, start: Location) -> None:
        self._text, self.start = text, start
        self._path = path
        self._begin = self._cursor = offset(text, start)
        self._line, self._line_start = start.line, self._cursor - start.column + 1
        self._absent: set[str] = set()

    def again(self) -> "Whereabouts":
        """Another cursor, back at the start."""
        other = copy(self)
        other._cursor, other._line = self._begin, self.start.line
        other._line_start = self._begin - self.start.column + 1
        other._absent = set()
        return other

    def find(self, words: str) -> Location:
        """Where ``words`` stand next. Where they cannot be found, the start of the text."""
        if words in self._absent or len(self._absent) >= MISSES:
            return self.start
        place = self._text.find(words, self._cursor)
        if place < 0:
            # What is not ahead now will not be ahead later: nobody need search for it again.
            self._absent.add(words)
            return self.start
        self._line += self._text.count("\n", self._cursor, place)
        self._line_start = max(self._line_start, self._text.rfind("\n", self._cursor, place) + 1)
        self._cursor = place + len(words)
        return Location(self._path, self._line, place - self._line_start + 1, max(1, len(words)))


def offset(text: str, location: Location) -> int:
    """How many characters stand before a location."""
    lines = text.split("\n", location.line - 1)
    if len(lines) < location.line:
        return len(text)
    return min(len(text) - len(lines[-1]) + location.column - 1, len(text))
