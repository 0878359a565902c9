"""Whether each record of a library is either read or told, however the library is damaged.

What stands there is counted as a person would who has only the text: by the signs with which
records begin. It knows nothing of how the text is read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.model.reference import Reference

START = re.compile(r"@[ \t]*(\w*)\s*([{(])")
LEADING = re.compile(r"@\w*[ \t]*[{(]")
"""At the front of a line, this begins a record, whatever stands above."""

AMID = re.compile(r"@\w+[ \t]*[{(]")
"""Amid a line, this does so where what stands before it is closed."""

LONG = 2_000
"""Of a line before a record, so much is looked at from either end."""

NOT_BEFORE = re.compile(r"[\w\\]$|(?:^|[})])\s*%")
"""Not so in an address, nor in a note."""

NO_WORKS = ("comment", "preamble", "string", "xdata")
SIGNS = re.compile(r"(?<!\\)[{}()\"]")

REST_OF_LINE = ("broken-reference", "lost-text")
"""Rules by which people hear that something is wrong from here to the end of the line."""

TELLING = (*REST_OF_LINE, "swallowed-field", "duplicate-id", "unreadable-file")
"""Rules by which they hear that a record, or a part of one, is not what they meant."""

WHOLE = ("too-big", "not-text")
"""Rules by which they hear that nothing of the file is read."""

NO_FURTHER = ("not read any further", "more like it in this file")
NOT_CLOSED = ("at its end", "Nothing closes")
"""Words by which they hear that a record goes on to the next one that begins a line."""

TWO_VERSIONS = "<<<<<<< "

Place = tuple[int, int]
"""A line and a column, both from 1."""


def lost(text: str, works: Iterable[Reference], findings: Iterable[Diagnostic]) -> Iterator[str]:
    """What is wrong with the sum: records that are neither read nor told, and works from nowhere.

    Args:
        text: the library, its lines parted by single signs.
        works: what was read, in order.
        findings: what is told about the library.
    """
    findings = [*findings]
    if TWO_VERSIONS in text or any(map(_is_whole, findings)):
        return
    read, lines = dict[str, Place](), [0, *(found.end() for found in re.finditer("\n", text))]
    for work in works:
        at = work.location
        read.setdefault(work.key, (at.line, at.column))
        if not text.startswith("@", lines[at.line - 1] + at.column - 1):
            yield f"No record begins where this work is said to stand: {at}"
    found = {*read.values()}
    told = _Told(findings)
    leading = (1, 1)
    for (start, is_work), (following, _) in pairwise([*starts(text), (len(text) + 1, False)]):
        here, behind = _place(lines, start), _place(lines, following)
        if not text[lines[here[0] - 1] : start].strip():
            leading = here
        if is_work and here not in found and not told.of(here, behind, leading):
            yield f"This record is neither read nor told: {here[0]}:{here[1]}"


class _Told:
    """Where something is told by which people hear of a record."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        places = sorted(
            ((one.location.line, one.location.column), one.rule, one.message) for one in findings
        )
        self._places = [place for place, rule, _ in places if rule in TELLING]
        self._to_line_end = [place for place, rule, _ in places if rule in REST_OF_LINE]
        self._not_closed = [
            place for place, _, words in places if any(one in words for one in NOT_CLOSED)
        ]

    def of(self, here: Place, behind: Place, leading: Place) -> bool:
        """Whether it is told of a record that begins here.

        Args:
            here: where it begins.
            behind: where the next one begins.
            leading: where the last one began that has nothing before it on its line.
        """
        return (
            _any(self._places, here, behind)
            or _any(self._to_line_end, (here[0], 1), here)
            or _any(self._not_closed, leading, here)
        )


def _any(places: list[Place], first: Place, behind: Place) -> bool:
    return bisect_left(places, first) < bisect_left(places, behind)


def _is_whole(one: Diagnostic) -> bool:
    """Whether it is about all of the file."""
    return one.rule in WHOLE or any(words in one.message for words in NO_FURTHER)


def starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where records begin, and whether they are of a kind that is a work."""
    before = _Record(text, None)
    for found in START.finditer(text):
        line = _before_it(text, found.start())
        if not line.strip():
            begins = bool(LEADING.fullmatch(found[0])) or before.is_closed(found.start())
        else:
            begins = bool(
                AMID.fullmatch(found[0])
                and not NOT_BEFORE.search(line)
                and before.is_closed(found.start())
            )
        if begins:
            before = _Record(text, found)
            yield found.start(), found[1].lower() not in NO_WORKS


def _before_it(text: str, place: int) -> str:
    """The line up to a place; of a very long one, its front and its end."""
    begin = text.rfind("\n", 0, place) + 1
    if place - begin < 2 * LONG:
        return text[begin:place]
    return f"{text[begin : begin + LONG]}…{text[place - LONG : place]}"


class _Record:
    """A record as far as it has been looked at, to see whether its brackets are closed."""

    def __init__(self, text: str, head: re.Match[str] | None) -> None:
        self._text, self._round = text, head is not None and head[2] == "("
        self._place = head.end() - 1 if head else 0
        self._braces = self._rounds = 0
        self._quoted, self._closed = False, head is None

    def is_closed(self, end: int) -> bool:
        """Whether it is before this place, which lies behind the one asked for before."""
        for sign in SIGNS.finditer(self._text, self._place, end) if not self._closed else ():
            self._take(sign[0])
            if self._braces <= 0 and self._rounds <= 0 and not self._quoted:
                self._closed = True
                break
        self._place = end
        return self._closed

    def _take(self, sign: str) -> None:
        if sign in "{}":
            self._braces += 1 if sign == "{" else -1
        elif sign == '"':
            self._quoted = self._quoted != (self._braces == (not self._round))
        elif self._round and not self._braces and not self._quoted:
            self._rounds += 1 if sign == "(" else -1


def _place(lines: list[int], offset: int) -> Place:
    number = bisect_right(lines, offset)
    return number, offset - lines[number - 1] + 1
