"""Citations in prose: ``[@key]``, ``[@key, p. 4]``, ``[@one; @two, sec. 3]``.

The signs are Pandoc's. What is in brackets and starts with ``@`` is a citation, or a mistake
that is told; anything else is left alone.
"""

import re
from bisect import bisect
from collections.abc import Callable
from html import unescape

from evidence_commons.diagnostics import Location
from evidence_commons.load.code_spans import NO_TEXT, QUOTED
from evidence_commons.load.host_markdown import label_of, prose_of
from evidence_commons.model.citation import KEY, Citation, CitationGroup
from evidence_commons.model.faults import BadCitation, Fault, TooBig
from evidence_commons.model.text import Text

GROUP = re.compile(r"\[(@[^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")
"""A group of citations in running text."""

SIGN = re.compile(r"\[[^\S\n]*(?:\n[^\S\n]*)?@")
"""What begins a citation, or was meant to."""

TYPED = re.compile(r"\[\s*@(?:[^\[\]\n]|\n(?!\s*\n))*\]|\[\s*@[^\s\[\]]*")
"""From such a sign to its end: the bracket that closes it, or else the end of the word."""

MOST = 1_000
"""No text holds more citations, so that reading one stays short."""

TOO_MANY = f"It holds more than {MOST:,} citations."

_ONE = re.compile(rf"@({KEY.pattern})(?:[,\s]\s*([^@]*))?")
_NOT_WORDS = re.compile(rf"[{NO_TEXT}\[\]*|<>`]|  \n")


def parse_group(inside: str, find: Callable[[str], Location]) -> CitationGroup | None:
    """Read what stands between the brackets.

    Args:
        inside: the text, from the first ``@``, with its HTML entities. Locators are plain words:
            with emphasis, code, links or another ``@`` in one, it is no citation.
        find: tells where the given words stand next in the file.

    Returns:
        The citations, or None if the text is no citation.
    """
    words = unescape(inside)
    if _NOT_WORDS.search(words):
        return None
    parts = [_ONE.fullmatch(" ".join(part.split())) for part in words.split(";")]
    if not all(parts):
        return None
    return CitationGroup(tuple(_citation(part, find) for part in parts if part))


def _citation(part: re.Match[str], find: Callable[[str], Location]) -> Citation:
    key, locator = part.groups()
    location = find(f"@{key}")
    return Citation(
        key=Text(key, location.at(location.line, location.column + 1, len(key))),
        locator=Text(locator, location) if locator else None,
        location=location,
    )


_BROKEN = re.compile(r"\n[^\S\n]*(?:\n|[#|=:+*-]|[0-9]+\.\s)")
"""Within a group: a blank line, or a line that begins something else than running text."""


def citations_in(text: str, path: str) -> tuple[tuple[Citation, ...], tuple[Fault, ...]]:
    """The citations in a page of the host's Markdown, and what was meant to be one."""
    prose, labels = prose_of(text, SIGN.pattern)
    places = _Places(prose, path)
    citations: list[Citation] = []
    faults: list[Fault] = []
    for number, sign in enumerate(SIGN.finditer(prose)):
        places.cursor = sign.start()
        if number >= MOST:
            faults.append(TooBig(places.location(sign.start(), "[@"), TOO_MANY))
            break
        found = GROUP.match(prose, sign.start())
        whole = found and not _falls_apart(found) and label_of(found.group(1)) not in labels
        if found and whole and (group := parse_group(found.group(1), places.find)):
            citations += group.citations
        else:
            typed = (TYPED.match(text, sign.start()) or sign).group()
            location = places.location(sign.start(), typed.partition("\n")[0])
            faults.append(BadCitation(location, typed))
    return tuple(citations), tuple(faults)


class _Places:
    """Turns places in a text into locations; ``cursor`` is where the citation at hand begins."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._lines = [0, *(end.end() for end in re.finditer("\n", text))]
        self.cursor = 0

    def location(self, place: int, words: str) -> Location:
        line = bisect(self._lines, place)
        return Location(self._path, line, place - self._lines[line - 1] + 1, max(1, len(words)))

    def find(self, words: str) -> Location:
        """Where the words stand next, in this citation; where it begins if they are encoded."""
        place = self._text.find(words, self.cursor, self._text.find("]", self.cursor))
        if place < 0:
            return self.location(self.cursor, words)
        self.cursor = place + len(words)
        return self.location(place, words)


def _falls_apart(group: re.Match[str]) -> bool:
    """Whether the lines of a group do not belong to one paragraph."""
    prose, start = group.string, group.start()
    if f"\n{QUOTED}" in group.group():
        line = prose[prose.rfind("\n", 0, start) + 1 : start]
        return QUOTED not in line or bool(_BROKEN.search(group.group()))
    return bool(_BROKEN.search(group.group()))
