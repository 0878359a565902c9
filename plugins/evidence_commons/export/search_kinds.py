"""What a thing is that can be found, and what kinds of things there are."""

from typing import NamedTuple

from evidence_commons.diagnostics import Rule
from evidence_commons.export.search_text import Part
from evidence_commons.model.facet import Value
from evidence_commons.model.organisation import Known as Organisation

TermName = tuple[str, str]
"""A vocabulary and a term of it."""


class Document(NamedTuple):
    """One thing to be found. ``parts`` begin with what it is, in short.

    ``names`` are other names of it, by which it is found as by its title. ``terms`` are those that
    it names: it is found by their words too.
    """

    address: str
    title: str
    parts: tuple[Part, ...]
    names: tuple[str, ...] = ()
    terms: tuple[TermName, ...] = ()


class Kind(NamedTuple):
    """A kind of thing: its id, and its name over a group of results.

    ``sign`` stands for it in the index. ``per_file`` things share a file of texts. ``weight`` is
    what one tells beside a case study.
    """

    id: str
    label: str
    sign: str
    per_file: int
    weight: float


CASE_STUDIES = Kind("case-studies", "Case studies", "c", 3, 1)
QUESTIONS = Kind("questions", "Policy questions", "q", 1, 1)
PROPOSALS = Kind("proposals", "Proposals", "s", 4, 0.9)
METRICS = Kind("metrics", "Metrics", "m", 2, 0.9)
ORGANISATIONS = Kind("organisations", "Organisations", "o", 24, 0.9)
PLACES = Kind("places", "Places", "l", 12, 0.9)
WORDS = Kind("words", "Words", "w", 4, 0.9)
REFERENCES = Kind("references", "References", "r", 8, 0.8)
PAGES = Kind("pages", "Pages", "p", 1, 0.8)

KINDS = (
    *(CASE_STUDIES, QUESTIONS, PROPOSALS, METRICS, ORGANISATIONS, PLACES, WORDS, REFERENCES),
    PAGES,
)
"""All of them, in the order in which scripts name them."""

FILED = "Filed under"
"""The heading of the terms of a thing. Scripts show it where other words for them led there."""


class Others(NamedTuple):
    """What is found beside the things of the catalogue: all that has a page of its own."""

    organisations: tuple[Organisation, ...] = ()
    places: tuple[Value, ...] = ()
    rules: tuple[Rule, ...] = ()


NONE = Others()
