"""Every page of the site, by address. A page is made only when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from evidence_commons.model.address import address, term_address
from evidence_commons.model.page import Page
from evidence_commons.render.case_study import case_studies, case_study
from evidence_commons.render.home import home
from evidence_commons.render.metric import metric, metrics
from evidence_commons.render.proposal import proposals
from evidence_commons.render.question import question, questions
from evidence_commons.render.reference import reference, references
from evidence_commons.render.rule import rule, rules
from evidence_commons.render.sheet import Site
from evidence_commons.render.vocabulary import term, vocabularies, vocabulary

Maker = Callable[[], Page]


def pages(site: Site) -> Mapping[str, Maker]:
    """The makers of all pages, each under the address of its page."""
    return dict(_makers(site))


def _makers(site: Site) -> Iterator[tuple[str, Maker]]:
    catalogue = site.catalogue
    yield "", partial(home, site)
    yield "case-studies/", partial(case_studies, site)
    for study in catalogue.case_studies.values():
        yield address(study), partial(case_study, site, study)
    yield "questions/", partial(questions, site)
    for asked in catalogue.questions.values():
        yield address(asked), partial(question, site, asked)
    yield "proposals/", partial(proposals, site)
    yield "metrics/", partial(metrics, site)
    for measured in catalogue.metrics.values():
        yield address(measured), partial(metric, site, measured)
    yield "references/", partial(references, site)
    for work in catalogue.references.values():
        yield address(work), partial(reference, site, work)
    yield "vocabulary/", partial(vocabularies, site)
    for known in catalogue.vocabularies.values():
        yield address(known), partial(vocabulary, site, known)
        for one in known.terms:
            yield term_address(known.id, one.id), partial(term, site, known, one)
    yield "rules/", partial(rules, site)
    for one_rule, text in site.rules:
        yield f"rules/{one_rule.code}/", partial(rule, site, one_rule, text)
