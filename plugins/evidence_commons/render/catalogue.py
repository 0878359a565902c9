"""The list of all examples, fifty to a page; the first page narrows it."""

from functools import partial

from evidence_commons.model.page import Page
from evidence_commons.render.maker import Maker, Makers, showing
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site

LIST = "case-studies/"


def catalogue(site: Site) -> Makers:
    """The makers of the pages of the list, by address."""
    for leaf in leaves(LIST, site.results.entries):
        part = leaf.part(site.results.entries)
        shows = showing(leaf, part) if leaf.number > 1 else None
        yield leaf.address, Maker(partial(_page, site, leaf), shows)


def _page(site: Site, leaf: Leaf) -> Page:
    return Sheet(site, leaf.address).page(
        "case_studies.html",
        title=leaf.titled("Case studies"),
        description="Examples of community technology, with what is claimed and how sure we are.",
        leaf=leaf,
        part=leaf.part(site.results.entries),
    )
