"""The result set: every example and claim with all that they can be narrowed by.

The list, the evidence map, the map of places and the comparison are views of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidence_commons.model.address import address, slug, term_address
from evidence_commons.model.case_study import CaseStudy, Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.edition import Edition, edition
from evidence_commons.model.evidence import LEVEL_NAMES
from evidence_commons.model.facet import Facet, Known, facet
from evidence_commons.model.gss import Width, areas
from evidence_commons.model.nations import NATIONS
from evidence_commons.model.order import by_title
from evidence_commons.model.tally import Weighed, weigh

Bearers = tuple[tuple[int, ...], ...]

ORDER = (
    "theme outcome level direction status example technology question nation region legal-form year"
).split()
"""The facets in the order in which readers meet them."""


@dataclass(frozen=True, slots=True)
class ResultSet:
    """Entries in the order of the list, and their claims; the place in it is a thing's number.

    ``numbers`` are those of the entries by their ids, and ``owners`` those of the entries that make
    the claims. ``found`` holds for each facet and each of its values the numbers of the entries
    that bear it, or that make a claim which does; ``told`` for each facet of claims the numbers of
    the claims.
    """

    entries: tuple[CaseStudy, ...]
    numbers: Mapping[str, int]
    claims: tuple[Weighed, ...]
    owners: tuple[int, ...]
    facets: Mapping[str, Facet]
    found: Mapping[str, Bearers]
    told: Mapping[str, Bearers]
    edition: Edition

    def in_order(self, studies: Iterable[CaseStudy]) -> list[CaseStudy]:
        """Some entries in the order of the list, each once."""
        numbers = {self.numbers[one.id] for one in studies}
        return [self.entries[number] for number in sorted(numbers)]

    def entries_with(self, facet_id: str, value: str) -> list[CaseStudy]:
        """The entries that bear a value, in the order of the list."""
        number = self.facets[facet_id].number(value)
        found = () if number is None else self.found[facet_id][number]
        return [self.entries[place] for place in found]

    def claims_with(self, facet_id: str, value: str) -> list[Weighed]:
        """The claims that bear a value of a facet of claims, in the order of the list."""
        number = self.facets[facet_id].number(value)
        told = () if number is None else self.told[facet_id][number]
        return [self.claims[place] for place in told]


def result_set(catalogue: Catalogue) -> ResultSet:
    """All examples of a commons, to be narrowed."""
    entries = catalogue.listed
    claims = weigh(catalogue, entries)
    owners = tuple(number for number, study in enumerate(entries) for _ in study.claims)
    made = {
        one.id: one for one in (*_of_entries(catalogue, entries), *_of_claims(catalogue, claims))
    }
    facets = {id: made[id] for id in ORDER}
    told = {one.id: one.bearers() for one in made.values() if one.of == "claim"}
    return ResultSet(
        entries=entries,
        numbers={study.id: number for number, study in enumerate(entries)},
        claims=claims,
        owners=owners,
        facets=facets,
        found={
            id: _owners(told[id], owners) if id in told else one.bearers()
            for id, one in facets.items()
        },
        told=told,
        edition=edition(catalogue),
    )


def _owners(told: Bearers, owners: tuple[int, ...]) -> Bearers:
    """For each value the entries that make the claims, each once."""
    return tuple(tuple(dict.fromkeys(owners[claim] for claim in claims)) for claims in told)


def _of_entries(catalogue: Catalogue, entries: tuple[CaseStudy, ...]) -> Iterator[Facet]:
    def made(
        name: tuple[str, str],
        known: Iterable[Known],
        named: Iterable[Iterable[str]],
        blank: str = "Not known",
        whole: bool = False,
    ) -> Facet:
        return facet(name, "entry", known, [tuple(ids) for ids in named], blank=blank, whole=whole)

    yield made(("theme", "Theme"), _terms(catalogue, "themes"), (one.themes for one in entries))
    yield made(
        ("technology", "Technology"),
        _terms(catalogue, "technologies"),
        (one.technologies for one in entries),
        "Not named",
    )
    yield made(
        ("question", "Policy question"),
        _questions(catalogue),
        (one.questions for one in entries),
        "Not named",
    )
    yield made(
        ("example", "Kind of example"),
        _terms(catalogue, "example-kinds"),
        (_one(one.example_of) for one in entries),
    )
    yield made(
        ("status", "Status"),
        _terms(catalogue, "statuses"),
        ((one.status,) for one in entries),
        whole=True,
    )
    yield made(
        ("legal-form", "Legal form"),
        _terms(catalogue, "legal-forms"),
        ((body.legal_form for body in one.organisations if body.legal_form) for one in entries),
    )
    yield made(
        ("nation", "Nation"),
        _nations(catalogue),
        (nations(catalogue, one.places) for one in entries),
    )
    yield made(
        ("region", "Region of England"),
        _regions(),
        (regions(one.places) for one in entries),
        "Elsewhere, or not known",
    )
    yield made(
        ("year", "Began in"),
        _years(entries),
        (_one(one.started and one.started[:4]) for one in entries),
    )


def _of_claims(catalogue: Catalogue, claims: tuple[Weighed, ...]) -> Iterator[Facet]:
    yield facet(
        ("outcome", "Outcome"),
        "claim",
        _terms(catalogue, "outcomes"),
        [(one.claim.outcome,) for one in claims],
    )
    yield facet(
        ("direction", "Direction"),
        "claim",
        _terms(catalogue, "directions"),
        [(one.claim.direction,) for one in claims],
        whole=True,
    )
    yield facet(
        ("level", "Strength of evidence"),
        "claim",
        [
            Known(str(level), f"Level {level}: {name[:1].lower()}{name[1:]}", f"levels/{level}/")
            for level, name in enumerate(LEVEL_NAMES, 1)
        ],
        [(str(one.strength.level),) for one in claims],
        whole=True,
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _terms(catalogue: Catalogue, vocabulary: str) -> Iterator[Known]:
    known = catalogue.vocabularies.get(vocabulary)
    for term in known.terms if known else ():
        yield Known(term.id, term.label, term_address(vocabulary, term.id), term.broader or "")


def _questions(catalogue: Catalogue) -> Iterator[Known]:
    for asked in by_title(catalogue.questions.values()):
        yield Known(asked.id, asked.title, address(asked), asked.under or "")


def _years(entries: tuple[CaseStudy, ...]) -> Iterator[Known]:
    """The newest first."""
    for year in sorted({one.started[:4] for one in entries if one.started}, reverse=True):
        yield Known(year, year, f"years/{year}/")


def nations(catalogue: Catalogue, places: Iterable[Place]) -> tuple[str, ...]:
    """The ids of the nations of the UK, or else the countries, that places are in."""
    named = (_nation(catalogue, place) for place in places)
    return tuple(dict.fromkeys(slug(name) for name in named if name))


def regions(places: Iterable[Place]) -> tuple[str, ...]:
    """The ids of the regions of England that places are in."""
    codes = (place.region for place in places)
    return tuple(dict.fromkeys(slug(code) for code in codes if code))


def _nation(catalogue: Catalogue, place: Place) -> str:
    if place.nation:
        return place.nation.name.removeprefix("the ")
    country = catalogue.term("countries", place.country) if place.country else None
    return country.label if country else ""


def _nations(catalogue: Catalogue) -> Iterator[Known]:
    """Those of the UK, then all countries by their names."""
    countries = catalogue.vocabularies.get("countries")
    names = [one.name.removeprefix("the ") for one in NATIONS.values()]
    names += sorted(term.label for term in (countries.terms if countries else ()))
    for name in dict.fromkeys(names):
        yield Known(slug(name), name, f"places/{slug(name)}/")


def _regions() -> Iterator[Known]:
    for one in areas().values():
        if one.kind and one.kind.width is Width.REGION:
            yield Known(slug(one.name), one.name, f"places/{slug(one.name)}/")
