"""Finding in Markdown where that stands which its safe HTML does not show as it was meant.

That is raw HTML, unsafe links, images, and citations that cannot be read.

cmark tells neither lines nor columns, so these are looked for in the text as it was typed. The
patterns need not know Markdown whole; they only say where the next such thing stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from html import unescape

from evidence_commons.diagnostics import Location
from evidence_commons.load.citations import TYPED
from evidence_commons.load.code_spans import without_code
from evidence_commons.load.whereabouts import MISSES, Whereabouts
from evidence_commons.model.faults import RawHtml

SAFE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
"""How an address begins that we link to."""

_AUTOLINK = r"<[A-Za-z][\w+.-]{1,31}:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>"
_HTML = re.compile(rf"(?!{_AUTOLINK})<(/?)([a-zA-Z!?][^\s/>]*)?[^>\n]*>?")
_TARGET = re.compile(r"(?:(?<!\\)\]\([ ]*<?|\]:[ ]*<?|<(?=[A-Za-z][\w+.-]{1,31}:))([^\s)<>]*)")


class LeftOut:
    """Finds the next HTML, link or image that was typed, one behind the other."""

    def __init__(self, text: str, whereabouts: Whereabouts) -> None:
        self.typed = text
        self.cursors: defaultdict[str, tuple[int, Whereabouts]] = defaultdict(
            lambda: (0, whereabouts.again())
        )
        self.start, self.misses = whereabouts.start, 0
        self.opened: set[str] = set()
        self.block_end = 0

    # Most texts leave nothing out, so nothing is looked for before somebody asks.

    @cached_property
    def text(self) -> str:
        """The text with its code blanked out."""
        return without_code(self.typed)

    @cached_property
    def tags(self) -> Iterator[re.Match[str]]:
        """The HTML in it, piece by piece."""
        return _HTML.finditer(self.text)

    @cached_property
    def targets(self) -> Iterator[re.Match[str]]:
        """The addresses in it that we do not link to."""
        targets = _TARGET.finditer(self.text)
        return (found for found in targets if not SAFE.match(unescape(found.group(1))))

    @cached_property
    def images(self) -> Iterator[re.Match[str]]:
        """The images in it."""
        return re.finditer(r"!\[", self.text)

    def html(self, block: bool) -> Iterator[RawHtml]:
        """The fault of the next HTML. A closing tag belongs to the one that it closes."""
        tag = next((tag for tag in self.tags if tag.start() >= self.block_end), None)
        if tag is None:
            yield RawHtml(self.place("html", "<", len(self.text)), "<")
            return
        if block:
            end = self.text.find("\n\n", tag.start())
            self.block_end = end if end >= 0 else len(self.text)
        name = (tag.group(2) or "").lower()
        location = self.place("html", tag.group(), tag.start())
        if not (tag.group(1) and name in self.opened):
            yield RawHtml(location, tag.group())
        self.opened.add(name)

    def link(self) -> tuple[Location, str]:
        """The place and the words of the next address that we do not link to."""
        found = next(self.targets, None)
        if found is None or not found.group(1):
            return self.place("link", "](", found.start() if found else 0), ""
        return self.place("link", found.group(1), found.start(1)), found.group(1)

    def image(self) -> Location:
        """The place of the next image."""
        found = next(self.images, None)
        return self.place("image", "![", found.start() if found else 0)

    def citation(self, begins: str) -> tuple[Location, str]:
        """The place and the words of the next citation that begins with these words."""
        behind, _ = self.cursors["citation"]
        offset = self.text.find(begins, behind) if self.misses < MISSES else -1
        if offset < 0:
            # It was typed in another way, as with entities.
            self.misses += 1
            return self.start, begins
        found = TYPED.match(self.typed, offset)
        typed = found.group() if found else begins
        return self.place("citation", typed.partition("\n")[0], offset), typed

    def place(self, kind: str, words: str, offset: int) -> Location:
        """The place in the file of the words at this offset, the same words in code passed over."""
        behind, cursor = self.cursors[kind]
        for _ in range(self.typed.count(words, behind, offset)):
            cursor.find(words)
        self.cursors[kind] = (max(behind, offset + len(words)), cursor)
        return cursor.find(words)
