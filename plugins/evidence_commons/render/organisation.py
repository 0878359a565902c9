"""Organisations: the page of one, with its part in which examples, and the list of all."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from evidence_commons.diagnostics.words import together
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.organisation import Known, organisations
from evidence_commons.model.organisation import Part as Role
from evidence_commons.model.page import Page
from evidence_commons.model.tally import by_direction, weigh
from evidence_commons.render.maker import Maker, Makers, showing
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site

LIST = "organisations/"


class Took(NamedTuple):
    """An example that a body took part in, and as what."""

    study: CaseStudy
    roles: str


def organisation_pages(site: Site) -> Makers:
    """The makers of all pages of organisations, by address."""
    every = site.once(organisations).every
    for leaf in leaves(LIST, every):
        yield leaf.address, Maker(partial(_list, site, leaf), showing(leaf, leaf.part(every)))
    for known in every:
        for leaf in leaves(known.address, known.studies):
            make = partial(_organisation, site, known, leaf)
            yield leaf.address, Maker(make, showing(known, leaf))


def _list(site: Site, leaf: Leaf) -> Page:
    sheet = Sheet(site, leaf.address)
    part = leaf.part(site.once(organisations).every)
    return sheet.page(
        "organisations.html",
        title=leaf.titled("Organisations"),
        description="Who takes part in the examples, who pays for them, and who proposes what.",
        leaf=leaf,
        part=part,
        bodies=[(one, _roles(sheet, one.parts)) for one in part.things],
    )


def _organisation(site: Site, known: Known, leaf: Leaf) -> Page:
    sheet = Sheet(site, leaf.address)
    part = leaf.part(known.studies)
    claims = weigh(site.catalogue, known.studies)
    parts_in: defaultdict[str, list[Role]] = defaultdict(list)
    for role in known.parts:
        parts_in[role.study.id].append(role)
    bodies = [role.body for role in known.parts if role.body]
    return sheet.page(
        "organisation.html",
        title=leaf.titled(known.name),
        description=f"The part that {known.name} takes in the examples of this commons.",
        known=known,
        leaf=leaf,
        part=part,
        took=[Took(study, _roles(sheet, parts_in[study.id])) for study in part.things],
        forms=list(dict.fromkeys(body.legal_form for body in bodies if body.legal_form)),
        sites=list(dict.fromkeys(body.url for body in bodies if body.url)),
        claims=claims,
        rows=[row for row in by_direction(site.catalogue, claims) if row.claims],
    )


def _roles(sheet: Sheet, roles: Iterable[Role]) -> str:
    words = together(list(dict.fromkeys(_role(sheet, one) for one in roles)))
    return words[:1].upper() + words[1:]


def _role(sheet: Sheet, role: Role) -> str:
    if role.body:
        return sheet.label("roles", role.body.role).lower()
    return "gave a grant" if role.gave else "got a grant"
