"""What examples can be narrowed by and no vocabulary holds: levels of evidence, and years."""

from functools import partial

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.evidence import LEVEL_MEANINGS, LEVEL_NAMES
from evidence_commons.model.facet import BLANK
from evidence_commons.model.page import Page
from evidence_commons.model.tally import Weighed
from evidence_commons.render.maker import Maker, Makers, showing
from evidence_commons.render.paging import Leaf, Part, leaves
from evidence_commons.render.sheet import Sheet, Site


def levels(site: Site) -> Makers:
    """The makers of the pages of levels, by address."""
    yield "levels/", Maker(partial(_levels, site), showing(*_counts(site)))
    for level in range(1, len(LEVEL_NAMES) + 1):
        claims = site.results.claims_with("level", str(level))
        for leaf in leaves(f"levels/{level}/", claims):
            part = leaf.part(claims)
            make = partial(_level, site, level, leaf, part)
            yield leaf.address, Maker(make, showing(level, leaf, part))


def years(site: Site) -> Makers:
    """The makers of the pages of years, by address."""
    yield "years/", Maker(partial(_years, site))
    for value in site.results.facets["year"].values:
        if value.id != BLANK:
            studies = site.results.entries_with("year", value.id)
            for leaf in leaves(value.address, studies):
                year = leaf.part(studies)
                make = partial(_year, site, value.id, leaf, year)
                yield leaf.address, Maker(make, showing(value.id, leaf, year))


def _levels(site: Site) -> Page:
    return Sheet(site, "levels/").page(
        "levels.html",
        title="Strength of evidence",
        description="The five levels, and how many claims stand on each.",
        counts=_counts(site),
    )


def _counts(site: Site) -> list[int]:
    """How many claims stand on each level."""
    return [len(site.results.claims_with("level", str(level))) for level in range(1, 6)]


def _level(site: Site, level: int, leaf: Leaf, claims: Part[Weighed]) -> Page:
    name = LEVEL_NAMES[level - 1]
    return Sheet(site, leaf.address).page(
        "level.html",
        title=leaf.titled(f"Level {level}: {name[:1].lower()}{name[1:]}"),
        description=LEVEL_MEANINGS[level - 1],
        level=level,
        leaf=leaf,
        claims=claims,
    )


def _years(site: Site) -> Page:
    known = site.results.facets["year"]
    counts = map(len, site.results.found["year"])
    return Sheet(site, "years/").page(
        "years.html",
        title="Years",
        description="In which years the examples began.",
        years=[pair for pair in zip(known.values, counts, strict=True) if pair[0].id != BLANK],
        unknown=len(site.results.entries_with("year", BLANK)),
    )


def _year(site: Site, year: str, leaf: Leaf, studies: Part[CaseStudy]) -> Page:
    return Sheet(site, leaf.address).page(
        "year.html",
        title=leaf.titled(f"Began in {year}"),
        description=f"Examples that began in {year}.",
        leaf=leaf,
        year=year,
        studies=studies,
    )
