"""Vocabularies: the page of a term with all that carries it, of a vocabulary, and of them all."""

from collections.abc import Iterator, Sequence
from functools import partial

from evidence_commons.model.address import address, term_address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.gap import Gap, gap
from evidence_commons.model.metric import Metric
from evidence_commons.model.order import by_title
from evidence_commons.model.page import Page
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.tally import (
    Row,
    Weighed,
    by_direction,
    claims_by_name,
    missing,
    weigh,
)
from evidence_commons.model.vocabulary import Term, Vocabulary
from evidence_commons.render.maker import Maker, Makers
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site

MAPPED = {"themes": "theme", "outcomes": "outcome"}
"""The vocabularies in which searches for evidence are recorded."""


Carried = tuple[list[CaseStudy], Sequence[Weighed]]

FACETS = {
    "themes": "theme",
    "technologies": "technology",
    "outcomes": "outcome",
    "directions": "direction",
    "statuses": "status",
    "example-kinds": "example",
    "legal-forms": "legal-form",
}
"""The vocabularies whose terms narrow the list of examples."""


def terms(site: Site, vocabulary: Vocabulary, one: Term) -> Makers:
    """The makers of the pages of one term, by address: more than one if much carries it."""
    carried = _carried(site, vocabulary.id, one.id)
    for leaf in leaves(term_address(vocabulary.id, one.id), *carried):
        make = partial(_term, site, vocabulary, one, leaf, carried)
        yield leaf.address, Maker(make, partial(_shown, site, vocabulary, one, leaf, carried))


def _shown(
    site: Site, vocabulary: Vocabulary, one: Term, leaf: Leaf, carried: Carried
) -> Iterator[object]:
    """What one page of a term shows: the first counts all that carries it, others list some."""
    catalogue, (studies, claims) = site.catalogue, carried
    yield from (vocabulary, one.id, leaf, len(studies), len(claims))
    if leaf.number == 1:
        named = catalogue.named_by(vocabulary.id, one.id)
        yield from (entry for entry in named if not isinstance(entry, CaseStudy))
        yield from catalogue.proposals_on(vocabulary.id, one.id)
        yield from (site.shelf.cited.get(citation.key) for citation in one.citations)
        yield catalogue.vocabularies.get("directions")
        yield from studies
        yield from claims
        # Only where there is no claim it is told who has looked.
        yield from () if any(study.claims for study in studies) else catalogue.questions.values()
    else:
        yield from leaf.part(studies).things
        yield from leaf.part(claims).things


def _term(site: Site, vocabulary: Vocabulary, one: Term, leaf: Leaf, carried: Carried) -> Page:
    studies, claims = carried
    is_first = leaf.number == 1
    carriers = site.catalogue.named_by(vocabulary.id, one.id) if is_first else ()
    rows = _rows(site, vocabulary.id, carried) if is_first else ()
    return Sheet(site, leaf.address).page(
        "term.html",
        title=leaf.titled(one.label),
        description=one.definition,
        written_in=vocabulary.location.path,
        vocabulary=vocabulary,
        term=one,
        facet=FACETS.get(vocabulary.id, ""),
        leaf=leaf,
        studies=leaf.part(studies),
        claims=leaf.part(claims),
        rows=rows,
        missing=missing(rows) if rows else (),
        ended=sum(1 for study in studies if study.status == "ended") if is_first else 0,
        metrics=by_title(entry for entry in carriers if isinstance(entry, Metric)),
        questions=by_title(entry for entry in carriers if isinstance(entry, PolicyQuestion)),
        wider=vocabulary.term(one.broader or ""),
        narrower=vocabulary.narrower(one.id),
        proposals=site.catalogue.proposals_on(vocabulary.id, one.id) if is_first else (),
        gap=_gap(site, vocabulary.id, one.id, studies) if is_first else None,
    )


def _carried(site: Site, vocabulary: str, term_id: str) -> Carried:
    """What carries a term; of terms that narrow the list, also what carries a narrower one."""
    results = site.results
    facet = FACETS.get(vocabulary)
    if facet:
        told = results.claims_with(facet, term_id) if facet in results.told else ()
        return results.entries_with(facet, term_id), told
    carriers = site.catalogue.named_by(vocabulary, term_id)
    studies = results.in_order(one for one in carriers if isinstance(one, CaseStudy))
    return studies, site.catalogue.once(claims_by_name).get((vocabulary, term_id), ())


def _rows(site: Site, vocabulary: str, carried: Carried) -> tuple[Row, ...]:
    """What is claimed about a theme or an outcome, by direction; nothing for other terms."""
    studies, claims = carried
    if vocabulary == "themes":
        claims = weigh(site.catalogue, studies)
    if vocabulary not in MAPPED or not claims:
        return ()
    return tuple(row for row in by_direction(site.catalogue, claims) if row.claims)


def _gap(site: Site, kind: str, term_id: str, studies: list[CaseStudy]) -> Gap | None:
    """Why there is no claim about a theme or an outcome; None where there is one, or no such."""
    if kind not in MAPPED or any(study.claims for study in studies):
        return None
    return gap(site.catalogue.questions.values(), **{MAPPED[kind]: term_id})


def vocabulary(site: Site, known: Vocabulary) -> Page:
    """The page of one vocabulary."""
    catalogue = site.catalogue
    return Sheet(site, address(known)).page(
        "vocabulary.html",
        title=known.title,
        description=known.definition,
        written_in=known.location.path,
        vocabulary=known,
        terms=[(one, len(catalogue.named_by(known.id, one.id))) for one in known.terms],
    )


def vocabularies(site: Site) -> Page:
    """The list of all vocabularies."""
    return Sheet(site, "vocabulary/").page(
        "vocabularies.html",
        title="Vocabulary",
        description="The words that entries share, each with its definition.",
        vocabularies=by_title(site.catalogue.vocabularies.values()),
    )
