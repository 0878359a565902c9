"""What the pages of places share: the names of regions, and on which page each place stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidence_commons.diagnostics.words import together as joined
from evidence_commons.model.address import slug
from evidence_commons.model.atlas import parts
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.geography import (
    NOT_KNOWN,
    REGIONS,
    UK,
    Geography,
    Section,
    Spot,
    geography,
)
from evidence_commons.model.gss import Width, areas
from evidence_commons.model.nations import NATIONS
from evidence_commons.render.paging import AT_ONCE, leaves
from evidence_commons.render.sheet import Site

MAP = "places/"
SPOTS = 40
"""So many places of a region stand beside the map at the most: those with the most examples."""
NOTES = 3
"""A place that examples call by more names than this is one with many parts: none is told."""
ALIKE = 12
"""So many places of the same kind are named on a page."""

_WITH_THE = ("North", "South", "East", "West", "United")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as it stands in a list: its name, what is told of it, and its examples.

    ``more`` are the examples that are not shown here, but on the page at ``address``.
    """

    spot: Spot
    name: str
    about: str
    studies: Sequence[CaseStudy]
    address: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A region, a nation or a country in the list, with some of its places."""

    id: str
    name: str
    address: str
    total: int
    entries: Sequence[Entry]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Alike:
    """Places of the same kind, such as other London boroughs."""

    kind: str
    entries: Sequence[Entry]
    more: int


class Gazetteer:
    """What the pages of places share: the names of regions, and on which page a place stands."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.known: Geography = site.once(geography)
        self.names = _names(site)
        self.pages = tuple(dict.fromkeys((*_kept(), *self._borne(), NOT_KNOWN)))
        self.rows = {id: tuple(self._rows(id)) for id in self.pages}
        self.leaves = {id: leaves(f"{MAP}{id}/", rows) for id, rows in self.rows.items()}
        self.where = {id: self._where(id) for id in self.pages}

    def _borne(self) -> Iterator[str]:
        for section in self.known.sections:
            yield from (one for one in (section.nation, section.region) if one)

    def _rows(self, id: str) -> Iterator[tuple[Spot | None, int]]:
        """The places on a page, each with its examples one by one."""
        for spot in self.spots(id):
            yield from ((spot, entry) for entry in spot.entries)
        if id == NOT_KNOWN:
            yield from ((None, entry) for entry in self.known.nowhere)

    def spots(self, id: str) -> tuple[Spot, ...]:
        """The places of a region, a nation or a country."""
        inside = [one for one in self.known.sections if id in (one.id, one.nation, one.region)]
        return tuple(spot for section in inside for spot in section.spots)

    def _where(self, id: str) -> dict[int, str]:
        """Where on the pages of a region, a nation or a country each of its places begins."""
        found: dict[int, str] = {}
        for row, (spot, _) in enumerate(self.rows[id]):
            if spot and spot.number not in found:
                leaf = self.leaves[id][row // AT_ONCE]
                found[spot.number] = f"{leaf.address}#place-{spot.id}"
        return found

    def address(self, spot: Spot) -> str:
        """Where a place stands on the page of its region, or else of its nation."""
        return self.where[spot.home][spot.number]

    def entry(self, spot: Spot, shown: int | None = None) -> Entry:
        """A place with some of its examples, or with all."""
        entries = spot.entries if shown is None else spot.entries[:shown]
        return Entry(
            spot,
            self.called(spot),
            about(spot),
            [self.site.results.entries[number] for number in entries],
            self.address(spot),
            len(spot.entries) - len(entries),
        )

    def called(self, spot: Spot) -> str:
        """The name of a place, which for a whole region or nation says so."""
        return f"The whole of {within(spot.name)}" if spot.is_wide else spot.name

    def listed(self, section: Section, shown: int) -> Listed:
        """A section of the list beside the map."""
        most = sorted(section.spots, key=_by_size)[:SPOTS]
        kept = sorted(most, key=lambda one: one.number)
        return Listed(
            section.id,
            self.names[section.id],
            f"{MAP}{section.id}/",
            len(section.entries),
            [self.entry(spot, shown) for spot in kept],
            len(section.spots) - len(kept),
        )

    def alike(self, spots: Iterable[Spot]) -> list[Alike]:
        """The councils among some places, by their kind; those with the most examples first."""
        kinds: dict[str, list[Spot]] = {}
        for spot in spots:
            if spot.kind and spot.kind.width is Width.COUNCIL:
                kinds.setdefault(plural(spot.kind.name), []).append(spot)
        return [
            Alike(
                kind,
                [self.entry(spot, 0) for spot in sorted(of_kind, key=_by_size)[:ALIKE]],
                max(0, len(of_kind) - ALIKE),
            )
            for kind, of_kind in sorted(kinds.items(), key=lambda one: one[0].casefold())
        ]


def about(spot: Spot) -> str:
    """What is told of a place beside its name."""
    kind = "" if spot.is_wide or not spot.kind else spot.kind.name
    names = spot.notes if len(spot.notes) <= NOTES else ()
    notes = f"called {joined(names, 'or')} in its examples" if names else ""
    where = "not on the map: no point is known" if spot.off == "no-point" else ""
    return "; ".join(part for part in (kind, notes, where) if part)


def within(name: str) -> str:
    """A name as it stands in a sentence: people live in the North West, but in Wales."""
    return f"the {name}" if name.split(" ", maxsplit=1)[0] in _WITH_THE else name


def plural(kind: str) -> str:
    """More than one area of a kind."""
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _by_size(spot: Spot) -> tuple[int, int]:
    """The places with the most examples first."""
    return (-len(spot.entries), spot.number)


def _kept() -> tuple[str, ...]:
    """The nations and regions of the UK, whose pages stay, whatever examples come and go."""
    return (*UK, *parts())


def _names(site: Site) -> dict[str, str]:
    """The names of nations, regions and countries by their ids."""
    borne = [value for id in ("nation", "region") for value in site.results.facets[id].values]
    known = {value.id: value.label for value in borne}
    nations = [one.name.removeprefix("the ") for one in NATIONS.values()]
    kept = [*nations, *(one.name for one in areas().values() if slug(one.name) in REGIONS)]
    return {**known, **{slug(name): name for name in kept}, NOT_KNOWN: "Place not known"}
