"""Where a new record stands in the library: by its key, where records are in the order of keys.

Lines of notes (``%``) part the library: a part that is in order takes new records, and where
there is none, they go to the end. Not one sign of what stands there already is changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from evidence_commons.model.reference import Reference

FEWEST = 3
"""Fewer records than this may be in order by chance."""

ROWS = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def with_records(text: str, works: Sequence[Reference], new: Mapping[str, str]) -> str:
    """The library with new records in it.

    Args:
        text: the whole library.
        works: the works that were read from it, in order.
        new: the new records by their keys.
    """
    rows = ROWS.findall(text)
    section, line_end = _section(rows, works), _line_end(text)
    behind = _end(section[-1]) if section else _last(rows)
    # From the end to the front, so that no row is moved before its turn.
    for key in sorted(new, key=str.casefold, reverse=True):
        record = f"{new[key]}\n".replace("\n", line_end)
        places = [at for at, work in enumerate(section) if work.key.casefold() > key.casefold()]
        if places:
            _put_before(rows, section[places[0]], places[0] == 0, record, line_end)
        else:
            _put_behind(rows, behind, record, line_end)
    return "".join(rows)


def _put_before(rows: list[str], work: Reference, first: bool, record: str, line_end: str) -> None:
    """Put a record before another one. Notes above the first record are those of its part."""
    row = work.location.line - 1
    row = row if first else _with_notes(rows, row)
    apart = row == 0 or not rows[row - 1].strip()
    rows.insert(row, record + line_end * apart)


def _put_behind(rows: list[str], row: int, record: str, line_end: str) -> None:
    if row and not rows[row - 1].endswith(("\r", "\n")):
        rows[row - 1] += line_end
    rows.insert(row, line_end * bool(row) + record)


def _section(rows: Sequence[str], works: Sequence[Reference]) -> Sequence[Reference]:
    """The largest part of the library that is in order; nothing if there is none."""
    parts = list(_parts(rows, works))
    fewest = FEWEST if len(parts) > 1 else 1
    ordered = [part for part in parts if len(part) >= fewest and _ordered(part)]
    return max(ordered, key=len, default=())


def _parts(rows: Sequence[str], works: Sequence[Reference]) -> Iterator[list[Reference]]:
    part = list(works[:1])
    for before, work in pairwise(works):
        between = rows[_end(before) : _with_notes(rows, work.location.line - 1)]
        if any(row.lstrip().startswith("%") for row in between):
            yield part
            part = []
        part.append(work)
    yield part


def _ordered(part: Sequence[Reference]) -> bool:
    keys = [work.key.casefold() for work in part]
    return keys == sorted(keys)


def _end(work: Reference) -> int:
    """The number of the row behind a record."""
    return work.location.line + work.lines - 1


def _with_notes(rows: Sequence[str], row: int) -> int:
    """The first of the notes right above a record: they belong to it."""
    while row > 0 and rows[row - 1].lstrip().startswith("%"):
        row -= 1
    return row


def _last(rows: Sequence[str]) -> int:
    """The number of the row behind the last one that says something."""
    return max((number for number, row in enumerate(rows, 1) if row.strip()), default=0)


def _line_end(text: str) -> str:
    """How the lines of the library end."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"
