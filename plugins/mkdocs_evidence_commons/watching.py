"""Watching the entries: ten thousand files of which hardly one ever changes.

The system tells at once what it sees change. What it does not see, such as on a disk of another
computer, a look finds a little later; looks are rare enough that they cost next to nothing.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

State = dict[str, tuple[int, int]]
"""When each file was changed last, and its size."""

SOONEST = 0.33  # seconds
FEW = 50
"""A pause is so many times as long as the look before it."""

_CHANGES = (EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED)
"""That a file was opened says nothing: we open them all the time."""


def look(paths: Iterable[Path], without: Iterable[Path] = ()) -> State:
    """A look at files, and at each file of folders; links are never followed."""
    left_out = {str(path) for path in without}
    return {path: seen for one in paths for path, seen in _looks(str(one), left_out)}


def watch(folder: Path, see: Callable[[], None]) -> None:
    """Call ``see`` soon after every change in a folder, and now and then, until the process ends.

    Args:
        folder: the folder.
        see: looks what has changed.
    """
    nudge = threading.Event()
    observer = Observer()
    observer.schedule(_Nudging(nudge), str(folder), recursive=True)
    with suppress(OSError):  # the system watches too many files already
        observer.start()
    threading.Thread(target=_keep_seeing, args=(see, nudge), daemon=True).start()


def _keep_seeing(see: Callable[[], None], nudge: threading.Event) -> None:
    while True:
        start = time.monotonic()
        see()
        nudge.wait(max(SOONEST, FEW * (time.monotonic() - start)))
        nudge.clear()


class _Nudging(FileSystemEventHandler):
    """Hands on that something has changed."""

    def __init__(self, nudge: threading.Event) -> None:
        self._nudge = nudge

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self._nudge.set()


def _looks(path: str, left_out: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    if path in left_out:
        return
    try:
        with os.scandir(path) as found:
            entries = [one for one in found if not one.name.startswith(".")]
    except NotADirectoryError:
        yield path, _of(os.lstat(path))
        return
    except OSError:  # gone since its name was read
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _looks(entry.path, left_out)
        else:
            with suppress(OSError):
                yield entry.path, _of(entry.stat(follow_symlinks=False))


def _of(told: os.stat_result) -> tuple[int, int]:
    return told.st_mtime_ns, told.st_size
