"""The files of a commons, each read when somebody needs it, and known again from outside.

As in Git, a file whose size, times, and number on its disk are as they were holds what it held.
The second of its times says when anything about it was last changed, and nobody can set it. Two
changes may fall into one tick of a clock: so a file is only known again if it was older than any
tick when it was read.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from evidence_commons.load.files import read_bytes
from evidence_commons.model.digest import digest

TICK = 2_000_000_000
"""So many nanoseconds are longer than a tick of any clock by which disks write down times."""

MANY = 100
"""To read fewer files once more is sooner done than to write down how they look."""


class Look(NamedTuple):
    """How a file looks from outside."""

    size: int
    written: int
    changed: int
    number: int

    @classmethod
    def at(cls, file: str) -> "Look | None":
        """How this file looks; None where that says nothing about what it holds."""
        # On Windows, anybody can set all times of a file.
        if os.name != "posix":
            return None
        try:
            seen = os.lstat(file)
        except OSError:
            return None
        return cls(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)


Known = dict[str, tuple[tuple[int, ...], bytes]]
"""How files looked when they were read, and the digests of what was in them."""


class Contents:
    """What is in the files of the commons at ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, bytes | None] = {}

    def __getitem__(self, path: str) -> bytes | None:
        """What is in a file; None if it cannot be opened."""
        if path not in self._read:
            self._read[path] = read_bytes(self.root, path)
        return self._read[path]

    def digests(self, paths: Iterable[str], known: Known) -> tuple[dict[str, bytes], Known]:
        """A short name for what is in each file; with how those look that can be known again."""
        oldest_tick = time.time_ns() - TICK
        digests, looks = dict[str, bytes](), Known()
        for path in paths:
            # First the look: whatever changes while the file is read makes another one.
            look, before = Look.at(f"{self.root}/{path}"), known.get(path)
            if before and look == before[0]:
                digests[path], looks[path] = before[1], before
                continue
            content = self[path]
            digests[path] = digest([path, b"closed" if content is None else _lines(content)])
            if look and max(look.written, look.changed) < oldest_tick:
                looks[path] = tuple(look), digests[path]
        return digests, looks


def is_worth_keeping(looks: Known, known: Known) -> bool:
    """Whether enough was seen that was not known."""
    return sum(known.get(path) is not kept for path, kept in looks.items()) >= MANY


def _lines(content: bytes) -> bytes:
    """The same with the line ends of this project: every system has the same name for a text."""
    if b"\r" not in content:
        return content
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
