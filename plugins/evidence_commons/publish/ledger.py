"""The ledger: what stands in a published folder, and what each file of it was made from.

It is believed of a file only what the folder still shows: one that is gone, or was changed by
somebody else, is made anew. Like the memory it may be deleted at any time.
"""

import marshal
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from zlib import adler32

from evidence_commons.model.whole_file import write_whole

MARK = b"ledger 1\n"


class Row(NamedTuple):
    """One file: a name for what it was made from, a digest of its bytes, their number, its time.

    The time is that of the last change, in nanoseconds.
    """

    state: bytes
    content: bytes
    size: int
    changed: int


@dataclass(slots=True)
class Ledger:
    """The files of a folder by their paths. ``strange`` are those that nobody here has made."""

    file: Path | None = None
    rows: dict[str, Row] = field(default_factory=dict)
    strange: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, folder: Path, file: Path | None) -> "Ledger":
        """The ledger of a folder, as far as it is true; an empty one where there is none."""
        told = _read(file) if file else {}
        seen = dict(_seen(str(folder)))
        true = {path: row for path, row in told.items() if seen.get(path) == row[2:]}
        return cls(file, true, seen.keys() - true.keys())

    def write(self) -> None:
        """Keep it for the next build. Where nobody may write, it is let go."""
        if self.file is None:
            return
        body = marshal.dumps({path: tuple(row) for path, row in self.rows.items()})
        write_whole(self.file, MARK + adler32(body).to_bytes(4, "little") + body)


def _read(file: Path) -> dict[str, Row]:
    try:
        content = file.read_bytes()
        start = len(MARK) + 4
        body = memoryview(content)[start:]
        if content[:start] != MARK + adler32(body).to_bytes(4, "little"):
            return {}
        rows = marshal.loads(body)  # noqa: S302 - its owner alone writes there
        return {path: Row(*row) for path, row in rows.items()}
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def _seen(folder: str, under: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """The size and the time of each file in a folder.

    Links are nothing that anybody here has made. What is hidden at its top belongs to others.
    """
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if not under and entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _seen(entry.path, f"{under}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            told = entry.stat(follow_symlinks=False)
            yield f"{under}{entry.name}", (told.st_size, told.st_mtime_ns)
        else:
            yield f"{under}{entry.name}", (-1, -1)
