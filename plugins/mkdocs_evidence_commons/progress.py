"""Progress on long work, for people who wait."""

import sys
from collections.abc import Callable

from evidence_commons.model.page import Page

_LONG = 500
"""Below this number of pages nobody has to wait for anything."""


class Progress:
    """Counts pages as they are made: on a terminal in one line, elsewhere a line every tenth."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._step = max(1, total // (100 if sys.stderr.isatty() else 10))

    def counting(self, make: Callable[[], Page]) -> Callable[[], Page]:
        """The same maker, counted."""
        if self._total < _LONG:
            return make

        def counted() -> Page:
            page = make()
            self._done += 1
            if self._done % self._step == 0 or self._done == self._total:
                self._tell()
            return page

        return counted

    def _tell(self) -> None:
        said = f"Pages made: {self._done:,} of {self._total:,}"
        last = self._done == self._total or not sys.stderr.isatty()
        print(
            f"\r{said}" if sys.stderr.isatty() else said,
            end="\n" if last else "",
            file=sys.stderr,
            flush=True,
        )
