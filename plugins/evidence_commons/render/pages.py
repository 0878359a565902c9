"""Every page of the site, by address. A page is made only when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from evidence_commons.model.address import address
from evidence_commons.model.page import Page
from evidence_commons.render.brief import brief
from evidence_commons.render.case_study import case_studies
from evidence_commons.render.catalogue import catalogue as list_pages
from evidence_commons.render.compare import compare
from evidence_commons.render.evidence_cell import evidence_maps
from evidence_commons.render.facet_pages import levels, years
from evidence_commons.render.find import find, shown_in_index
from evidence_commons.render.home import home
from evidence_commons.render.maker import Maker, Makers, showing
from evidence_commons.render.metric import metric_pages, metrics
from evidence_commons.render.organisation import organisation_pages
from evidence_commons.render.places import place_pages
from evidence_commons.render.proposal import proposals, shown_in_proposals
from evidence_commons.render.question import question_pages, questions, shown_in_list
from evidence_commons.render.reference import library, works
from evidence_commons.render.rule import rule, rules
from evidence_commons.render.sheet import Site
from evidence_commons.render.timeline import the_timeline
from evidence_commons.render.vocabulary import terms, vocabularies, vocabulary

Shows = Callable[[Site], Iterable[object]]

Part = tuple[str, Callable[[], Makers]]
"""A part of the site: how the addresses in it begin, and what gathers the makers of its pages."""


def pages(site: Site) -> Mapping[str, Maker]:
    """The makers of all pages, each under the address of its page."""
    return dict(chain.from_iterable(gather() for _, gather in _parts(site)))


class PagesByPart(Mapping[str, Maker]):
    """The same, of which a part is gathered when somebody asks for a page in it."""

    def __init__(self, site: Site) -> None:
        self._parts = _parts(site)
        self._gathered: dict[int, dict[str, Maker]] = {}

    def __getitem__(self, address: str) -> Maker:
        beginning = address.partition("/")[0]
        for number, (name, _) in enumerate(self._parts):
            if name == beginning and (maker := self._part(number).get(address)):
                return maker
        raise KeyError(address)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._part, range(len(self._parts))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _part(self, number: int) -> dict[str, Maker]:
        if number not in self._gathered:
            self._gathered[number] = dict(self._parts[number][1]())
        return self._gathered[number]


def _parts(site: Site) -> list[Part]:
    """All parts of the site. What costs little to gather stands before what costs more."""

    def one(beginning: str, make: Callable[[Site], Page], shows: Shows | None = None) -> Part:
        address = f"{beginning}/" if beginning else ""
        maker = Maker(partial(make, site), shows and partial(shows, site))
        return beginning, lambda: [(address, maker)]

    def some(beginning: str, gather: Callable[[Site], Makers]) -> Part:
        return beginning, partial(gather, site)

    return [
        one("", home),
        some("case-studies", case_studies),
        some("case-studies", list_pages),
        some("levels", levels),
        some("years", years),
        some("evidence-map", evidence_maps),
        some("organisations", organisation_pages),
        some("places", place_pages),
        one("compare", compare),
        one("brief", brief),
        one("find", find, shown_in_index),
        one("questions", questions, shown_in_list),
        some("questions", _questions),
        one("proposals", proposals, shown_in_proposals),
        one("metrics", metrics),
        some("metrics", _metrics),
        one("timeline", the_timeline),
        some("references", library),
        some("references", works),
        one("vocabulary", vocabularies, _words),
        some("vocabulary", _vocabularies),
        one("rules", rules, lambda _: ()),
        some("rules", _rules),
    ]


def _words(site: Site) -> Iterable[object]:
    return site.catalogue.vocabularies.values()


def _questions(site: Site) -> Makers:
    for asked in site.catalogue.questions.values():
        yield from question_pages(site, asked)


def _metrics(site: Site) -> Makers:
    for measured in site.catalogue.metrics.values():
        yield from metric_pages(site, measured)


def _vocabularies(site: Site) -> Makers:
    for known in site.catalogue.vocabularies.values():
        counts = [len(site.catalogue.named_by(known.id, one.id)) for one in known.terms]
        yield address(known), Maker(partial(vocabulary, site, known), showing(known, counts))
        for one in known.terms:
            yield from terms(site, known, one)


def _rules(site: Site) -> Makers:
    for one, text in site.rules:
        yield f"rules/{one.code}/", Maker(partial(rule, site, one, text), showing(one.code))
