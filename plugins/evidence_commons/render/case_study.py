"""The page of one case study."""

from collections.abc import Iterator
from functools import partial

from evidence_commons.diagnostics.words import together
from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.organisation import organisations
from evidence_commons.model.page import Page
from evidence_commons.model.related import kinship
from evidence_commons.model.tally import by_direction, strongest, weigh
from evidence_commons.render.chart_among import among
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.related import related
from evidence_commons.render.sheet import Sheet, Site
from evidence_commons.render.whereabouts import whereabouts

_SILENT = (
    ("started", "when it began"),
    ("places", "where it is"),
    ("organisations", "who runs it"),
    ("costs", "what it costs"),
    ("funding", "who pays for it"),
    ("challenges", "what was hard"),
    ("lessons", "what others can learn"),
)


def case_studies(site: Site) -> Makers:
    """The makers of the pages of all case studies, by address."""
    for study in site.catalogue.case_studies.values():
        make = partial(case_study, site, study)
        yield address(study), Maker(make, partial(_shown, site, study))


def _shown(site: Site, study: CaseStudy) -> Iterator[object]:
    """What the page of a case study shows beside its own words: its kin, and its figures' kin."""
    bodies = site.once(organisations)
    yield study
    for body in study.organisations:
        known = bodies.find(body.name, body.id)
        yield known and known.address
    yield from site.catalogue.proposals_on("case-study", study.id)
    for near in site.once(kinship).of(study):
        yield near.study
        for one in near.shared:
            yield bodies.by_slug[one.id].name if one.kind == "organisation" else one.id
    every = site.once(among)
    yield from (every.get(claim.metric) for claim in study.claims if claim.metric)


def case_study(site: Site, study: CaseStudy) -> Page:
    """The page of one case study."""
    sheet = Sheet(site, address(study))
    claims = weigh(site.catalogue, [study])
    bodies = site.once(organisations)
    return sheet.page(
        "case_study.html",
        title=study.title,
        description=study.summary,
        written_in=study.location.path,
        study=study,
        places=[(place.name, whereabouts(sheet, place)) for place in study.places],
        bodies=[(body, bodies.find(body.name, body.id)) for body in study.organisations],
        rows=[row for row in by_direction(site.catalogue, claims) if row.claims],
        strongest=strongest(claims),
        near=related(sheet, study),
        unknown=together([words for field, words in _SILENT if not getattr(study, field)], "or"),
    )
