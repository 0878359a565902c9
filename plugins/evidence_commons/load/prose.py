"""Contributed Markdown, made safe.

Markdown is converted by cmark (GitHub's renderer): linear in the length of its text and safe by
default. Of what it gives, only the tags of an allow-list pass, only links to the web and to
mail, and raw HTML is told as a fault instead of vanishing. Python-Markdown, which is quadratic
on hostile text and lets scripts through, never sees contributed words.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from cmarkgfm.cmark import markdown_to_html
from markupsafe import Markup

from evidence_commons.load.citations import GROUP, parse_group
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import CitationGroup
from evidence_commons.model.faults import BadLink, Fault, RawHtml
from evidence_commons.model.prose import Heading, Prose
from evidence_commons.model.text import Text

_PLAIN = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"}
_OPAQUE = {"a", "code", "pre"}
_OMITTED = "<!-- raw HTML omitted -->"
_TAG = re.compile(r"<(/?)([a-z]+)([1-6]?)\b([^>]*)>")
_HTML = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
_HREF = re.compile(r'href="([^"]*)"')


def read_prose(text: Text, whereabouts: Whereabouts) -> tuple[Prose, tuple[Fault, ...]]:
    """Read Markdown as prose, with the faults in it.

    Args:
        text: what was typed.
        whereabouts: finds words of it in their file.
    """
    reader = _Reader(text, whereabouts)
    for piece in re.split(r"(<[^>]*>)", markdown_to_html(str(text))):
        reader.take(piece)
    reader.close()
    prose = Prose(
        pieces=tuple(reader.pieces),
        headings=tuple(reader.headings),
        markdown=str(text),
        location=text.location,
    )
    return prose, tuple(reader.faults)


@dataclass(slots=True)
class _Reader:
    """Walks cmark's HTML once: tags pass or are told, text is searched for citations."""

    text: Text
    whereabouts: Whereabouts
    faults: list[Fault] = field(default_factory=list)
    pieces: list[Markup | CitationGroup] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    opaque: int = 0
    heading: list[str] | None = None

    def take(self, piece: str) -> None:
        if piece == _OMITTED:
            self.tell_html()
        elif tag := _TAG.fullmatch(piece):
            self.tag(*tag.groups())
        elif self.opaque:
            self.words(piece)
        else:
            self.prose(piece)

    def close(self) -> None:
        if self.markup:
            # Everything in here was escaped by cmark or is one of our own tags.
            self.pieces.append(Markup("".join(self.markup)))  # noqa: S704
            self.markup = []

    def tell_html(self) -> None:
        typed = _HTML.search(self.text)
        sign = typed.group() if typed else "<"
        self.faults.append(RawHtml(self.whereabouts.find(sign), sign))

    def tag(self, closing: str, name: str, level: str, attributes: str) -> None:
        if name in _OPAQUE:
            self.opaque += -1 if closing else 1
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
            self.heading = []
            self.markup.append(f"<h{level}>")
            return
        words = unescape("".join(self.heading or ()))
        anchor = f"{re.sub(r'[^a-z0-9]+', '-', words.casefold()).strip('-')}-{len(self.headings) + 1}"
        self.headings.append(Heading(level, anchor, words))
        self.open_heading(level, anchor)
        self.markup.append(f"</h{level}>")
        self.heading = None

    def open_heading(self, level: int, anchor: str) -> None:
        """Give the heading that was just read the anchor that its words make."""
        for place in range(len(self.markup) - 1, -1, -1):
            if self.markup[place] == f"<h{level}>":
                self.markup[place] = f'<h{level} id="{escape(anchor)}">'
                return

    def link(self, attributes: str) -> str:
        href = _HREF.search(attributes)
        address = unescape(href.group(1)) if href else ""
        if urlsplit(address).scheme in ("http", "https", "mailto"):
            return f'<a href="{escape(address)}" rel="nofollow noopener ugc">'
        self.faults.append(BadLink(self.whereabouts.find("]("), address, "link"))
        return "<a>"

    def image(self, attributes: str) -> None:
        alternative = re.search(r'alt="([^"]*)"', attributes)
        self.faults.append(BadLink(self.whereabouts.find("!["), "", "image"))
        self.words(alternative.group(1) if alternative else "")

    def words(self, escaped: str) -> None:
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
