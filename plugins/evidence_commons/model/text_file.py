"""TextFile: a file of the commons as it was typed."""

from dataclasses import dataclass
from functools import cached_property

from evidence_commons.diagnostics import Location
from evidence_commons.model.digest import digest

_ASCII = bytes(range(128))


@dataclass(frozen=True)
class TextFile:
    """A file's text and its path, relative to the commons and with ``/`` on every system.

    Line ends are ``\\n``, whatever the system that typed them.
    """

    path: str
    text: str

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return Location(self.path).stem

    @property
    def digest(self) -> bytes:
        """A short name for its text and its path."""
        return digest([self.path, self.text])

    @cached_property
    def odd_signs(self) -> str:
        """All signs that are not on the oldest keyboards, in order: mostly very few."""
        if self.text.isascii():
            return ""
        odd = self.text.encode("utf-8", "replace").translate(None, _ASCII)
        return odd.decode("utf-8", "replace")
