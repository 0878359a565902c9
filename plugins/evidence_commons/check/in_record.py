"""Where a field of a record of the library stands."""

import re

from evidence_commons.diagnostics import Location
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Text


def value_place(work: Reference, field: str) -> Location | None:
    """Where the value of a field begins, as wide as its line allows.

    None if the record itself has no such field: it may have it from another record.
    """
    front = re.search(rf"[,{{(\s]{field}\s*=[\s{{\"]*", work.bibtex, re.IGNORECASE)
    if not front:
        return None
    before = work.bibtex[: front.end()]
    value = re.match(r'[^\n}"]*', work.bibtex[front.end() :])
    width = len(value[0].rstrip(" ,")) if value else 1
    down = before.count("\n")
    across = len(before) - before.rfind("\n") if down else work.location.column + len(before)
    return work.location.at(work.location.line + down, across, width)


def typed_in(work: Reference, name: str) -> Text | None:
    """A field without the space around it, if it was typed in this record letter by letter.

    None if the record has it from another record, or from a ``@string`` word: a mistake in it was
    made elsewhere.
    """
    value = work.fields.get(name)
    bare = value.strip() if value else ""
    if not value or not bare:
        return None
    place = value.location
    start = _offset(work, place)
    return Text(bare, place) if work.bibtex.startswith(bare, start) and start >= 0 else None


def part(value: Text, start: int, end: int) -> Location:
    """Where a part of a value stands, as far as its first line goes."""
    place, before = value.location, value[:start]
    down = before.count("\n")
    column = len(before) - before.rfind("\n") if down else place.column + start
    line_end = value.find("\n", start)
    stop = end if line_end < 0 else min(end, line_end)
    return place.at(place.line + down, column, stop - start)


def _offset(work: Reference, place: Location) -> int:
    """How far behind the beginning of the record a place is; below 0 if it is not in it."""
    down = place.line - work.location.line
    if not 0 <= down < work.lines:
        return -1
    start = 0
    for _ in range(down):
        start = work.bibtex.find("\n", start) + 1
    return start + place.column - (1 if down else work.location.column)
