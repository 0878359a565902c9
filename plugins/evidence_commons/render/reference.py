"""References: the page of one work with all that cites it, and the list of all."""

from itertools import groupby

from evidence_commons.model.address import address
from evidence_commons.model.collection import Citing, Mention
from evidence_commons.model.page import Page
from evidence_commons.model.reference import Reference
from evidence_commons.render.sheet import Sheet, Site


def reference(site: Site, work: Reference) -> Page:
    """The page of one work."""
    return Sheet(site, address(work)).page(
        "reference.html",
        title=work.title,
        description=f"{site.cited[work.key].label}: who cites this work, and for what.",
        written_in=work.location.path,
        work=work,
        cited=site.cited[work.key],
        citing=_citing(site, work),
    )


def references(site: Site) -> Page:
    """The list of all works, as a bibliography."""
    works = sorted(site.catalogue.references.values(), key=lambda work: site.cited[work.key].order)
    return Sheet(site, "references/").page(
        "references.html",
        title="References",
        description="Every work that something here rests on, and who cites it.",
        written_in=works[0].location.path if works else "",
        works=[(work, site.cited[work.key], len(_citing(site, work))) for work in works],
    )


def _citing(site: Site, work: Reference) -> list[tuple[Citing, list[Mention]]]:
    """The things that cite a work, each with its mentions of it."""
    mentions = site.catalogue.mentions.get(work.key, ())
    return [
        (group[0].thing, group)
        for _, group in ((key, list(some)) for key, some in groupby(mentions, lambda m: id(m.thing)))
    ]
