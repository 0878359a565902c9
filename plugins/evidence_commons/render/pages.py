"""Every page of the site, by address. A page is made only when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from evidence_commons.model.address import address
from evidence_commons.model.page import Page
from evidence_commons.render.brief import brief
from evidence_commons.render.case_study import case_study
from evidence_commons.render.catalogue import catalogue as list_pages
from evidence_commons.render.compare import compare
from evidence_commons.render.evidence_cell import evidence_maps
from evidence_commons.render.facet_pages import facet_pages
from evidence_commons.render.find import find
from evidence_commons.render.home import home
from evidence_commons.render.metric import metric_pages, metrics
from evidence_commons.render.organisation import organisation_pages
from evidence_commons.render.places import place_pages
from evidence_commons.render.proposal import proposals
from evidence_commons.render.question import question_pages, questions
from evidence_commons.render.reference import library, reference
from evidence_commons.render.rule import rule, rules
from evidence_commons.render.sheet import Site
from evidence_commons.render.timeline import the_timeline
from evidence_commons.render.vocabulary import terms, vocabularies, vocabulary

Maker = Callable[[], Page]


def pages(site: Site) -> Mapping[str, Maker]:
    """The makers of all pages, each under the address of its page."""
    return dict(_makers(site))


def _makers(site: Site) -> Iterator[tuple[str, Maker]]:
    catalogue = site.catalogue
    yield "", partial(home, site)
    yield from list_pages(site)
    yield from facet_pages(site)
    for study in catalogue.case_studies.values():
        yield address(study), partial(case_study, site, study)
    yield from evidence_maps(site)
    yield from organisation_pages(site)
    yield from place_pages(site)
    yield "compare/", partial(compare, site)
    yield "brief/", partial(brief, site)
    yield "find/", partial(find, site)
    yield "questions/", partial(questions, site)
    for asked in catalogue.questions.values():
        yield from question_pages(site, asked)
    yield "proposals/", partial(proposals, site)
    yield "metrics/", partial(metrics, site)
    for measured in catalogue.metrics.values():
        yield from metric_pages(site, measured)
    yield "timeline/", partial(the_timeline, site)
    yield from library(site)
    for work in catalogue.references.values():
        yield address(work), partial(reference, site, work)
    yield "vocabulary/", partial(vocabularies, site)
    for known in catalogue.vocabularies.values():
        yield address(known), partial(vocabulary, site, known)
        for one in known.terms:
            yield from terms(site, known, one)
    yield "rules/", partial(rules, site)
    for one_rule, text in site.rules:
        yield f"rules/{one_rule.code}/", partial(rule, site, one_rule, text)
