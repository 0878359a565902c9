"""Case studies: the page of one, and the list of all."""

from evidence_commons.diagnostics.words import together
from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.page import Page
from evidence_commons.render.order import by_title
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
    return sheet.page(
        "case_study.html",
        title=study.title,
        description=study.summary,
        written_in=study.location.path,
        study=study,
        places=[(place.name, whereabouts(sheet, place)) for place in study.places],
        unknown=together([words for field, words in _SILENT if not getattr(study, field)], "or"),
    )


def case_studies(site: Site) -> Page:
    """The list of all case studies."""
    catalogue = site.catalogue
    themes = catalogue.vocabularies.get("themes")
    counted = [(term, len(_carried(site, term.id))) for term in (themes.terms if themes else ())]
    return Sheet(site, "case-studies/").page(
        "case_studies.html",
        title="Case studies",
        description="Examples of community technology, with what is claimed and how sure we are.",
        studies=by_title(catalogue.case_studies.values()),
        themes=[(term, count) for term, count in counted if count],
    )


def _carried(site: Site, theme: str) -> list[CaseStudy]:
    named = site.catalogue.named_by("themes", theme)
    return [entry for entry in named if isinstance(entry, CaseStudy)]
