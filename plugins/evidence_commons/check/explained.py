"""Why a line cannot be read, where the reason is not what it seems: marks, signs, a heading."""

import re

from evidence_commons.check.hidden import HIDDEN, in_the_way, plain
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.two_versions import MESSAGE, REMEDY
from evidence_commons.model.faults import Unreadable

LONGEST = 1_000
"""No longer line is typed anew."""

_VERSIONS = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_HEADING = re.compile(r"(#{2,6})[ \t]*(?=[^\W\d_])(.*)")


def explained(fault: Unreadable, lines: list[str]) -> Finding | None:
    """The finding that says what is behind the fault, or None if it is just what it seems."""
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
