"""The map of places with the list as its equal, and the addresses of all pages of places."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from evidence_commons.model.geography import NOT_KNOWN, OFF, UK, Geography, Section, Spot, together
from evidence_commons.model.page import Page
from evidence_commons.render.gazetteer import MAP, Gazetteer, Listed
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.paging import AT_ONCE, Leaf
from evidence_commons.render.place import place
from evidence_commons.render.place_map import Drawn, whole
from evidence_commons.render.sheet import Sheet, Site

NAMES = 300
"""So many names of examples stand beside the map at the most."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is under one heading: a nation, or all that is outside the UK."""

    id: str
    name: str
    total: int
    sections: Sequence[Listed]


def place_pages(site: Site) -> Makers:
    """The makers of all pages of places, by address."""
    known = Gazetteer(site)
    yield MAP, Maker(partial(_map, known))
    for id in known.pages:
        for leaf in known.leaves[id]:
            make = partial(place, known, id, leaf)
            yield leaf.address, Maker(make, partial(_shown_of, known, id, leaf))


def _shown_of(known: Gazetteer, id: str, leaf: Leaf) -> Iterator[object]:
    """What a page shows: its examples, and of all places how many examples are there."""
    entries = known.site.results.entries
    yield from (known.known, known.names[id], leaf)
    yield from (entries[number] for _, number in leaf.part(known.rows[id]).things)


def _map(known: Gazetteer) -> Page:
    """The map with the list as its equal."""
    groups = _groups(known)
    listed = {
        entry.spot.number for group in groups for one in group.sections for entry in one.entries
    }
    drawn = whole(known.known.spots)
    return Sheet(known.site, MAP).page(
        "places.html",
        title="Places",
        description="Where the examples are, on a map of the UK and as a list.",
        groups=groups,
        drawn=drawn,
        targets=_targets(drawn, lambda spot: spot.number in listed),
        off=[(reason, len(_off(known.known, reason))) for reason in OFF],
        nowhere=[known.site.results.entries[one] for one in known.known.nowhere[:AT_ONCE]],
        unplaced=len(known.known.nowhere),
        placed=[spot for spot in known.known.spots if spot.at],
        kinds=known.alike(known.known.spots),
    )


def _targets(drawn: Drawn, is_listed: Callable[[Spot], bool]) -> list[str]:
    """Where each circle leads: to its largest place in the list, or else to the section."""
    first = [circle.spots[0] for circle in drawn.circles]
    return [f"#place-{spot.id}" if is_listed(spot) else f"#in-{spot.home}" for spot in first]


def _off(known: Geography, reason: str) -> tuple[int, ...]:
    """The examples that are not on the map for some reason."""
    if reason == "nowhere":
        return known.nowhere
    return together(spot for spot in known.spots if spot.off == reason)


def _groups(known: Gazetteer) -> list[Group]:
    """The list beside the map."""
    shown = _shown([len(spot.entries) for spot in known.known.spots])
    found: dict[str, list[Section]] = {}
    for section in known.known.sections:
        inside = section.nation in ("", *UK)
        found.setdefault((section.nation or NOT_KNOWN) if inside else "abroad", []).append(section)
    names = {**known.names, "abroad": "Outside the UK", NOT_KNOWN: "Nation not known"}
    return [
        Group(
            id,
            names[id],
            len(together(spot for section in sections for spot in section.spots)),
            [known.listed(section, shown) for section in sections],
        )
        for id, sections in found.items()
    ]


def _shown(sizes: Sequence[int]) -> int:
    """How many examples of each place can be named, so that a list stays short."""
    for most in (max(sizes, default=0), 10, 5, 3, 1):
        if sum(min(size, most) for size in sizes) <= NAMES:
            return most
    return 0
