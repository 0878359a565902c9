"""References: the page of one work with all that cites it, and the list of all."""

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
    """The things that cite a work, each with its mentions of it, the same one only once."""
    things: dict[int, tuple[Citing, dict[object, Mention]]] = {}
    for mention in site.catalogue.mentions.get(work.key, ()):
        _, told = things.setdefault(id(mention.thing), (mention.thing, {}))
        claim = mention.claim.id if mention.claim else None
        told.setdefault((claim, mention.citation.locator, mention.citation.quote), mention)
    return [(thing, list(told.values())) for thing, told in things.values()]
