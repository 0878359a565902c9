"""Lists that are too long for one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

AT_ONCE = 50
"""So many examples or claims stand on one page of a list."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Part(Generic[Thing]):
    """What one page shows of a list. ``total`` is how many there are on all of its pages."""

    things: Sequence[Thing]
    first: int
    total: int

    @property
    def last(self) -> int:
        """Where in the whole list the last thing of this page stands, counted from 1."""
        return self.first + len(self.things) - 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of several: its number, counted from 1, and the addresses of all of them."""

    number: int
    addresses: tuple[str, ...]
    at_once: int = AT_ONCE

    @property
    def address(self) -> str:
        """The address of this page."""
        return self.addresses[self.number - 1]

    def titled(self, title: str) -> str:
        """A title that no two of the pages share."""
        return title + (f", page {self.number}" if self.number > 1 else "")

    def part(self, things: Sequence[Thing]) -> Part[Thing]:
        """What this page shows of a list."""
        start = (self.number - 1) * self.at_once
        return Part(things[start : start + self.at_once], start + 1, len(things))


def leaves(address: str, *lists: Sequence[object], at_once: int = AT_ONCE) -> tuple[Leaf, ...]:
    """The pages that some lists need, side by side; at least one.

    Args:
        address: that of the first page; the further ones stand under it.
        lists: the lists.
        at_once: how many things stand on one page.
    """
    count = max([1, *(-(-len(things) // at_once) for things in lists)])
    addresses = (address, *(f"{address}list/{number}/" for number in range(2, count + 1)))
    return tuple(Leaf(number, addresses, at_once) for number in range(1, count + 1))
