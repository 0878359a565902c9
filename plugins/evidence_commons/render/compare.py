"""The comparison: two to four examples side by side. A script fills it in from their own pages."""

from evidence_commons.model.page import Page
from evidence_commons.render.sheet import Sheet, Site


def compare(site: Site) -> Page:
    """The page on which examples are compared."""
    return Sheet(site, "compare/").page(
        "compare.html",
        edition=site.results.edition.words,
        title="Compare examples",
        description="Two to four examples side by side: where they differ, and what is not stated.",
        themes=[
            (value, len(found))
            for value, found in zip(
                site.results.facets["theme"].values, site.results.found["theme"], strict=True
            )
            if value.address
        ],
    )
