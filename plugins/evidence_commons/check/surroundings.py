"""What stands around a spot in a file, as typed, where that decides what was meant."""

from collections.abc import Sequence
from math import inf

from evidence_commons.model.pattern import pattern

STEP = 2
"""With each level, our entries go so many spaces to the right."""

_SAYS = pattern(r"\s*[^\s#]")
_LEAD = pattern(r"( *)((?:- +)*)(?:\w+:(?=\s|$))?")
_OPENS = pattern(r" *(?:- +)*\w+:\s*")
_TABBED = pattern(r"(\t+ *)(?:(- )|\w+:(?=\s|$))")


def ends_on_its_line(lines: Sequence[str], line: int, column: int) -> bool:
    """Whether the value that begins there ends on the same line.

    It goes on where the next line that says something begins further to the right than the field.
    """
    lead = _LEAD.match(lines[line - 1][: column - 1])
    field = lead.end(2) if lead else 0
    below = (lines[number] for number in range(line, len(lines)))
    later = next((row for row in below if _SAYS.match(row)), "")
    return not later.startswith((" " * (field + 1), "\t"))


def spaces_for_tabs(lines: Sequence[str], line: int) -> tuple[int, str] | None:
    """How many signs at the front of a line to replace, and by which spaces.

    None where that is not clear. It is if all open levels above are two spaces wide, and the line
    comes to begin where one of them does, or the one that the line above has just opened.
    """
    typed = lines[line - 1]
    if not typed.strip():
        return len(typed), ""
    tabbed = _TABBED.match(typed)
    if not tabbed:
        return None
    lead = tabbed[1].replace("\t", " " * STEP)
    columns = _columns(lines[: line - 1], hyphens=bool(tabbed[2]))
    return (len(tabbed[1]), lead) if len(lead) in columns else None


def _columns(above: Sequence[str], hyphens: bool) -> set[int]:
    """The columns in which the next line can begin an entry of a list, or else a field."""
    said = [row for row in above if _SAYS.match(row)]
    begun: dict[bool, set[int]] = {True: set(), False: set()}
    left: float = inf
    for row in reversed(said):
        lead = _LEAD.match(row)
        if lead and lead.end() > lead.end(1):
            if lead[2] and lead.end(1) <= left:
                begun[True].add(lead.end(1))
            if lead.end() > lead.end(2) and lead.end(2) <= left:
                begun[False].add(lead.end(2))
            left = min(left, lead.end(1))
    every = begun[True] | begun[False]
    if every != set(range(0, STEP * len(every), STEP)):
        return set()
    return {max(every) + STEP} if said and _OPENS.fullmatch(said[-1]) else begun[hyphens]
