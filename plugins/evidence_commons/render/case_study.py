"""The page of one case study."""

from evidence_commons.diagnostics.words import together
from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.organisation import organisations
from evidence_commons.model.page import Page
from evidence_commons.model.tally import by_direction, strongest, weigh
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
