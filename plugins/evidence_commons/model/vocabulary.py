"""Vocabulary and Term: the shared words by which entries are found and compared."""

from dataclasses import dataclass

from evidence_commons.diagnostics import Location
from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Noun):
    """One word of a vocabulary, with the definition that readers see."""

    id: Text = required("The word as entries write it: small letters, digits and hyphens.")
    label: Text = required("The word as readers see it.")
    definition: Text = required("What the word means, in one or two sentences.")
    synonyms: tuple[Text, ...] = several("Other words for it, by which people look for it.")
    broader: Text | None = optional("The wider term of this list that it belongs to.")
    measures: tuple[Text, ...] = several("For outcomes: ways in which it could be measured.")
    citations: tuple[Citation, ...] = several("Works that speak of it.")
    shows: Text | None = optional(
        "For evidence designs: what such evidence can show at most, as account, change,"
        " contribution or cause."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Noun):
    """A list of terms. Its id is its file's name."""

    id: Text = required("The vocabulary's name; the same as the file's.")
    title: Text = required("The vocabulary's name as readers see it.")
    singular: Text = required("What one of its terms is called, such as theme.")
    definition: Text = required("What these terms describe.")
    terms: tuple[Term, ...] = several("The terms, in the order that readers see.", needed=True)

    def term(self, term_id: str) -> Term | None:
        """The term of that id, or None."""
        return next((term for term in self.terms if term.id == term_id), None)

    def narrower(self, term_id: str) -> tuple[Term, ...]:
        """The terms that say this one is their wider term."""
        return tuple(term for term in self.terms if term.broader == term_id)


@dataclass(frozen=True, slots=True)
class Listed:
    """A term with the vocabulary that it stands in: what has a page of its own."""

    vocabulary: Vocabulary
    term: Term

    @property
    def title(self) -> Text:
        """The term as readers see it."""
        return self.term.label

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The works that speak of it."""
        return self.term.citations

    @property
    def location(self) -> Location:
        """Where the term begins."""
        return self.term.location
