"""Typing what findings say into a text, and leaving every other sign of it as it was."""

import re
from collections.abc import Iterable

from evidence_commons.diagnostics import Diagnostic

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark: findings count their columns without it."""

MARK_RULE = "byte-order-mark"
"""The rule that wants the mark itself away."""

_BREAK = re.compile("(\r\n|\r|\n)")


def apart(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that can be mended together: of those that overlap, only the first."""
    kept: list[Diagnostic] = []
    for one in sorted(findings, key=lambda one: one.location):
        last = kept[-1] if kept else None
        if last is None or _line(last) != _line(one) or _end(last) <= one.location.column:
            kept.append(one)
    return tuple(kept)


def stretch(text: str, finding: Diagnostic) -> str | None:
    """What stands where the finding is, or None if its line does not reach so far."""
    if finding.rule == MARK_RULE:
        return MARK if text.startswith(MARK) else None
    rows, place = _BREAK.split(text.removeprefix(MARK))[::2], finding.location
    row = rows[place.line - 1] if 0 < place.line <= len(rows) else ""
    begin, end = place.column - 1, place.column - 1 + place.width
    return row[begin:end] if 0 <= begin < end <= len(row) else None


def typed_in(text: str, findings: Iterable[Diagnostic]) -> str:
    """The text with all of the findings mended. They must not overlap."""
    mark = MARK if text.startswith(MARK) else ""
    rows = _BREAK.split(text.removeprefix(MARK))
    # From the right, so that the columns of those before stay as they are.
    for one in sorted(findings, key=lambda one: one.location, reverse=True):
        if one.rule == MARK_RULE:
            mark = ""
            continue
        row, begin = 2 * (one.location.line - 1), one.location.column - 1
        rest = rows[row][begin + one.location.width :]
        rows[row] = rows[row][:begin] + one.typed + rest
    return mark + "".join(rows)


def _line(one: Diagnostic) -> tuple[str, int, bool]:
    """Where it stands; the mark stands before the first line, and overlaps nothing."""
    return one.location.path, one.location.line, one.rule == MARK_RULE


def _end(one: Diagnostic) -> int:
    return one.location.column + one.location.width
