"""Doing something again whenever a file of the commons changes.

Looking twice a second works on every system and disk, and a look before the work loses no change
that is made meanwhile.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import door
from history import PARTS

PAUSE = 0.5  # seconds


def watch(root: Path, show: Callable[[], object], clear: bool) -> NoReturn:
    """Call ``show`` now and after every change, until Ctrl-C.

    Args:
        root: the folder of the commons.
        show: what to do.
        clear: whether to clear the screen before.
    """
    while True:
        before = _state(root)
        if clear:
            sys.stdout.write("\033[2J\033[3J\033[H")
        show()
        sys.stdout.flush()
        door.say("\nWatching for changes. Ctrl-C ends it.")
        while _state(root) == before:
            time.sleep(PAUSE)


def _state(root: Path) -> dict[str, tuple[int, int]]:
    """When each file was changed last, and its size."""
    return {path: seen for part in PARTS for path, seen in _looks(str(root / part))}


def _looks(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """A look at a file, or at each file of a folder; links are never followed."""
    try:
        seen = os.lstat(path)
        names = os.listdir(path) if stat.S_ISDIR(seen.st_mode) else []
    except OSError:  # gone since its name was read
        return
    yield path, (seen.st_mtime_ns, seen.st_size)
    for name in names:
        if not name.startswith("."):  # what editors keep beside a file
            yield from _looks(f"{path}/{name}")
