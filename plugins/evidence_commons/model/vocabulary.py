"""Vocabulary and Term: the shared words by which entries are found and compared."""

from dataclasses import dataclass

from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Noun):
    """One word of a vocabulary, with the definition that readers see."""

    id: Text = required("The word as entries write it: small letters, digits and hyphens.")
    label: Text = required("The word as readers see it.")
    definition: Text = required("What the word means, in one or two sentences.")
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
