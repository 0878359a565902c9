"""Reading without the sweeper, which looks for things that only hold on to one another.

Python sweeps again and again while the heap grows. Reading a commons makes millions of things
and throws next to none away: to go through all of them each time takes longer than to read them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """While this lasts, nothing is swept; what is there at its end, later sweeps pass over.

    Whatever nothing points to goes away all the same. What was set aside once is swept again after
    the next reading: so a preview, which reads for each change, does not grow.
    """
    was_swept, is_again = gc.isenabled(), gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        if not is_again:
            gc.freeze()
        if was_swept:
            gc.enable()


@contextmanager
def unswept_once() -> Iterator[None]:
    """The same for whoever holds what was read, and reads only what has changed since.

    What was there at the end of the first reading is passed over for good, and nothing later.
    """
    was_swept, is_again = gc.isenabled(), gc.get_freeze_count() > 0
    gc.disable()
    try:
        yield
    finally:
        if not is_again:
            gc.freeze()
        if was_swept:
            gc.enable()
