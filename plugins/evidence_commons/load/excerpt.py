"""Single lines of files, to be shown with findings."""

import re
from collections.abc import Callable
from pathlib import Path

from evidence_commons.diagnostics import Location
from evidence_commons.load.files import LIBRARY_BYTES

Excerpt = Callable[[Location], str | None]
"""Gives the line at a location, or None if there is none to show."""

_NO_TEXT = re.compile(rb"[\0\x1a]")
_FIRST = 1024
"""A picture or an archive holds such signs among its first bytes; no text does."""


def excerpts(root: Path) -> Excerpt:
    """A reader of single lines that opens each file once, and only for a finding."""
    files: dict[str, list[str]] = {}

    def excerpt(location: Location) -> str | None:
        if location.path not in files:
            files[location.path] = _lines(root / location.path)
        lines = files[location.path]
        return lines[location.line - 1] if 0 < location.line <= len(lines) else None

    return excerpt


def _lines(path: Path) -> list[str]:
    """The lines of an ordinary file, as far as any file is read; none of anything else."""
    if path.is_symlink() or not path.is_file():
        return []
    with path.open("rb") as file:
        content = file.read(LIBRARY_BYTES)
    if _NO_TEXT.search(content, 0, _FIRST):
        return []
    text = content.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
