"""The page of the search. Scripts fill it with results; without them it says how to browse."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.order import by_title
from evidence_commons.model.page import Page
from evidence_commons.model.vocabulary import Listed
from evidence_commons.render.sheet import Sheet, Site

SUBJECTS = ("themes", "technologies", "outcomes")
"""The vocabularies by whose words people look for things."""


class Subject(NamedTuple):
    """A word of the index from A to Z, and the term that it leads to."""

    title: str
    listed: Listed

    @property
    def is_other(self) -> bool:
        """Whether it is another word for the term."""
        return self.title.casefold() != self.listed.term.label.casefold()


def find(site: Site) -> Page:
    """The page of results, which without scripts is an index of everything."""
    letters = [(letter, list(same)) for letter, same in groupby(_subjects(site), _letter)]
    return Sheet(site, "find/").page(
        "find.html",
        title="Search and browse",
        description="Search everything here, or browse by lists, maps and an index from A to Z.",
        letters=letters,
        counts=_counts(site.catalogue),
    )


def shown_in_index(site: Site) -> Iterator[object]:
    """What the page shows: words, and numbers."""
    yield from site.catalogue.vocabularies.values()
    yield _counts(site.catalogue)


def _counts(catalogue: Catalogue) -> dict[str, int]:
    return {
        "case-studies/": len(catalogue.case_studies),
        "questions/": len(catalogue.questions),
        "proposals/": sum(len(one.proposals) for one in catalogue.questions.values()),
        "metrics/": len(catalogue.metrics),
        "references/": len(catalogue.references),
    }


def _subjects(site: Site) -> list[Subject]:
    return by_title({(one.title, id(one.listed.term)): one for one in _every(site)}.values())


def _every(site: Site) -> Iterator[Subject]:
    for name in SUBJECTS:
        if known := site.catalogue.vocabularies.get(name):
            for term in known.terms:
                for word in (term.label, *term.synonyms):
                    yield Subject(word[:1].upper() + word[1:], Listed(known, term))


def _letter(subject: Subject) -> str:
    first = subject.title.removeprefix("The ")[:1].upper()
    return first if first.isalpha() else "0-9"
