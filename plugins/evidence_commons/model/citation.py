"""Citation: a pointer from a statement to a work, with the place in that work."""

from dataclasses import dataclass
from enum import Enum

from evidence_commons.model.fields import Noun, optional, required
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

KEY = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9_:.+/-]*[A-Za-z0-9])?")
"""What a citation key may look like; the same in YAML, in prose and in the library."""


class Manner(Enum):
    """How a citation stands in its sentence, after Pandoc's signs."""

    IN_BRACKETS = "[@key]"
    IN_SENTENCE = "@key"
    WITHOUT_AUTHOR = "[-@key]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Noun):
    """A pointer to a reference: its key, where in the work to look, and a few of its words.

    In prose, ``prefix`` is what stands before the key, as *see* does in ``[see @key, p. 4]``.
    """

    key: Text = required("The key of a reference in references.bib.", names="reference")
    locator: Text | None = optional(
        "Where in the work: a page, a section, a footnote.", example="p. 4"
    )
    quote: Text | None = optional(
        "A few words of the work, exactly as they stand there.", example="thirty-one of forty-eight"
    )
    prefix: str = ""
    manner: Manner = Manner.IN_BRACKETS


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Citations that stand together in prose, as in ``[@coldicutt2024, p. 4; @mean2022]``."""

    citations: tuple[Citation, ...]
