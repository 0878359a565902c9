"""Organisations: the same body in many entries, known by its identifier or else by its name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from evidence_commons.model.address import is_id, slug
from evidence_commons.model.case_study import CaseStudy, Organisation
from evidence_commons.model.collection import Catalogue, Recommendation
from evidence_commons.model.digest import digest
from evidence_commons.model.money import Grant
from evidence_commons.model.order import by_title

_LONGEST = 60
"""Where an address cuts a long name."""


class Part(NamedTuple):
    """What a body does in an example: a role that it bears there, or a grant that it gave or got.

    ``gave`` says which of the two, and counts for nothing without a grant.
    """

    study: CaseStudy
    body: Organisation | None = None
    grant: Grant | None = None
    gave: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A body: its name as it stands first in the list of examples, and all that it takes part in.

    ``also`` are other spellings of its name.
    """

    slug: str
    name: str
    id: str
    also: tuple[str, ...]
    parts: tuple[Part, ...]
    proposals: tuple[Recommendation, ...] = ()

    @property
    def title(self) -> str:
        """What it is sorted by."""
        return self.name

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"organisations/{self.slug}/"

    @property
    def studies(self) -> tuple[CaseStudy, ...]:
        """The examples that it takes part in, each once."""
        return tuple({part.study.id: part.study for part in self.parts}.values())


@dataclass(frozen=True, slots=True)
class Organisations:
    """All bodies by their names; ``find`` leads from a name and an identifier to one of them."""

    every: tuple[Known, ...]
    by_key: Mapping[str, Known]
    by_slug: Mapping[str, Known]

    def find(self, name: str, id: str | None = None) -> Known | None:
        """The body of this identifier, or else of this name."""
        return self.by_key.get(_id_key(id)) if id else self.by_key.get(_name_key(name))


class _Named(NamedTuple):
    """A name and an identifier, or "", as they stand in an example; ``key`` is that of the name."""

    name: str
    id: str
    key: str
    part: Part


def organisations(catalogue: Catalogue) -> Organisations:
    """Every body that takes part in an example, gave a grant to one, or got it."""
    named = [one for study in catalogue.listed for one in _named(study)]
    of_name = _identifiers(named)
    groups: defaultdict[str, list[_Named]] = defaultdict(list)
    for one in named:
        groups[_key(one, of_name)].append(one)
    proposed: defaultdict[str, list[Recommendation]] = defaultdict(list)
    for asked in by_title(catalogue.questions.values()):
        for proposal in asked.proposals:
            proposed[_name_key(proposal.proposed_by)].append(Recommendation(asked, proposal))
    slugs = _slugs(groups)
    by_key: dict[str, Known] = {}
    for key, group in groups.items():
        spellings = {one.name: one.key for one in group}
        name, *also = spellings
        known = Known(
            slug=slugs[key],
            name=name,
            id=next((one.id for one in group if one.id), ""),
            also=tuple(also),
            parts=tuple(one.part for one in group),
            proposals=tuple(
                one for spelt in dict.fromkeys(spellings.values()) for one in proposed[spelt]
            ),
        )
        by_key[key] = known
        for one in group:
            if not one.id:
                by_key[one.key] = known
    for name, ids in of_name.items():
        by_key.setdefault(name, by_key[min(ids)])
    every = tuple(by_title(by_key[key] for key in groups))
    return Organisations(every, by_key, {known.slug: known for known in every})


def _named(study: CaseStudy) -> Iterator[_Named]:
    def named(name: str, id: str | None, part: Part) -> _Named:
        return _Named(name, id or "", _name_key(name), part)

    for body in study.organisations:
        yield named(body.name, body.id, Part(study, body=body))
    for grant in study.funding:
        for party, gave in ((grant.funder, True), (grant.recipient, False)):
            if party:
                yield named(party.name, party.id, Part(study, grant=grant, gave=gave))


def _id_key(id: str) -> str:
    return f"id {id}"


def _name_key(name: str) -> str:
    """Names are the same whatever their capitals, spaces and leading "The"."""
    return f"name {' '.join(name.casefold().split()).removeprefix('the ')}"


def _identifiers(named: Iterable[_Named]) -> dict[str, set[str]]:
    """The keys of all identifiers that stand beside each name."""
    found: dict[str, set[str]] = {}
    for one in named:
        if one.id:
            found.setdefault(one.key, set()).add(_id_key(one.id))
    return found


def _key(one: _Named, of_name: Mapping[str, set[str]]) -> str:
    """Its identifier, or that of the only body of its name that has one, or else its name."""
    if one.id:
        return _id_key(one.id)
    ids = of_name.get(one.key, set())
    return next(iter(ids)) if len(ids) == 1 else one.key


def _slugs(groups: Mapping[str, list[_Named]]) -> dict[str, str]:
    """A name in addresses for each body. Of those that would share one, the first keeps it."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(groups):
        name = slug(groups[key][0].name)[:_LONGEST].strip("-")
        if not is_id(name) or name in taken:
            name = f"{name or 'organisation'}-{digest([key]).hex()[:6]}"
        taken.add(name)
        slugs[key] = name
    return slugs
