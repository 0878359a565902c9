"""The page of a nation, a region or a country: its map, its examples, and places like these."""

from collections.abc import Sequence

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.geography import ENGLAND, REGIONS, UK, Spot
from evidence_commons.model.page import Page
from evidence_commons.render.gazetteer import MAP, Alike, Entry, Gazetteer, Listed, about, within
from evidence_commons.render.paging import Leaf
from evidence_commons.render.place_map import of_part
from evidence_commons.render.sheet import Sheet


def place(known: Gazetteer, id: str, leaf: Leaf) -> Page:
    """The page of a region, a nation or a country."""
    sheet = Sheet(known.site, leaf.address)
    rows = known.rows[id]
    part = leaf.part(rows)
    name = known.names[id]
    entries = known.site.results.entries
    drawn = of_part(id, known.spots(id)) if leaf.number == 1 else None
    circles = drawn.circles if drawn else []
    return sheet.page(
        "place.html",
        title=leaf.titled(name),
        description=f"Examples of community technology: {name}.",
        id=id,
        name=name,
        what=_what(id),
        leaf=leaf,
        part=part,
        total=len({entry for _, entry in rows}),
        sections=_on_page(known, part.things),
        nowhere=[entries[entry] for spot, entry in part.things if spot is None],
        drawn=drawn,
        targets=[sheet.to(known.where[id][one.spots[0].number]) for one in circles],
        within_name=within(name),
        choice=_choice(known, id),
        trail=_trail(known, id),
        inside=_counted(known, REGIONS) if id == ENGLAND else [],
        beside=_beside(known, id),
        alike=_elsewhere(known, id),
    )


def _on_page(known: Gazetteer, rows: Sequence[tuple[Spot | None, int]]) -> list[Listed]:
    """The places that stand on a page of a long list."""
    found: dict[str, dict[int, tuple[Spot, list[CaseStudy]]]] = {}
    for spot, number in rows:
        if spot:
            inside = found.setdefault(spot.home, {})
            _, studies = inside.setdefault(spot.number, (spot, []))
            studies.append(known.site.results.entries[number])
    return [
        Listed(
            id,
            known.names[id],
            f"{MAP}{id}/",
            sum(len(studies) for _, studies in inside.values()),
            [
                Entry(spot, known.called(spot), about(spot), studies, known.address(spot))
                for spot, studies in inside.values()
            ],
        )
        for id, inside in found.items()
    ]


def _elsewhere(known: Gazetteer, id: str) -> list[Alike]:
    """Places elsewhere of the kinds that there are here."""
    here = known.spots(id)
    kinds = {one.kind for one in here}
    numbers = {one.number for one in here}
    others = (one for one in known.known.spots if one.number not in numbers)
    return known.alike(one for one in others if one.kind in kinds)


def _counted(known: Gazetteer, ids: Sequence[str]) -> list[tuple[str, str, int]]:
    """Names, addresses and how many examples there are."""
    return [
        (known.names[id], f"{MAP}{id}/", len({entry for _, entry in known.rows[id]})) for id in ids
    ]


def _beside(known: Gazetteer, id: str) -> list[tuple[str, str, int]]:
    """The regions or the nations beside this one."""
    if id in REGIONS:
        return _counted(known, [one for one in REGIONS if one != id])
    return _counted(known, [one for one in UK if one != id]) if id in UK else []


def _trail(known: Gazetteer, id: str) -> list[tuple[str, str]]:
    trail = [("Places", MAP)]
    return [*trail, (known.names[ENGLAND], f"{MAP}{ENGLAND}/")] if id in REGIONS else trail


def _choice(known: Gazetteer, id: str) -> str:
    """What narrows the list to these examples, as it stands in an address."""
    for facet in ("region", "nation"):
        if any(value.id == id for value in known.site.results.facets[facet].values):
            return f"{facet}={id}"
    return ""


def _what(id: str) -> str:
    """What an id is of."""
    if id in REGIONS:
        return "A region of England"
    return "A nation of the UK" if id in UK else "Outside the UK"
