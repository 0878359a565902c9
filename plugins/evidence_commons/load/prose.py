"""Contributed Markdown, made safe.

Markdown is converted by cmark (GitHub's renderer): linear in the length of its text and safe by
default. Of what it gives, only the tags of an allow-list pass, only links to the web and to
mail, and raw HTML is told as a fault instead of vanishing. Python-Markdown, which is quadratic
on hostile text and lets scripts through, never sees contributed words.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape

from cmarkgfm.cmark import markdown_to_html
from markupsafe import Markup

from evidence_commons.load.citations import GROUP, parse_group
from evidence_commons.load.left_out import SAFE, LeftOut
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import CitationGroup
from evidence_commons.model.faults import BadLink, Fault
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text

_PLAIN = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"}
_OPAQUE = {"a", "code", "pre"}
_OMITTED = "<!-- raw HTML omitted -->"
_TAG = re.compile(r"<(/?)([a-z]+)([1-6]?)\b([^>]*)>")
_HREF = re.compile(r'href="([^"]*)"')


def read_prose(text: Text, whereabouts: Whereabouts) -> tuple[Prose, tuple[Fault, ...]]:
    """Read Markdown as prose, with the faults in it.

    Args:
        text: what was typed.
        whereabouts: finds words of it in their file.
    """
    reader = _Reader(LeftOut(str(text), whereabouts), whereabouts)
    # Every other piece is a tag; the pieces between are text.
    pieces = re.split(r"(<[^>]*>)", markdown_to_html(str(text)))
    for place, piece in enumerate(pieces):
        if piece == _OMITTED:
            before, after = pieces[place - 1], pieces[place + 1]
            alone = after.startswith("\n") and (before.endswith("\n") or place == 1)
            reader.faults += reader.left_out.html(block=alone and not reader.inline)
        else:
            reader.take(piece)
    reader.close()
    prose = Prose(
        pieces=tuple(reader.pieces),
        markdown=str(text),
        location=text.location,
    )
    return prose, tuple(reader.faults)


@dataclass(slots=True)
class _Reader:
    """Walks cmark's HTML once: tags pass or are told, text is searched for citations."""

    left_out: LeftOut
    whereabouts: Whereabouts
    faults: list[Fault] = field(default_factory=list)
    pieces: list[Markup | CitationGroup] = field(default_factory=list)
    headings: int = 0
    markup: list[str] = field(default_factory=list)
    opaque: int = 0
    inline: bool = False
    heading: list[str] | None = None
    heading_piece: int = 0

    def take(self, piece: str) -> None:
        """Take the next tag, or the text up to it."""
        if tag := _TAG.fullmatch(piece):
            self.tag(*tag.groups())
        elif self.opaque:
            self.words(piece)
        else:
            self.prose(piece)

    def close(self) -> None:
        """End the piece of markup."""
        if self.markup:
            # Everything in here was escaped by cmark or is one of our own tags.
            self.pieces.append(Markup("".join(self.markup)))  # noqa: S704
            self.markup = []

    def tag(self, closing: str, name: str, level: str, attributes: str) -> None:
        """Let a tag pass, if it is on the list."""
        if name in _OPAQUE:
            self.opaque += -1 if closing else 1
        if name == "p" or level:
            self.inline = not closing
        if name == "h" and level:
            self.title(closing, int(level))
        elif name == "a":
            self.markup.append("</a>" if closing else self.link(attributes))
        elif name == "img":
            self.image(attributes)
        elif name in _PLAIN:
            start = re.search(r' start="[0-9]+"', attributes) if name == "ol" else None
            self.markup.append(f"<{closing}{name}{start.group() if start else ''}>")

    def title(self, closing: str, level: int) -> None:
        """Prose stands under a heading of level 2, so its own begin at level 3."""
        level = min(max(level, 2) + 1, 6)
        if not closing:
            self.close()
            self.heading, self.heading_piece = [], len(self.pieces)
            self.markup.append(f"<h{level}>")
            return
        words = unescape("".join(self.heading or ()))
        name = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
        self.headings += 1
        anchor = f"{name}-{self.headings}"
        self.markup.append(f"</h{level}>")
        self.close()
        begun = str(self.pieces[self.heading_piece]).removeprefix(f"<h{level}>")
        # The anchor holds nothing but letters, digits and hyphens.
        self.pieces[self.heading_piece] = Markup(f'<h{level} id="{anchor}">{begun}')  # noqa: S704
        self.heading = None

    def link(self, attributes: str) -> str:
        """The tag of a link; without an address if it is not to the web or to mail."""
        href = _HREF.search(attributes)
        address = unescape(href.group(1)) if href else ""
        if SAFE.match(address):
            return f'<a href="{escape(address)}" rel="nofollow noopener ugc">'
        location, typed = self.left_out.link()
        self.faults.append(BadLink(location, typed or address, "link"))
        return "<a>"

    def image(self, attributes: str) -> None:
        """An image: its place is told, and its words stay."""
        alternative = re.search(r'alt="([^"]*)"', attributes)
        self.faults.append(BadLink(self.left_out.image(), "", "image"))
        self.words(alternative.group(1) if alternative else "")

    def words(self, escaped: str) -> None:
        """Text that is kept as it is."""
        if escaped:
            self.markup.append(escaped)
        if self.heading is not None:
            self.heading.append(escaped)

    def prose(self, escaped: str) -> None:
        """Text outside of code and links: the citations in it are taken out and kept."""
        place = 0
        for found in GROUP.finditer(escaped):
            group = parse_group(unescape(found.group(1)), self.whereabouts.find)
            if group:
                self.words(escaped[place : found.start()])
                self.close()
                self.pieces.append(group)
                place = found.end()
        self.words(escaped[place:])
