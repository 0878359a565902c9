"""An end for what would not end by itself."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class EndlessError(Exception):
    """Something was stopped, because it took so long."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Stop what is done within after so much time of the processor, where the system can."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able:
        yield
        return

    def stop(*_: object) -> NoReturn:
        raise EndlessError(f"It was stopped after {seconds} seconds.")

    before = signal.signal(signal.SIGVTALRM, stop)
    # Once more every second: something may catch every error and go on.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
