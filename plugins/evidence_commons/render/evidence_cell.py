"""One place of the evidence map: its claims, the strongest first, and why each counts there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

from evidence_commons.diagnostics.words import mid_sentence
from evidence_commons.model.address import address
from evidence_commons.model.evidence_map import Cell, borne, evidence_map
from evidence_commons.model.page import Page
from evidence_commons.model.spreadsheet import spreadsheet
from evidence_commons.model.tally import Weighed
from evidence_commons.model.vocabulary import Term
from evidence_commons.render.downloads import Download, table
from evidence_commons.render.evidence_map import amount, going, the_map, title
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.sheet import Sheet, Site

SHOWN = 30
"""So many claims stand on the page. The list of examples has the rest."""

COLUMNS = ("claim", "direction", "level", "design", "example", "page", "works", "why_here")


def evidence_maps(site: Site) -> Makers:
    """The makers of the map and of the pages of its cells, each under its address."""
    yield "evidence-map/", Maker(partial(the_map, site))
    for cell in site.once(evidence_map).cells.values():
        yield cell.address, Maker(partial(the_cell, site, cell), partial(_shown, site, cell))


def _shown(site: Site, cell: Cell) -> Iterator[object]:
    """What the page of a place shows; of the claims that it only counts, the numbers."""
    words = site.catalogue.vocabularies
    yield from (words.get(name) for name in ("themes", "outcomes", "directions"))
    yield from (cell.theme.id, cell.outcome.id, cell.count, cell.strongest, going(cell))
    yield from cell.claims[:SHOWN]


def the_cell(site: Site, cell: Cell) -> Page:
    """The page of one place of the map."""
    drawn = site.once(evidence_map)
    name = title(cell.theme, cell.outcome)
    says = f"{amount(cell.count)}; strongest level {cell.strongest}; {going(cell)}"
    shown = [(one, _reason(drawn.themes, drawn.outcomes, cell, one)) for one in cell.claims[:SHOWN]]
    chosen = urlencode({"theme": cell.theme.id, "outcome": cell.outcome.id})
    file = f"{cell.theme.id}-{cell.outcome.id}"
    return Sheet(site, cell.address).page(
        "evidence_cell.html",
        title=name,
        description=f"{name}: {says}.",
        cell=cell,
        says=says,
        claims=shown,
        mid_sentence=mid_sentence,
        narrower=_narrower(drawn.themes, cell.theme) + _narrower(drawn.outcomes, cell.outcome),
        file=file,
        saved=_saved(site, shown, file),
        in_the_list=f"?{chosen}",
    )


def _narrower(terms: Mapping[str, Term], wider: Term) -> list[Term]:
    """The terms whose claims count for a term too."""
    return [
        one for one in terms.values() if one is not wider and wider.id in borne(terms, [one.id])
    ]


def _reason(
    themes: Mapping[str, Term], outcomes: Mapping[str, Term], cell: Cell, one: Weighed
) -> str:
    """Why a claim counts in a cell."""
    theme = _through(themes, one.study.themes, cell.theme)
    outcome = _through(outcomes, (one.claim.outcome,), cell.outcome)
    return f"Counts here because the example is about {theme}, and the claim about {outcome}."


def _through(terms: Mapping[str, Term], named: Sequence[str], term: Term) -> str:
    """The term, or the one under it by which a thing bears it."""
    if term.id in named:
        return mid_sentence(term.label)
    under = terms[borne(terms, named)[term.id]]
    return f"{mid_sentence(under.label)}, which belongs to {mid_sentence(term.label)}"


def _saved(site: Site, claims: Sequence[tuple[Weighed, str]], name: str) -> Download:
    """The claims as a table to save."""

    def told(one: Weighed, why: str) -> tuple[object, ...]:
        study, claim = one.study, one.claim
        works = "; ".join(dict.fromkeys(citation.key for citation in claim.citations))
        page = f"{site.url}{address(study)}#claim-{claim.id}"
        own = (claim.text, claim.direction, one.strength.level, claim.design)
        return (*own, study.title, page, works, why)

    return table(spreadsheet([COLUMNS, *(told(one, why) for one, why in claims)]), name)
