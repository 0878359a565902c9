"""Taking turns: a lock between processes that ends with its process, however that ends."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from door import say

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def one_at_a_time(path: Path, waiting: str) -> Iterator[None]:
    """Hold the lock file ``path``; while another process has it, say ``waiting`` once and wait.

    Raises ``OSError`` when the file cannot be made.
    """
    with path.open("a", encoding="utf-8") as file:  # closing the file gives the lock back
        if not _taken(file):
            say(waiting)
            while not _taken(file):
                time.sleep(0.2)
        yield


def _taken(file: IO[str]) -> bool:
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # how each system says "someone else has it"
        return False
    return True
