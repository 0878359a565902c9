"""Contributed Markdown, made safe.

Markdown is converted by cmark (GitHub's renderer): linear in the length of its text and safe by
default. Of what it gives, only the tags of an allow-list pass, only links to the web and to
mail, and raw HTML is told as a fault instead of vanishing. Python-Markdown, which is quadratic
on hostile text and lets scripts through, never sees contributed words.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html import escape, unescape
from urllib.parse import quote

from markupsafe import Markup

from evidence_commons.load.calm_prose import DEPTH, calm_citations
from evidence_commons.load.citations import ESCAPE, MOST, TOO_MANY, spots
from evidence_commons.load.left_out import SAFE, LeftOut
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import CitationGroup
from evidence_commons.model.faults import BadCitation, BadLink, Fault, TooBig
from evidence_commons.model.pattern import pattern
from evidence_commons.model.prose import Pieces, Prose
from evidence_commons.model.text import Text

_PLAIN = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"}
_CODE = {"code", "pre"}
_ALONE = {"hr", "br", "img"}
_OMITTED = "<!-- raw HTML omitted -->"
_TAG = pattern(r"<(/?)([a-z]+)([1-6]?)\b([^>]*)>")
_BEGINS = pattern(r"\[\s*-?@[^\s\[\]<&]*")
_ESCAPED = pattern(r"\\[@\[]")
_HREF = pattern(r'href="([^"]*)"')


def read_prose(text: Text, whereabouts: Whereabouts) -> tuple[Prose, tuple[Fault, ...]]:
    """Read Markdown as prose, with the faults in it.

    Args:
        text: what was typed.
        whereabouts: finds words of it in their file.
    """
    # The same words are handed on to all: a second copy of each body would fill the memory.
    markdown = str(text)
    citations = calm_citations(markdown, whereabouts)
    faults: tuple[Fault, ...] = ()
    if citations is None:
        pieces, faults = walk(markdown, whereabouts.again())
        groups = (piece.citations for piece in pieces if isinstance(piece, CitationGroup))
        citations = tuple(citation for group in groups for citation in group)
    make = partial(_pieces, markdown, whereabouts)
    return Prose(markdown=markdown, citations=citations, make=make, location=text.location), faults


def _pieces(markdown: str, whereabouts: Whereabouts) -> Pieces:
    return walk(markdown, whereabouts.again())[0]


def walk(markdown: str, whereabouts: Whereabouts) -> tuple[Pieces, tuple[Fault, ...]]:
    """The pieces and the faults of a text, from the HTML that cmark makes of it."""
    # Most checks show no text, and need not wait for cmark.
    from cmarkgfm.cmark import markdown_to_html  # noqa: PLC0415

    reader = _Reader(LeftOut(markdown, whereabouts), whereabouts)
    # Every other piece is a tag; the pieces between are text.
    pieces = re.split(r"(<[^>]*>)", markdown_to_html(_with_escapes(markdown)))
    for place, piece in enumerate(pieces):
        if piece == _OMITTED:
            before, after = pieces[place - 1], pieces[place + 1]
            alone = after.startswith("\n") and (before.endswith("\n") or place == 1)
            reader.faults += reader.left_out.html(block=alone and not reader.inline)
        elif piece:
            reader.take(piece)
    reader.close()
    return tuple(reader.pieces), tuple(reader.faults)


def _with_escapes(markdown: str) -> str:
    """The text with a mark behind each sign of a citation that is not meant as one.

    cmark takes the stroke before it away.
    """
    return _ESCAPED.sub(rf"\g<0>{ESCAPE}", markdown) if "\\" in markdown else markdown


@lru_cache(maxsize=1024)
def _tag(piece: str) -> tuple[str, str, str, str] | None:
    """The parts of a tag; None if it is none. A few tags make up all texts."""
    found = _TAG.fullmatch(piece)
    return (found[1], found[2], found[3], found[4]) if found else None


@dataclass(slots=True)
class _Reader:
    """Walks cmark's HTML once: tags pass or are told, text is searched for citations."""

    left_out: LeftOut
    whereabouts: Whereabouts
    faults: list[Fault] = field(default_factory=list)
    pieces: list[Markup | CitationGroup] = field(default_factory=list)
    headings: Counter[str] = field(default_factory=Counter)
    level: int = 2
    depth: int = 0
    citations: int = 0
    meant: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    in_code: int = 0
    in_link: int = 0
    inline: bool = False
    heading: list[str] | None = None
    heading_piece: int = 0

    def take(self, piece: str) -> None:
        """Take the next tag, or the text up to it."""
        if piece.startswith("<") and (tag := _tag(piece)):
            self.tag(*tag)
        elif self.in_code or "@" not in piece:
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
        if self.too_deep(closing, name):
            return
        self.in_code += (name in _CODE) * (-1 if closing else 1)
        self.in_link += (name == "a") * (-1 if closing else 1)
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

    def too_deep(self, closing: str, name: str) -> bool:
        """Whether a tag stands deeper than anyone writes. That is told where the text begins."""
        if name in _ALONE:
            return False
        self.depth += -1 if closing else 1
        deep = self.depth + bool(closing) > DEPTH
        if deep and not closing and self.depth == DEPTH + 1:
            why = f"It holds parts of parts, more than {DEPTH} levels deep."
            self.faults.append(TooBig(self.whereabouts.start, why))
        return deep

    def title(self, closing: str, level: int) -> None:
        """Prose stands under a heading of level 2: its own begin at level 3 and skip none."""
        level = self.level if closing else min(max(level, 2) + 1, self.level + 1, 6)
        if not closing:
            self.level = level
            self.close()
            self.heading, self.heading_piece = [], len(self.pieces)
            self.markup.append(f"<h{level}>")
            return
        words = unescape("".join(self.heading or ()))
        anchor = self.anchor(words)
        self.markup.append(f"</h{level}>")
        self.close()
        begun = str(self.pieces[self.heading_piece]).removeprefix(f"<h{level}>")
        # The anchor holds nothing but letters, digits and hyphens.
        self.pieces[self.heading_piece] = Markup(f'<h{level} id="{anchor}">{begun}')  # noqa: S704
        self.heading = None

    def anchor(self, words: str) -> str:
        """The anchor of a heading: its words, so that it stays when others come before it.

        It begins with ``text-``, so that it meets no anchor of the page around it.
        """
        name = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "section"
        anchor = f"text-{name}"
        while self.headings[anchor]:
            self.headings[f"text-{name}"] += 1
            anchor = f"text-{name}-{self.headings[f'text-{name}']}"
        self.headings[anchor] = 1
        return anchor

    def link(self, attributes: str) -> str:
        """The tag of a link; without an address if it is not to the web or to mail."""
        href = _HREF.search(attributes)
        address = unescape(href.group(1)).replace(quote(ESCAPE), "") if href else ""
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

    def bad_citation(self) -> BadCitation:
        """The fault of the last sign of a citation. Those before it are passed over first."""
        found = [self.left_out.citation(begins) for begins in self.meant]
        self.meant.clear()
        return BadCitation(*found[-1])

    def words(self, escaped: str) -> None:
        """Text that is kept as it is."""
        escaped = escaped.replace(ESCAPE, "")
        if escaped:
            self.markup.append(escaped)
        if self.heading is not None:
            self.heading.append(escaped)

    def prose(self, escaped: str) -> None:
        """Text outside of code: the citations in it are taken out and kept, or told as faults."""
        place = 0
        for spot in spots(escaped, lambda words, _: self.whereabouts.find(words)):
            self.citations += 1
            if self.citations > MOST:
                if self.citations == MOST + 1:
                    self.faults.append(TooBig(self.whereabouts.start, TOO_MANY))
                break
            group = None if self.in_link else spot.group
            if spot.is_meant:
                begins = _BEGINS.match(escaped, spot.start)
                self.meant.append(begins.group() if begins else "[@")
                if group is None:
                    self.faults.append(self.bad_citation())
            if group:
                self.words(escaped[place : spot.start])
                self.close()
                self.pieces.append(group)
                place = spot.stop
        self.words(escaped[place:])
