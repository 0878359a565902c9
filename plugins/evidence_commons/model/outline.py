"""Outline: what the rest of a commons needs to know of one file.

Whether two entries look like one, or whether anybody uses a term, can only be seen across all
files. An outline is small and holds plain values, so that ten thousand of them are compared in
no time, and kept from one run to the next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from evidence_commons.diagnostics import Location


class Named(NamedTuple):
    """Something with a name: an entry, a vocabulary, a term or a work.

    ``kind`` is case-study, metric, question, vocabulary, reference, or the vocabulary of a term.
    ``address`` is where it is published; "" where its name is no sound one. ``kept`` says that it
    need not be named by anybody.
    """

    kind: str
    name: str
    address: str
    place: tuple[str, int, int, int]
    kept: bool = False

    @property
    def location(self) -> Location:
        """Where the name was typed."""
        return Location(*self.place)


class Body(NamedTuple):
    """An organisation with an identifier."""

    id: str
    name: str
    place: tuple[str, int, int, int]


class Example(NamedTuple):
    """The name of a case study, as another entry types it."""

    name: str
    place: tuple[str, int, int, int]

    @property
    def location(self) -> Location:
        """Where the name was typed."""
        return Location(*self.place)


class Waived(NamedTuple):
    """A waiver, and the place of its rule's name."""

    rule: str
    reason: str
    place: tuple[str, int, int, int]


class Outline(NamedTuple):
    """What others need to know of one file.

    ``mentions`` are the names that stand in it, each as ``kind name``. ``hidden`` says that more
    of them may stand where nobody could read, and ``perhaps`` are words that may be such names;
    ``faulty`` says that anything at all in it could not be read as it was meant.
    ``alike`` are the marks by which another entry may turn out to be the same. ``hints`` says that
    a word in its text may be meant as the key of any work, though nothing cites that work.
    """

    path: str
    named: tuple[Named, ...] = ()
    mentions: tuple[str, ...] = ()
    hidden: bool = False
    faulty: bool = False
    perhaps: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    examples: tuple[Example, ...] = ()
    waived: tuple[Waived, ...] = ()
    hints: bool = False


def names_of(kind: str, mentions: Iterable[str]) -> set[str]:
    """The names of one kind among mentions."""
    front = f"{kind} "
    return {name.removeprefix(front) for name in mentions if name.startswith(front)}


@dataclass(slots=True)
class Survey:
    """All outlines of a commons, in the order of its files.

    ``mentioned`` and ``perhaps`` are what all of them mention, or may mention; ``hidden`` says
    that nobody can know all of it, and ``faulty`` that something in some file is not as meant.
    """

    outlines: tuple[Outline, ...]
    hidden: bool = field(init=False)
    faulty: bool = field(init=False)
    mentioned: set[str] = field(init=False)
    perhaps: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.outlines = tuple(sorted(self.outlines, key=attrgetter("path")))
        self.mentioned = set().union(*(outline.mentions for outline in self.outlines))
        self.perhaps = set().union(*(outline.perhaps for outline in self.outlines))
        self.hidden = any(outline.hidden for outline in self.outlines)
        self.faulty = any(outline.faulty for outline in self.outlines)

    def names(self, kind: str) -> set[str]:
        """All names of this kind that are mentioned."""
        return names_of(kind, self.mentioned)

    def unnamed(self, kind: str) -> set[str]:
        """The names of this kind that nobody mentions.

        None where a slip may hide a mention: a name that is not known may be meant as any of them.
        """
        there = {one.name for one in self.named([kind])}
        said = self.names(kind)
        return there - said if said <= there and not self.faulty else set()

    def named(self, kinds: Iterable[str]) -> Iterator[Named]:
        """Everything of these kinds that has a name."""
        wanted = frozenset(kinds)
        for outline in self.outlines:
            for one in outline.named:
                if one.kind in wanted:
                    yield one
