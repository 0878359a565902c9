"""Progress on long work, for people who wait."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

_PATIENCE = 2.0
"""For so many seconds nobody wants to be told anything."""


class Progress:
    """Counts pages as they are made, and says how long the rest may take.

    On a terminal it says so in one line, elsewhere in a line every tenth.
    """

    def __init__(
        self, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._out = out or sys.stderr
        self._clock = clock
        self._one_line = self._out.isatty()
        self._start = clock()
        self._parts = 0
        self._width = 0

    def tell(self, done: int, total: int) -> None:
        """So many pages are made, of how many."""
        parts = done * (100 if self._one_line else 10) // total
        if parts > self._parts:
            self._parts = parts
            self._say(done, total, self._clock() - self._start)

    def _say(self, done: int, total: int, passed: float) -> None:
        if passed < _PATIENCE:
            return
        said = f"Pages made: {done:,} of {total:,}"
        if done < total:
            said += f", about {_span(passed / done * (total - done))} left"
        end = "\n"
        if self._one_line:
            # Over the line before, which may have been longer.
            said, self._width = f"\r{said.ljust(self._width)}", len(said)
            end = "\n" if done == total else ""
        print(said, end=end, file=self._out, flush=True)


def _span(seconds: float) -> str:
    """A time in the unit in which one thinks of it."""
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{round(seconds / 60)} min"
