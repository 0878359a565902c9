"""The calm part of Markdown: what nearly every text is written in, told apart at a glance.

To turn a text into HTML and to walk through that takes ten times as long as to look for what may
be wrong in it. Where a glance at what was typed shows that nothing can be, its citations are all
that a check needs; the rest is put off until somebody wants to show the text. Whatever is not
beyond doubt, the walk decides. A property in the tests holds both together.
"""

import re

from evidence_commons.load.citations import MOST, Spot, spots
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import Citation
from evidence_commons.model.pattern import pattern

DEPTH = 20
"""No part of a text stands deeper in others: hosts walk all of them for each word."""

_NEVER = ("<", "\\", "&", "\t", "    ", "![", "]:", "][", "~~~", "``")
"""Signs of HTML, entities, code over several lines, images, and addresses that stand elsewhere."""

_CODE = pattern(r"`[^`\n@\[\]()]+`")
_SAFE_LINK = pattern(r"\[[^\[\]@<]*\]\(https?://[^\s()<>\[\]@\"`*]+\)", re.IGNORECASE)
_MARGIN = pattern(r" *\n *")

_MARKER = r"(?:[-+*]|[0-9]{1,9}[.)])(?: |$)|>"
_NESTED = pattern(rf"\n *(?:[-+*]|[0-9]{{1,9}}[.)]|>) *(?:{_MARKER})")
"""A line that begins two parts of a text in one another. Without it, and without the margins that
deep lists need, no part stands deeper than four tags but for slanted and bold words."""

_SLANTS = 16
"""So many signs make no more than eight slanted or bold parts in one another."""

_GOES_ON = pattern(r"\n(?!@|[A-Za-z]|[0-9]++[^0-9.)])")
"""The end of a line behind which something else may begin than the rest of the sentence."""

_UNSURE = pattern(r"@(?:(?<=[\">]@)|[^\s@]*+\n\[)|\n>[^\n]*+(?:\n(?!>)[^\n]++)*+\n>")
"""Signs that stand elsewhere in HTML: at a citation, or in a quotation of several lines."""


def calm_citations(text: str, whereabouts: Whereabouts) -> tuple[Citation, ...] | None:
    """The citations in a text of Markdown, as it was typed.

    Returns:
        None where something may be wrong, or where only a walk can say.
    """
    for signs in _NEVER:
        if signs in text:
            return None
    if "`" in text:
        # As in HTML, a sign that stands in no citation takes the place of what was there.
        text = _CODE.sub("<", text)
    if "`" in text or text.count("](") != len(_SAFE_LINK.findall(text)):
        return None
    if _NESTED.search(f"\n{text}") or _is_slanted(text):
        return None
    return _citations(text, whereabouts) if "@" in text else ()


def _is_slanted(text: str) -> bool:
    """Whether parts of a paragraph may be slanted or bold, one in the other, too often."""
    if text.count("*") + text.count("_") <= _SLANTS:
        return False
    paragraphs = _without_margins(text).split("\n\n")
    return any(one.count("*") + one.count("_") > _SLANTS for one in paragraphs)


def _without_margins(text: str) -> str:
    return _MARGIN.sub("\n", text) if "\n " in text or " \n" in text else text


def _citations(text: str, whereabouts: Whereabouts) -> tuple[Citation, ...] | None:
    if "  \n" in text or ("_" in text and "_" in _SAFE_LINK.sub("", text)):
        return None
    text = "\n" + _without_margins(text).replace("*", "<")
    if _UNSURE.search(text):
        return None
    citations: list[Citation] = []
    for spot in spots(text, lambda words, _: whereabouts.find(words)):
        if not spot.group or _is_odd(text, spot) or len(citations) >= MOST:
            return None
        citations += spot.group.citations
    return tuple(citations)


def _is_odd(text: str, spot: Spot) -> bool:
    """Whether a citation holds something else than words, or may fall apart."""
    typed = text[spot.start : spot.stop]
    # In HTML, a quotation mark is longer; that counts where words lead up to the citation.
    if "<" in typed or ('"' in typed and spot.begins == "["):
        return True
    if "\n" not in typed:
        return False
    line = text[text.rfind("\n", 0, spot.start) + 1 : spot.start]
    return "#" in line or bool(_GOES_ON.search(typed))
