"""A spot in a file that a person typed."""

from typing import NamedTuple


class Location(NamedTuple):
    """A stretch of one line of one file.

    ``path`` is relative to the commons and uses ``/`` on every system. ``line`` and ``column``
    count from 1, columns in characters. ``width`` is how many characters to underline.
    A tuple, since every word of every entry has one.
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def plain(self) -> tuple[str, int, int, int]:
        """The same as a bare tuple, which can be kept anywhere."""
        return (self.path, self.line, self.column, self.width)

    @property
    def stem(self) -> str:
        """The name of the file without folder and ending."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def wide(self, width: int) -> "Location":
        """The same spot, underlined over ``width`` characters (at least one)."""
        return Location(self.path, self.line, self.column, max(1, width))

    def at(self, line: int, column: int = 1, width: int = 1) -> "Location":
        """Another spot in the same file."""
        return Location(self.path, line, column, max(1, width))


NOWHERE = Location("")
"""For values that no one typed, such as those that a test or the code itself makes."""
