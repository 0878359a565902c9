"""The calm part of prose: what nearly every text is, told apart at a glance.

Walking through the HTML of each text tag by tag takes ten times as long as making it. Where a
glance shows that nothing in it can be wrong, its citations are all that a check needs; the walk
is put off until somebody wants to show the text. A property in the tests holds both together.
"""

import re

from evidence_commons.load.citations import MOST, spots
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import Citation
from evidence_commons.model.pattern import pattern

DEPTH = 20
"""No part of a text stands deeper in others: hosts walk all of them for each word."""

_NESTING = ("<ul", "<ol", "<blockquote", "<em", "<strong")
"""The tags that can stand in one another; each brings at most one more with it."""

_CODE = pattern(r"<code[^>]*>[^<]*</code>")
_SAFE_LINK = pattern(
    r'<a href="(?:https?|mailto):[^"]*"(?: title="[^"]*")?>[^<\[@]*</a>', re.IGNORECASE
)


def calm_citations(html: str, whereabouts: Whereabouts) -> tuple[Citation, ...] | None:
    """The citations in a text, from the HTML that cmark makes of it.

    Returns:
        None where something may be wrong, or where only a walk can say.
    """
    if ("!" in html and "<!" in html) or "<img" in html:
        return None
    links = html.count("<a ")
    if links and links != len(_SAFE_LINK.findall(html)):
        return None
    if sum(map(html.count, _NESTING)) > DEPTH // 2 - 2 and _depth(html) > DEPTH:
        return None
    if "@" not in html:
        return ()
    return _citations(_CODE.sub("<code>", html) if "<code" in html else html, whereabouts)


def _citations(html: str, whereabouts: Whereabouts) -> tuple[Citation, ...] | None:
    citations: list[Citation] = []
    for spot in spots(html, lambda words, _: whereabouts.find(words)):
        if not spot.group or "<" in html[spot.start : spot.stop] or len(citations) >= MOST:
            return None
        citations += spot.group.citations
    return tuple(citations)


def _depth(html: str) -> int:
    """How deep the tags stand in one another."""
    deepest = depth = 0
    for closing, name in re.findall(r"<(/?)([a-z]+)", html):
        if closing:
            depth -= 1
        elif name not in ("br", "hr"):
            depth += 1
            deepest = max(deepest, depth)
    return deepest
