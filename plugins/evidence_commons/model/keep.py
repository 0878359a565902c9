"""Keeping: what follows from a few things alone need not be made anew while these are the same."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Keep(Protocol):
    """Gives what was kept, or what is made now."""

    def __call__(self, shows: object, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, which follows from ``shows`` and is made of plain values alone."""


def anew(shows: object, make: Callable[[], Made]) -> Made:
    """For those who keep nothing."""
    return make()
