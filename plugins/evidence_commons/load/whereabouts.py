"""Finding the place in a file of words that were read from it."""

from evidence_commons.diagnostics import Location


class Whereabouts:
    """A cursor over a file's text that moves forward only.

    Markdown is converted without keeping columns, so the words of a finding are looked up again
    in the text that was typed, each one behind the one before.
    """

    def __init__(self, text: str, path: str, start: Location) -> None:
        self._text, self._start = text, start
        self._path = path
        self._cursor = offset(text, start)

    def find(self, words: str) -> Location:
        """Where ``words`` stand next. Where they cannot be found, the start of the text."""
        place = self._text.find(words, self._cursor)
        if place < 0:
            return self._start
        self._cursor = place + len(words)
        return locate(self._text, self._path, place, len(words))


def offset(text: str, location: Location) -> int:
    """How many characters stand before a location."""
    place = 0
    for _ in range(location.line - 1):
        place = text.find("\n", place) + 1
        if place == 0:
            return len(text)
    return min(place + location.column - 1, len(text))


def locate(text: str, path: str, place: int, width: int = 1) -> Location:
    """The location of the character at ``place``."""
    line = text.count("\n", 0, place) + 1
    column = place - (text.rfind("\n", 0, place) + 1) + 1
    return Location(path, line, column, max(1, width))
