"""References: the page of one work with all that cites it, and the list of all."""

from collections.abc import Iterable, Iterator
from functools import partial

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.cited import Cited
from evidence_commons.model.collection import Citing as Thing
from evidence_commons.model.collection import Mention
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.tally import Weighed
from evidence_commons.model.text import Text, Url
from evidence_commons.model.vocabulary import Listed
from evidence_commons.render.citing import Citing
from evidence_commons.render.downloads import downloads
from evidence_commons.render.head import head
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.paging import Leaf, Part, leaves
from evidence_commons.render.sheet import Sheet, Site

WORKS_AT_ONCE = 250
"""So many works stand on one page of the list of all."""

_CITED_BY = (
    (CaseStudy, "case-studies"),
    (PolicyQuestion, "questions"),
    (Metric, "metrics"),
    (Listed, "terms"),
)


def works(site: Site) -> Makers:
    """The makers of the pages of all works, by address."""
    for work in site.catalogue.references.values():
        yield address(work), Maker(partial(reference, site, work), partial(_shown, site, work))


def _shown(site: Site, work: Reference) -> Iterator[object]:
    yield work
    yield from (mention.thing for mention in site.catalogue.mentions.get(work.key, ()))


def reference(site: Site, work: Reference) -> Page:
    """The page of one work."""
    cited, away = site.shelf.cited[work.key], site.shelf.takeaway(work.key)
    citing = _citing(site, work)
    resting = _resting(site, citing)
    weighed = {id(one.claim): one for one in resting}
    return Sheet(site, address(work)).page(
        "reference.html",
        title=work.title,
        description=f"{cited.label}: who cites this work, and for what.",
        written_in=work.location.path,
        in_head=head(away.tags, away.linked),
        work=work,
        cited=cited,
        away=away,
        archived=_archived(work),
        entries=[(site.shelf.styles[0], cited.entry), *cited.others.items()],
        files=downloads([away], work.key),
        citing=[
            (thing, [(one, weighed.get(id(one.claim))) for one in mentions])
            for thing, mentions in citing
        ],
        resting=resting,
    )


def library(site: Site) -> Makers:
    """The makers of the pages of the list of all works, by address."""
    every = Citing(site.shelf).sorted(site.catalogue.references)
    for leaf in leaves("references/", every, at_once=WORKS_AT_ONCE):
        part = leaf.part(every)
        make = partial(references, site, leaf, part)
        yield leaf.address, Maker(make, partial(_shown_in_list, site, leaf, part))


def _shown_in_list(site: Site, leaf: Leaf, listed: Part[tuple[str, Cited]]) -> Iterator[object]:
    """What one page of the list shows: the first knows the kinds and the years of all works."""
    works = site.catalogue.references
    yield from (leaf, listed.total)
    for key, _ in listed.things:
        citing = _citing(site, works[key])
        yield from (works[key], len(citing), _kinds(citing))
    yield from works.values() if leaf.number == 1 else ()


def references(site: Site, leaf: Leaf, listed: Part[tuple[str, Cited]]) -> Page:
    """One page of the list of all works, as a bibliography. The form stands on the first."""
    works = site.catalogue.references
    sheet = Sheet(site, leaf.address)
    citing = {key: _citing(site, works[key]) for key, _ in listed.things}
    kinds = {key: site.shelf.takeaway(key).kind for key in (works if leaf.number == 1 else citing)}
    return sheet.page(
        "references.html",
        title=leaf.titled("References"),
        description="Every work that something here rests on, and who cites it.",
        written_in=next((work.location.path for work in works.values()), ""),
        leaf=leaf,
        listed=listed,
        works=[
            (works[key], cited, kinds[key], len(citing[key]), _kinds(citing[key]))
            for key, cited in listed.things
        ],
        kinds=sorted(set(kinds.values())),
        years=sorted({work.year[:4] for work in works.values() if work.year}, reverse=True),
    )


def _archived(work: Reference) -> str:
    """Where a copy of the work is kept, if its record says so."""
    try:
        return str(Url.read(work.fields.get("archiveurl", Text())))
    except ValueError:
        return ""


def _kinds(citing: Iterable[tuple[Thing, list[Mention]]]) -> str:
    """What kinds of things cite a work, as values for a filter."""
    things = [thing for thing, _ in citing]
    named = (name for thing in things for kind, name in _CITED_BY if isinstance(thing, kind))
    return "|".join([*dict.fromkeys(named), "cited" if things else "uncited"])


def _resting(site: Site, citing: Iterable[tuple[Thing, list[Mention]]]) -> list[Weighed]:
    """The claims that rest on a work, the strongest first."""
    found = [
        Weighed(thing, mention.claim, site.catalogue.strength(mention.claim, thing))
        for thing, mentions in citing
        if isinstance(thing, CaseStudy)
        for mention in {id(one.claim): one for one in mentions if one.claim}.values()
        if mention.claim
    ]
    return sorted(found, key=lambda one: -one.strength.level)


def _citing(site: Site, work: Reference) -> list[tuple[Thing, list[Mention]]]:
    """The things that cite a work, each with its mentions of it, the same one only once."""
    things: dict[int, tuple[Thing, dict[object, Mention]]] = {}
    for mention in site.catalogue.mentions.get(work.key, ()):
        _, told = things.setdefault(id(mention.thing), (mention.thing, {}))
        claim = mention.claim.id if mention.claim else None
        told.setdefault((claim, mention.citation.locator, mention.citation.quote), mention)
    return [(thing, list(told.values())) for thing, told in things.values()]
