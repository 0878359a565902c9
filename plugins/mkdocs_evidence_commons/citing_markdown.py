"""Citations in Python-Markdown: an extension that any page of a MkDocs site can be written with."""

import re
import xml.etree.ElementTree as etree
from collections import Counter

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from evidence_commons.diagnostics import NOWHERE
from evidence_commons.load.citations import SPOT, spots
from evidence_commons.model.citation import Manner
from evidence_commons.render.citing import Citing

BETWEEN_HTML_AND_EMPHASIS = 85
"""Python-Markdown's priorities: code in backticks has 190, links have 170 to 120, raw HTML has 90,
entities have 80, emphasis has 60. What these took out before us has left a placeholder."""

BETWEEN_LISTS_AND_PARAGRAPHS = 15

LISTS = {
    r"\bibliography": '<div class="ec-works-here"></div>',
    r"\full_bibliography": '<div class="ec-all-works-here"></div>',
}
"""What stands alone where a list of works is wanted, and what keeps its place meanwhile.

The signs are those of mkdocs-bibtex, so that its pages need no change.
"""


class CitationExtension(Extension):
    """Teaches Python-Markdown citations by Pandoc's signs.

    ``citing`` is for the page at hand. ``left_alone`` is what looks like a citation on it and is
    shown as it was typed: keys in sentences, and the beginnings of what cannot be read.
    """

    citing: Citing
    left_alone: Counter[str]

    def turn_to(self, citing: Citing) -> None:
        """Begin a page."""
        self.citing, self.left_alone = citing, Counter()

    def extendMarkdown(self, md: Markdown) -> None:
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
        processor = _CitationProcessor(SPOT.pattern, md)
        processor.extension = self
        md.inlinePatterns.register(processor, "evidence-citation", BETWEEN_HTML_AND_EMPHASIS)
        lists = _ListProcessor(md.parser)
        md.parser.blockprocessors.register(lists, "evidence-works", BETWEEN_LISTS_AND_PARAGRAPHS)


def beginning(typed: str) -> str:
    """What a citation that cannot be read is known by: its start, up to the first gap."""
    return re.split(r"[\s\]\x02]", re.sub(r"^\[\s+", "[", typed), maxsplit=1)[0]


class _CitationProcessor(InlineProcessor):
    extension: CitationExtension
    ANCESTOR_EXCLUDES = ("a",)  # a link cannot hold another

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        start = m.start(0)
        spot = next(spots(data[start:], lambda *_: NOWHERE), None)
        if spot is None or spot.start:
            return None, None, None
        if spot.group is None:
            self.extension.left_alone[beginning(data[start:])] += spot.is_meant
            return None, None, None
        citations = spot.group.citations
        # In a sentence, it may be a name: only the library can tell.
        named = citations[0].manner is Manner.IN_SENTENCE
        if named and citations[0].key not in self.extension.citing.shelf.cited:
            self.extension.left_alone[str(citations[0].key)] += 1
            return None, None, None
        html = self.extension.citing.cite(citations)
        return self.md.htmlStash.store(str(html)), start, start + spot.stop


class _ListProcessor(BlockProcessor):
    """Keeps a place for a list of works, where a line is nothing but the sign for one."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)

    def test(self, parent: etree.Element, block: str) -> bool:
        return any(line.strip() in LISTS for line in block.split("\n"))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        sign = next(number for number, line in enumerate(lines) if line.strip() in LISTS)
        if before := "\n".join(lines[:sign]):
            self.parser.parseBlocks(parent, [before])
        place = etree.SubElement(parent, "p")
        place.text = self.parser.md.htmlStash.store(LISTS[lines[sign].strip()])
        if behind := "\n".join(lines[sign + 1 :]):
            blocks.insert(0, behind)
