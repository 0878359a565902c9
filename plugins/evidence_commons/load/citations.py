"""Citations in prose, by Pandoc's signs.

``[@key]``, ``[@key, p. 4]``, ``[see @one; -@two, sec. 3]``, and in a sentence ``@key says`` or
``@key [p. 4] says``. What is in brackets and starts with ``@`` is a citation, or a mistake that
is told; anything else that is none is left alone. ``\\@`` is a plain sign.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from typing import NamedTuple

from evidence_commons.diagnostics import Location
from evidence_commons.load.code_spans import NO_TEXT, QUOTED
from evidence_commons.load.host_markdown import label_of, prose_of
from evidence_commons.model.citation import KEY, Citation, CitationGroup, Manner
from evidence_commons.model.faults import BadCitation, Fault, TooBig
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

GROUP = pattern(r"\[(-?@[^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")
"""A group of citations in running text that begins with one."""

_MEANT = r"[^\S\n]*(?:\n[^\S\n]*)?-?@"
SIGN = pattern(rf"\[{_MEANT}")
"""What begins such a group, or was meant to."""

TYPED = pattern(r"\[\s*-?@(?:[^\[\]\n]|\n(?!\s*\n))*\]|\[\s*-?@[^\s\[\]]*")
"""From such a sign to its end: the bracket that closes it, or else the end of the word."""

ESCAPE = "\ufdd0"
"""Stands behind a sign without its meaning. Unicode keeps it for the inside of programs."""

_IN_SENTENCE = rf"@(?<![\w@/.:;\\\[({ESCAPE}\x02\x03-]@)(?P<key>(?>{KEY.pattern}))(?!\w)"
"""A citation that is a part of its sentence. Addresses of mail, and ``(@key)``, are none, nor is
what follows on something that a host has taken out and left two signs for."""

_LED = rf"[^\[\]@]{{1,99}}(?<=\s)-?@(?>{KEY.pattern})[^\[\]\n]*+(?:\n[^\[\]\n]++)*+"
_NO_LINK = r"(?![(\[:])"
# Both ways begin with a sign of their own, so that the rest of a text is passed over at once.
SPOT = pattern(
    rf"\[(?:(?P<meant>{_MEANT})|(?P<led>{_LED})\]{_NO_LINK})"
    rf"|{_IN_SENTENCE}(?:[ \n]\[(?P<locator>[^\[\]@\n]+)\]{_NO_LINK})?"
)
"""Where a citation begins, or what was meant for one."""

MOST = 1_000
"""No text holds more citations, so that reading one stays short."""

TOO_MANY = f"It holds more than {MOST:,} citations."

_ONE = pattern(
    rf"(?:(?P<prefix>[^@]*[^@\s]) )?(?P<bare>-?)@(?P<key>{KEY.pattern})"
    r"(?:[, ] ?(?P<locator>[^@]*))?"
)
_NOT_WORDS = pattern(rf"[{NO_TEXT}\[\]*|<>`]|  \n")

Find = Callable[[str], Location]
"""Tells where the given words stand next in the file."""

FindFrom = Callable[[str, int], Location]
"""The same, for a citation that begins at a place in the text."""


class Spot(NamedTuple):
    """Where a citation stands in a text; without a ``group`` if it cannot be read.

    ``begins`` is its sign.
    """

    start: int
    stop: int
    begins: str
    group: CitationGroup | None

    @property
    def is_meant(self) -> bool:
        """Whether it begins as nothing but a citation does."""
        return self.begins not in ("[", "@")


def spots(text: str, find_from: FindFrom) -> Iterator[Spot]:
    """The citations in running text, one behind the other, and what was meant to be one.

    Args:
        text: running text, with its HTML entities, without code.
        find_from: tells where keys stand.
    """
    place = 0
    while found := SPOT.search(text, place):
        start, place = found.span()
        find = partial(_find, find_from, start)
        if found["meant"]:
            whole = GROUP.match(text, start)
            group = parse_group(whole[1], find) if whole else None
            typed = whole if group else TYPED.match(text, start)
            place = typed.end() if typed else place
            yield Spot(start, place, f"[{found['meant']}", group)
        elif found["key"]:
            locator = found["locator"] or ""
            if _NOT_WORDS.search(unescape(locator)):
                locator, place = "", found.end("key")
            citation = _citation(found["key"], locator, find, Manner.IN_SENTENCE)
            yield Spot(start, place, "@", CitationGroup((citation,)))
        elif group := parse_group(found["led"], find):
            yield Spot(start, place, "[", group)
        else:
            place = start + 1


def _find(find_from: FindFrom, start: int, words: str) -> Location:
    return find_from(words, start)


def parse_group(inside: str, find: Find) -> CitationGroup | None:
    """Read what stands between the brackets.

    Args:
        inside: the text, with its HTML entities. Prefixes and locators are plain words: with
            emphasis, code, links or another ``@`` in one, it is no citation.
        find: tells where keys stand.

    Returns:
        The citations, or None if the text is no citation.
    """
    words = unescape(inside)
    if _NOT_WORDS.search(words):
        return None
    parts = [_ONE.fullmatch(" ".join(part.split())) for part in words.split(";")]
    if not all(parts):
        return None
    return CitationGroup(tuple(_in_brackets(part, find) for part in parts if part))


def _in_brackets(part: re.Match[str], find: Find) -> Citation:
    manner = Manner.WITHOUT_AUTHOR if part["bare"] else Manner.IN_BRACKETS
    return _citation(part["key"], part["locator"], find, manner, part["prefix"] or "")


def _citation(
    key: str, locator: str | None, find: Find, manner: Manner, prefix: str = ""
) -> Citation:
    location = find(f"@{key}")
    path, line, column, _ = location
    return Citation(
        key=Text(key, Location(path, line, column + 1, len(key))),
        locator=Text(unescape(" ".join(locator.split())), location) if locator else None,
        prefix=prefix,
        manner=manner,
        location=location,
    )


_BROKEN = pattern(r"\n[^\S\n]*(?:\n|[#|=:+*]|-(?!@)|[0-9]+\.\s)")
"""Within a group: a blank line, or a line that begins something else than running text."""


def citations_in(text: str, path: str) -> tuple[tuple[Citation, ...], tuple[Fault, ...]]:
    """The citations in a page of the host's Markdown, and what was meant to be one."""
    if "@" not in text:
        return (), ()
    prose, labels = prose_of(text, SIGN.pattern)
    places = _Places(prose, path)
    citations: list[Citation] = []
    faults: list[Fault] = []
    for number, spot in enumerate(spots(prose, places.find)):
        if number >= MOST:
            faults.append(TooBig(places.location(spot.start, spot.begins), TOO_MANY))
            break
        typed = prose[spot.start : spot.stop]
        labelled = typed.startswith("[") and label_of(typed.strip("[]")) in labels
        whole = not labelled and not _falls_apart(prose, spot)
        if spot.group and whole:
            citations += spot.group.citations
        elif spot.is_meant:
            meant = TYPED.match(text, spot.start)
            typed = meant.group() if meant else spot.begins
            location = places.location(spot.start, typed.partition("\n")[0])
            faults.append(BadCitation(location, typed))
    return tuple(citations), tuple(faults)


class _Places:
    """Turns places in a text into locations."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._lines = [0, *(end.end() for end in re.finditer("\n", text))]
        self._cursor = 0

    def location(self, place: int, words: str) -> Location:
        line = bisect(self._lines, place)
        return Location(self._path, line, place - self._lines[line - 1] + 1, max(1, len(words)))

    def find(self, words: str, start: int) -> Location:
        """Where the words stand next, in the citation that begins at ``start``.

        If they are encoded, that is where it begins.
        """
        behind = max(start, self._cursor)
        if self._text.startswith(words, start):
            place = start
        else:
            place = self._text.find(words, behind, self._text.find("]", behind))
        if place < 0:
            return self.location(start, words)
        self._cursor = place + len(words)
        return self.location(place, words)


def _falls_apart(prose: str, spot: Spot) -> bool:
    """Whether the lines of a group do not belong to one paragraph."""
    group = prose[spot.start : spot.stop]
    if f"\n{QUOTED}" in group:
        line = prose[prose.rfind("\n", 0, spot.start) + 1 : spot.start]
        return QUOTED not in line or bool(_BROKEN.search(group))
    return bool(_BROKEN.search(group))
