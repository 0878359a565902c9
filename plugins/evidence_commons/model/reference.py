"""Reference: a work in the library that claims point into."""

from dataclasses import dataclass

from evidence_commons.model.fields import Noun
from evidence_commons.model.text import Date, Text, Url


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a body as named on one work. A body has a family name alone."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Noun):
    """One work: a book, an article, a report or a web page, as plain Unicode text.

    ``bibtex`` is the record as it stands in references.bib; ``lines`` is how many lines it takes.
    """

    key: Text
    kind: str
    title: str
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    year: Date | None = None
    container: str = ""
    publisher: str = ""
    edition: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    note: str = ""
    doi: str = ""
    isbn: str = ""
    url: Url | None = None
    accessed: Date | None = None
    background: bool = False
    bibtex: str = ""
    lines: int = 1
