"""The places that examples name: where each lies, and who is there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from evidence_commons.model.address import slug
from evidence_commons.model.atlas import WHOLE, project
from evidence_commons.model.case_study import Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import Kind, Width, area, areas, retired
from evidence_commons.model.nations import NATIONS
from evidence_commons.model.result_set import nations, regions

ENGLAND = "england"
UNITED_KINGDOM = "united-kingdom"
OFF = ("uk", "wide", "abroad", "no-point", "nowhere")
"""Why examples are not on the map: they are of the whole UK, of a whole nation or region, of
another country, of a place whose point nobody knows, or of no known place."""
UK = tuple(slug(one.name.removeprefix("the ")) for one in NATIONS.values())
"""The ids of the nations, and of the whole that they make."""
REGIONS = tuple(
    slug(one.name) for one in areas().values() if one.kind and one.kind.width is Width.REGION
)
"""The ids of the regions of England."""
NOT_KNOWN = "not-known"
"""The id of what lies in no nation and no country that we know."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the examples that name it, by their numbers in the list.

    ``nation`` and ``region`` are the ids of the facets' values, or "". ``at`` is where it stands on
    the map of the UK, in the middle of all points that are given for it; ``derived`` says that each
    of these is the centre of the council's area. ``notes`` are the names that examples have for it,
    where they differ from its own.
    """

    number: int
    id: str
    name: str
    nation: str
    region: str
    kind: Kind | None
    code: str
    entries: tuple[int, ...]
    at: tuple[float, float] | None = None
    derived: bool = False
    notes: tuple[str, ...] = ()

    @property
    def home(self) -> str:
        """The id of the region, or else of the nation, that it is in."""
        return self.region or self.nation or NOT_KNOWN

    @property
    def is_wide(self) -> bool:
        """Whether it is a whole region or nation, or a whole country."""
        return bool(self.kind and self.kind.width >= Width.REGION)

    @property
    def off(self) -> str:
        """Why it is not on the map, as one of :data:`OFF`; "" if it is."""
        if self.at:
            return ""
        if self.is_wide:
            return "uk" if self.nation == UNITED_KINGDOM else "wide"
        return "no-point" if self.nation in ("", *UK) else "abroad"


@dataclass(frozen=True, slots=True)
class Section:
    """The places of a region of England, of another nation, or of a country."""

    nation: str
    region: str
    spots: tuple[Spot, ...]

    @property
    def id(self) -> str:
        """The id of the region, or else of the nation."""
        return self.region or self.nation or NOT_KNOWN

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of its examples, each once."""
        return together(self.spots)


@dataclass(frozen=True, slots=True)
class Geography:
    """All places in the order of their sections, and the examples of which no place is known."""

    spots: tuple[Spot, ...]
    sections: tuple[Section, ...]
    nowhere: tuple[int, ...]


def together(spots: Iterable[Spot]) -> tuple[int, ...]:
    """The numbers of the examples of some places, each once."""
    return tuple(sorted({entry for spot in spots for entry in spot.entries}))


def geography(catalogue: Catalogue) -> Geography:
    """The places of all examples, whose numbers are those of the list."""
    named: dict[tuple[object, ...], list[tuple[int, Place]]] = {}
    studies = catalogue.listed
    for number, study in enumerate(studies):
        for place in study.places:
            named.setdefault(_key(place), []).append((number, place))
    spots = _with_ids(sorted((_spot(catalogue, told) for told in named.values()), key=_order))
    sections = tuple(
        Section(nation, region, tuple(inside))
        for (nation, region), inside in groupby(spots, key=lambda one: (one.nation, one.region))
    )
    nowhere = tuple(number for number, study in enumerate(studies) if not study.places)
    return Geography(spots, sections, nowhere)


def _code(place: Place) -> str | None:
    """The code of a place; for one that is no longer used, the code that its area has now."""
    old = retired(place.gss) if place.gss else None
    return old.now.code if old else place.gss


def _key(place: Place) -> tuple[object, ...]:
    """What is the same for the same place. Without a code, two places may share their name."""
    code = _code(place)
    if code:
        return (code,)
    point = place.point
    return (slug(place.name), place.country, point and (point.latitude, point.longitude))


def _spot(catalogue: Catalogue, told: Sequence[tuple[int, Place]]) -> Spot:
    places = [place for _, place in told]
    first, code = places[0], _code(places[0])
    known = area(code) if code else None
    name = str(known.name if known else first.name)
    points = [point for place in places if (point := place.point)]
    middle = [project(float(one.latitude), float(one.longitude)) for one in points]
    x, y = (sum(all_of) / len(middle) for all_of in zip(*middle, strict=True)) if middle else (0, 0)
    others = dict.fromkeys(str(place.name) for place in places if place.name != name)
    return Spot(
        number=0,
        id=slug(f"{name} {code or first.country or ''}"),
        name=name,
        nation=next(iter(nations(catalogue, [first])), ""),
        region=next(iter(regions([first])), ""),
        kind=first.kind,
        code=code or "",
        entries=tuple(sorted({number for number, _ in told})),
        at=(x, y) if middle and WHOLE.holds(x, y) else None,
        derived=bool(points) and all(point.derived for point in points),
        notes=tuple(others),
    )


def _order(spot: Spot) -> tuple[object, ...]:
    """Nation by nation and region by region, what is wide first, then by name."""
    nation = UK.index(spot.nation) if spot.nation in UK else len(UK)
    region = REGIONS.index(spot.region) if spot.region in REGIONS else -1
    place = (slug(spot.name), spot.id, spot.at or (0, 0))
    return (not spot.nation, nation, spot.nation, region, not spot.is_wide, *place)


def _with_ids(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Places with their numbers, and each with an id of its own: its name, if no other has it."""
    names = Counter(slug(one.name) for one in spots)
    taken: Counter[str] = Counter()
    found = []
    for number, one in enumerate(spots):
        name = slug(one.name)
        id = (name if names[name] == 1 else one.id) or "place"
        taken[id] += 1
        # No slug has two hyphens side by side, so this is nobody else's.
        own = id if taken[id] == 1 else f"{id}--{taken[id]}"
        found.append(replace(one, number=number, id=own))
    return tuple(found)
