"""The evidence brief: what a reader collects. A script fills it in from the pages themselves."""

from evidence_commons.model.page import Page
from evidence_commons.render.sheet import Sheet, Site


def brief(site: Site) -> Page:
    """The page of the brief."""
    return Sheet(site, "brief/").page(
        "brief.html",
        title="Evidence brief",
        description="Collect evidence from any page, put it in order, add notes, take it away.",
        edition=site.results.edition.words,
    )
