"""TextFile: a file of the commons as it was typed."""

from dataclasses import dataclass

from evidence_commons.diagnostics import Location


@dataclass(frozen=True, slots=True)
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
