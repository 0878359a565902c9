"""Why a line cannot be read, where the reason is not what it seems: marks, signs, a heading."""

from evidence_commons.check.hidden import HIDDEN, in_the_way, plain
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.two_versions import MESSAGE, REMEDY
from evidence_commons.model.faults import Unreadable
from evidence_commons.model.pattern import pattern

LONGEST = 1_000
"""No longer line is typed anew."""

_VERSIONS = pattern(r"(?:<{7}|={7}|>{7})(?: |$)")
_DASHES = pattern("(?!---$)[-=_*.\u2010-\u2015\u2212]{2,}|[\u2013\u2014]")
_OF_FIELDS = pattern(r"[ \t]+\S|[\w-]+:|- |#|[ \t]*$")
_NO_END = "Nothing closes the fields of this page."
_EMPTY_LINES = (
    "Empty lines stand before the fields of this page.",
    "Delete them, so that the first line is three hyphens.",
)
_HEADING = pattern(r"(#{2,6})[ \t]*(?=[^\W\d_])(.*)")


def explained(fault: Unreadable, lines: list[str]) -> Finding | None:
    """The finding that says what is behind the fault, or None if it is just what it seems."""
    if fault.problem == "front-matter":
        return _front(fault, lines)
    number = fault.location.line
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if _VERSIONS.match(line):
        return Finding(fault.location.at(number, 1, len(line)), MESSAGE, REMEDY)
    earlier = next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), 0)
    if fault.problem == "indent" and earlier and (title := _HEADING.match(lines[earlier - 1])):
        return _lost(fault, earlier, lines[earlier - 1], title[2])
    for here in (number, earlier):
        if 0 < here <= len(lines) and in_the_way(lines[here - 1]):
            return _hidden(fault, here, lines[here - 1])
    return None


def _front(fault: Unreadable, lines: list[str]) -> Finding | None:
    """What is wrong with the lines of hyphens around the fields of a page."""
    first = lines[0].rstrip()
    if _DASHES.fullmatch(first):
        return Finding(
            fault.location.at(1, 1, len(first)),
            "The fields of a page begin with a line of three hyphens.",
            "Type three of them.",
            "---",
        )
    if first != "---":
        begins = next((line.rstrip() for line in lines if line.strip()), "")
        if begins == "---":
            return Finding(fault.location, *_EMPTY_LINES)
        return None
    last = 1
    for number, line in enumerate(lines[1:], 2):
        if _DASHES.fullmatch(line.rstrip()):
            place = fault.location.at(number, 1, len(line.rstrip()))
            return Finding(place, _NO_END, "Three hyphens do.", "---")
        if not _OF_FIELDS.match(line):
            break
        last = number if line.strip() else last
    place = fault.location.at(last, 1, len(lines[last - 1]))
    return Finding(place, _NO_END, 'Put a line "---" below this one.')


def _lost(fault: Unreadable, number: int, line: str, title: str) -> Finding:
    typed = f"  {line}" if len(line) < LONGEST else ""
    return Finding(
        fault.location.at(number, 1, len(line)),
        f"The heading {said(title)} has ended the text above it.",
        "Begin it, and all lines of the text below it, with two spaces.",
        typed,
        bool(typed),
    )


def _hidden(fault: Unreadable, number: int, line: str) -> Finding:
    typed = plain(line) if len(line) < LONGEST else ""
    unseen = HIDDEN.search(line)
    # In place of a sign without width before the first word, nobody knows how many spaces belong.
    indented = unseen is not None and not line[: unseen.start()].strip()
    return Finding(
        fault.location.at(number, 1, len(line)),
        "A sign that nobody can see stands in this line."
        if unseen
        else "This line holds a space that only looks like a plain one.",
        "Type the front of the line anew.",
        "" if indented else typed,
        bool(typed) and not indented,
    )
