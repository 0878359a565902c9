"""Prose: text in Markdown, already made safe, with its citations kept apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from evidence_commons.model.citation import Citation, CitationGroup
from evidence_commons.model.fields import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Noun):
    """Markdown as safe HTML, in pieces: markup, and between the markup, citations.

    Headings start at level 3, so that prose fits under the headings of the page that holds it.
    ``markdown`` is the text as it was typed.
    """

    markdown: str = ""
    pieces: tuple[Markup | CitationGroup, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces)

    @property
    def citations(self) -> Iterator[Citation]:
        """Every citation in the text, in order."""
        for piece in self.pieces:
            if isinstance(piece, CitationGroup):
                yield from piece.citations
