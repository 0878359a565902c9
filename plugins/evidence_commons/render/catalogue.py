"""The list of all examples, fifty to a page; the first page narrows it."""

from collections.abc import Callable, Iterator
from functools import partial

from evidence_commons.model.page import Page
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site

LIST = "case-studies/"


def catalogue(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The makers of the pages of the list, by address."""
    for leaf in leaves(LIST, site.results.entries):
        yield leaf.address, partial(_page, site, leaf)


def _page(site: Site, leaf: Leaf) -> Page:
    return Sheet(site, leaf.address).page(
        "case_studies.html",
        title=leaf.titled("Case studies"),
        description="Examples of community technology, with what is claimed and how sure we are.",
        leaf=leaf,
        part=leaf.part(site.results.entries),
    )
