"""Workers: the same work on many things, on two processors where there are two.

A worker is a copy of this process as it stands, so that nothing has to be carried over to it. Each
writes its own files; which of them makes a file changes nothing in it. Where the system cannot
copy processes safely, one does all.
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from evidence_commons.publish.publication import Publication, Put

Thing = TypeVar("Thing")

FEW = 400
"""Below so many pages a second process costs more than it saves."""

AT_ONCE = 50
"""So many pages are handed out together."""

_work: list[Any] = []
"""What a copied process finds to do."""


def each(
    things: Sequence[Thing],
    make: Callable[[Thing], None],
    to: Publication,
    tell: Callable[[int, int], None],
) -> None:
    """Do something for each thing that puts files into a publication.

    Args:
        things: the things.
        make: what to do for one.
        to: the publication.
        tell: is told how many are done, and of how many.
    """
    workers = min(processors(), len(things) // FEW)
    if workers < 2 or sys.platform != "linux":
        for number, thing in enumerate(things, 1):
            make(thing)
            tell(number, len(things))
        return
    _work[:] = [things, make, to]
    gc.freeze()  # a sweep would write into what the copies share, and so copy it
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            done = 0
            for put in pool.imap_unordered(_some, range(0, len(things), AT_ONCE)):
                for one in put:
                    to.add(one)
                done = min(done + AT_ONCE, len(things))
                tell(done, len(things))
    finally:
        _work.clear()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else (os.cpu_count() or 1)


def _some(start: int) -> list[Put]:
    """In a copied process: do some of the work."""
    things, make, to = _work
    to.rows.clear()
    to.written.clear()
    for thing in things[start : start + AT_ONCE]:
        make(thing)
    new = set(to.written)
    return [Put(path, row, path in new) for path, row in to.rows.items()]
