"""Prose: text in Markdown, already made safe, with its citations kept apart."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from evidence_commons.model.citation import Citation, CitationGroup
from evidence_commons.model.fields import Noun

Pieces = tuple[Markup | CitationGroup, ...]


def _nothing() -> Pieces:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Noun):
    """Markdown as safe HTML, in pieces: markup, and between the markup, citations.

    Headings start at level 3, so that prose fits under the headings of the page that holds it.
    ``markdown`` is the text as it was typed. The pieces are made when somebody asks for them.
    """

    markdown: str = ""
    citations: tuple[Citation, ...] = ()
    make: Callable[[], Pieces] = field(default=_nothing, repr=False, compare=False)

    @property
    def pieces(self) -> Pieces:
        """The markup and the citations, in order."""
        return self.make()

    def __bool__(self) -> bool:
        return bool(self.markdown.strip())
