"""Lines that begin in the wrong column, moved to where they may have been meant."""

import re

from evidence_commons.load.mending import LEAD, MENDED, Mending, front_of, is_field, is_ours
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import typed_fields

ODD = re.compile("[\u00a0\u2000-\u200b\u202f\u3000]")
"""Spaces that are no plain ones."""

_OUTSIDE = frozenset(typed.key for typed in typed_fields(CaseStudy)) - {"id", "title", "url"}
"""Fields of an entry itself, and of nothing in it."""

_BLOCK = re.compile(r"[^#]*:\s+[|>][-+]?\s*$")
_MARKS = re.compile(r"\s*(?:<{7}|={7}|>{7})")


def realigned(file: Mending, number: int) -> None:
    """Move a line that begins in the wrong column, and what goes with it."""
    line, above = file.lines[number - 1], file.above(number)
    if ODD.search(line):
        file.put(number, ODD.sub(" ", line))
    elif above and re.match(r"#{2,6} ", file.lines[above - 1]):
        go_on(file, above)
    elif not is_ours(line) and (not is_field(line) or _block_above(file, number)):
        go_on(file, number)
    elif not _with_fields_below(file, number):
        _realign(file, number)


def _with_fields_below(file: Mending, number: int) -> bool:
    """Move the first line of a list entry to where its other fields stand."""
    lead = LEAD.match(file.lines[number - 1])
    below = file.below(number)
    if not (lead and lead[2] and is_field(below)) or front_of(below) < 2:
        return False
    file.indent(number, front_of(below) - len(lead[2]))
    return True


def _block_above(file: Mending, number: int) -> bool:
    """Whether the field above is text after ``|`` or ``>``, of which this line may be a part."""
    return bool(_BLOCK.match(file.holder(number)))


def _realign(file: Mending, number: int) -> None:
    """Move a field, and all that goes with it, to the nearest column in which fields are open."""
    own, near = _columns(file, number)
    for one in file.run(number, lambda line: front_of(line) >= own):
        file.indent(one, front_of(file.lines[one - 1]) + near - own)


def alone(file: Mending, number: int) -> None:
    """Move only this line to the nearest column in which fields are open."""
    if is_field(file.lines[number - 1]):
        file.indent(number, _columns(file, number)[1])


def _columns(file: Mending, number: int) -> tuple[int, int]:
    """The column in which a line begins, and the nearest in which fields are open above it."""
    line, columns, left = file.lines[number - 1], set[int](), 1_000
    own, lead = front_of(line), LEAD.match(line)
    for above in range(number - 1, 0, -1):
        opened = LEAD.match(file.lines[above - 1])
        if opened and opened[3] and opened.end(2) < left:
            columns.add(left := opened.end(2))
    outside = bool(lead and lead[3] and lead[3][:-1] in _OUTSIDE)
    # One space too many is likelier than one too few; two are as likely either way.
    deeper = not outside and own % 2 == 0
    others = sorted(columns - {own}, reverse=deeper)
    return own, min(others, key=lambda column: abs(column - own), default=own)


def go_on(file: Mending, number: int) -> None:
    """Let text that begins too far to the left go on from what stands above it."""
    above = file.holder(number)
    lead = LEAD.match(above)
    if not above or lead is None:
        file.put(number, "")
    elif not _MARKS.match(file.lines[number - 1]):
        column = lead.end(2) + 2
        for one in file.run(number, lambda line: not is_field(line)):
            if not _BLOCK.match(above):
                front = front_of(file.lines[one - 1])
                file.put(one, f"{' ' * column}{MENDED}", column - front)
            elif front_of(file.lines[one - 1]) < column:
                file.indent(one, column)
