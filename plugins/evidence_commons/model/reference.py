"""Reference: a work in the library that claims point into."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidence_commons.model.digest import digest
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
    ``fields`` are all its fields by their names in small letters, each as typed (LaTeX), with
    ``@string`` words put in, and with what it takes over from its parents.
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
    fields: Mapping[str, Text] = field(default_factory=dict, repr=False, compare=False)

    @property
    def digest(self) -> bytes:
        """A short name for all that it says, abbreviations and parents put in."""
        return digest([repr(self), *(word for pair in self.fields.items() for word in pair)])
