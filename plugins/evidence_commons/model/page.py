"""Page and DataFile: results, before any host or disk has seen them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page: its anchor, its words, and the headings under it."""

    anchor: str
    title: str
    under: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A complete article, ready for any shell around it.

    ``address`` is where it is published; ``html`` holds one ``h1``, whose anchor is ``anchor``;
    ``sections`` is its table of contents; ``written_in`` is the file that a reader may mend,
    relative to the commons, or "". ``head`` is what programs find in the head of the page.
    """

    address: str
    title: str
    description: str
    html: Markup
    anchor: str
    sections: tuple[Section, ...] = ()
    written_in: str = ""
    head: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for machines. ``path`` is relative to the site's root.

    ``made`` is what stands in it, or makes that piece by piece, so that nobody has to hold all of
    a large file.
    """

    path: str
    made: str | Callable[[], Iterable[str]] = field(repr=False)

    @property
    def pieces(self) -> Iterable[str]:
        """What stands in it, piece by piece."""
        return (self.made,) if isinstance(self.made, str) else self.made()

    @property
    def content(self) -> str:
        """All that stands in it."""
        return "".join(self.pieces)
