"""List entries without their hyphen, with another sign in its place, or in the wrong column."""

import re
from dataclasses import replace

from evidence_commons.diagnostics import Location
from evidence_commons.load.source import Source, indent_of, said_before
from evidence_commons.model.faults import Unreadable

FAR = 400
"""Nobody looks up further than so many lines."""

_BULLET = re.compile(r" *(?:[•·▪◦‣●○–—*](?: +|(?=\w))|-(?=[^\W\d])|\d{1,2}[.)] +)(?=\S)")
_LIST = re.compile(r"[^#\n]*:\s*$| *- ")
_FIRST = re.compile(r"( *)(- +)?(\w+):(?:\s.*)?$")
_BEGUN_LIST = re.compile(r" *- ")


def bullet(source: Source, number: int) -> Unreadable | None:
    """The fault of a line with a list entry that begins with another sign than a hyphen.

    Of several such lines in one list it is that of the first.
    """
    first, end = 0, number - FAR
    while number > max(0, end) and (sign := _BULLET.match(source.line(number))):
        first, begins = number, sign[0].strip()
        indent = indent_of(source.line(number))
        number = said_before(source, number)
        while number > max(0, end) and indent_of(source.line(number)) > indent:
            number = said_before(source, number)
    if not (first and number and _LIST.match(source.line(number))):
        return None
    return replace(source.whole(first, "bullet"), sign=begins)


def no_hyphen(source: Source, number: int) -> Unreadable | None:
    """The fault of a list entry that has lost its hyphen: the entry beside it begins alike."""
    above, first = said_before(source, number), _FIRST.match(source.line(number))
    if not first or not above:
        return None
    indent = indent_of(first[0])
    while above and indent_of(source.line(above)) > indent + (2 if first[2] else 0):
        above = said_before(source, above)
    if first[2]:
        while (before := said_before(source, above)) and indent_of(source.line(before)) > indent:
            above = before
    other = _FIRST.match(source.line(above))
    if not other or bool(other[2]) == bool(first[2]) or other[3] != first[3]:
        return None
    if not first[2]:
        return source.whole(number, "bullet") if indent_of(other[0]) == indent else None
    lost = indent_of(other[0]) == indent + 2
    return source.fault(Location(source.path, above, indent + 1), "bullet") if lost else None


def first_astray(source: Source, number: int) -> Unreadable | None:
    """The fault of the first line of a list entry, if the others agree on another column."""
    above, here = said_before(source, number), _FIRST.match(source.line(number))
    first = _FIRST.match(source.line(above))
    if not (here and first and first[2]) or here[2] or not above:
        return None
    column = indent_of(here[0])
    below = next((line for line in source.lines[number:] if line.strip()), "")
    listed = _BEGUN_LIST.match(below) and indent_of(below) == column - 2
    agree = listed or (indent_of(below) == column and not _BEGUN_LIST.match(below))
    return source.whole(above, "indent") if agree and len(first[1] + first[2]) != column else None


def first_without_hyphen(source: Source, number: int) -> Unreadable | None:
    """The same for the first entry of a list: its other fields stand further to the right."""
    above, here = said_before(source, number), _FIRST.match(source.line(number))
    first = _FIRST.match(source.line(above))
    if not (here and first) or here[2] or first[2]:
        return None
    indent, opens = indent_of(first[0]), source.line(said_before(source, above))
    below = next((line for line in source.lines[number:] if line.strip()), "")
    entry = (
        indent_of(here[0]) == indent + 2
        and re.fullmatch(r" *(?:- +)*\w+:\s*", opens)
        and indent_of(opens) < indent
        and (indent_of(below) != indent or _BEGUN_LIST.match(below))
    )
    return source.whole(above, "bullet") if entry else None
