"""Shared: the things that case studies look up by name."""

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evidence_commons.link.join import join, linked
from evidence_commons.link.lazy import Lazy
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.digest import digest
from evidence_commons.model.faults import Fault
from evidence_commons.model.outline import Outline, names_of
from evidence_commons.model.text import Date
from evidence_commons.recheck.memory import Thawed, frozen

KINDS = ("vocabularies", "metrics", "questions", "references")


@dataclass(frozen=True, slots=True)
class Shared:
    """Vocabularies, metrics, questions and works, each in a form that can be kept.

    ``state`` names what they follow from. ``world`` names all of them but for the works, and
    ``works`` each work by its key, wherever in the library it stands: who cites one work need not
    be checked again for another.
    """

    state: bytes
    things: Mapping[str, Mapping[str, Any]]
    faults: tuple[Fault, ...]
    unreadable: frozenset[str]
    world: bytes
    works: Mapping[str, bytes]
    keys: bytes

    @classmethod
    def made(cls, state: bytes, texts: Iterable[bytes], collection: Collection) -> "Shared":
        """The shared part of a commons.

        Args:
            state: the name of all that it follows from.
            texts: digests of the files but for the library.
            collection: what was read from all of these files.
        """
        whole = join(collection)
        told = [*map(repr, collection.faults), *sorted(collection.unreadable)]
        return cls(
            state=state,
            things={kind: getattr(whole, kind) for kind in KINDS},
            faults=collection.faults,
            unreadable=collection.unreadable,
            world=digest([*texts, *told]),
            works=Lazy(lambda: {str(key): one.digest for key, one in whole.references.items()}),
            keys=digest(whole.references),
        )

    @classmethod
    def thawed(cls, kept: tuple[Any, ...]) -> "Shared":
        """The same from what was kept of it."""
        state, things, faults, *rest = kept
        made = {kind: Thawed(things[kind]) for kind in KINDS}
        return cls(state, made, *pickle.loads(faults), *rest)  # noqa: S301 - from the memory

    def plain(self) -> tuple[Any, ...]:
        """The same as bare values, to be kept."""
        things = {kind: frozen(named) for kind, named in self.things.items()}
        faults = pickle.dumps((self.faults, self.unreadable), protocol=5)
        return (self.state, things, faults, self.world, dict(self.works), self.keys)

    def looked_up(self, outlines: Iterable[Outline]) -> bytes:
        """A name for all shared things that a file with these outlines looks up."""
        told = tuple(outlines)
        cited = names_of("reference", (name for outline in told for name in outline.mentions))
        works = [self.works.get(key, self.keys) for key in sorted(cited)]
        # Where a word may be meant as any key, another work anywhere can be what was meant.
        hints = any(outline.hints for outline in told)
        return digest([self.world, *works, *([self.keys] if hints else [])])

    def around(self, collection: Collection, today: Date | None) -> Catalogue:
        """A part of a commons, with the shared things to look up."""
        part = replace(
            collection,
            faults=(*collection.faults, *self.faults),
            unreadable=collection.unreadable | self.unreadable,
        )
        own = {str(study.id): study for study in reversed(part.case_studies)}
        things: dict[str, Any] = dict(self.things)
        return linked(Catalogue(part, case_studies=own, today=today, **things))
