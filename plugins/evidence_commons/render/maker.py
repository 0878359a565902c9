"""Makers: how each page is made, and what it shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from evidence_commons.model.page import Page


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes a page when it is called.

    ``shows`` gives the things, the words and the numbers that the page is made of, beside what is
    the same on all pages: as long as they are as they were, so is the page. None means that it may
    show anything, so that it is made anew whenever anything has changed. To name too much costs
    time; to name too little leaves an old page standing, so when in doubt leave it out.
    """

    make: Callable[[], Page]
    shows: Callable[[], Iterable[object]] | None = None

    def __call__(self) -> Page:
        return self.make()


Makers = Iterable[tuple[str, Maker]]
"""Makers, each with the address of its page."""


def showing(*things: object) -> Callable[[], Iterable[object]]:
    """For pages that show just these things."""
    return lambda: things
