"""Markdown as plain words under headings, for the search."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from evidence_commons.model.prose import Prose


class Part(NamedTuple):
    """Words of a page, the heading that they stand under, and the anchor of that.

    ``weight`` says how much more a word here tells than one in running text.
    """

    anchor: str
    heading: str
    text: str
    weight: float = 1


_TAG = re.compile(r"<[^>]*>")
_HEADING_TAG = re.compile(r'<h[1-6] id="([^"]*)">(.*?)</h[1-6]>', re.DOTALL)
_SPACE = re.compile(r"\s+")


def parts_of_prose(prose: Prose, anchor: str, heading: str) -> Iterator[Part]:
    """The parts of prose that stands under a heading of its page, without its citations."""
    html = "".join(piece if isinstance(piece, str) else " " for piece in prose.pieces)
    before, *headings = _HEADING_TAG.split(html)
    yield Part(anchor, heading, _words(before))
    for place in range(0, len(headings), 3):
        own, words, under = headings[place : place + 3]
        yield Part(own, _words(words), _words(under))


def _words(html: str) -> str:
    # Blocks are parted, and what stands within a line is not.
    apart = html.replace("<p>", " ").replace("<li>", " ")
    words = " ".join(unescape(_TAG.sub("", apart)).split())
    for mark in ".,;:":
        words = words.replace(f" {mark}", mark)
    return words


_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_OWN_ANCHOR = re.compile(r"\s*\{[^}]*?#([\w-]+)[^}]*\}\s*$")
_MARKS = (
    (re.compile(r"^[ \t]*(?:[-*+]|\d+\.|>)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t|:-]*-{3,}[ \t|:-]*$", re.MULTILINE), ""),
    (re.compile(r"\{:[^{}]*\}"), ""),
    (re.compile(r"\[[^\[\]]*@[^\[\]]*\]"), ""),
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])(?:\{[^}]*\})?"), r"\1"),
    (re.compile(r"<[^>]*>"), " "),
    (re.compile(r"[*`|]+|(?<!\w)_+|_+(?!\w)"), ""),
    (re.compile(r"\s+([.,;:])"), r"\1"),
)


def parts_of_page(markdown: str) -> Iterator[Part]:
    """The parts of a page that the host makes from Markdown, with the anchors that it gives."""
    text = _FENCE.sub("", _FRONT.sub("", markdown))
    taken: set[str] = set()
    anchor, heading, start = "", "", 0
    for found in _HEADING.finditer(text):
        yield Part(anchor, heading, plain(text[start : found.start()]))
        own = _OWN_ANCHOR.search(found[2])
        heading = plain(found[2][: own.start()] if own else found[2])
        anchor = _unused(own[1] if own else _slug(heading), taken)
        start = found.end()
        if found[1] == "#":
            # The page's own title: readers are led to its top.
            anchor, heading = "", ""
    yield Part(anchor, heading, plain(text[start:]))


def plain(markdown: str) -> str:
    """The words of Markdown without its marks and its citations."""
    for mark, instead in _MARKS:
        markdown = mark.sub(instead, markdown)
    return _SPACE.sub(" ", unescape(markdown)).strip()


def _slug(heading: str) -> str:
    """The anchor that Python-Markdown gives to a heading."""
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _unused(anchor: str, taken: set[str]) -> str:
    """The anchor, numbered if it is taken, as Python-Markdown does."""
    while anchor in taken or not anchor:
        numbered = re.fullmatch(r"(.*)_(\d+)", anchor)
        anchor = f"{numbered[1]}_{int(numbered[2]) + 1}" if numbered else f"{anchor}_1"
    taken.add(anchor)
    return anchor
