"""Reading without the sweeper, which looks for things that only hold on to one another.

Python sweeps again and again while the heap grows. Reading a commons makes millions of things
and throws next to none away: to go through all of them each time takes longer than to read them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept(is_held: bool = False) -> Iterator[None]:
    """While this lasts, nothing is swept; what is there at its end, later sweeps pass over.

    Whatever nothing points to goes away all the same. What was set aside once is swept again after
    the next reading: so a process that reads all anew does not grow.

    Args:
        is_held: whether what was read the first time stays, and only what has changed is read
            since. Then that is passed over for good.
    """
    was_swept, is_again = gc.isenabled(), gc.get_freeze_count() > 0
    if not is_held:
        gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        if not is_again:
            gc.freeze()
        if was_swept:
            gc.enable()
