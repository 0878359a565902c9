"""Where a field of a record of the library stands."""

import re

from evidence_commons.diagnostics import Location
from evidence_commons.model.reference import Reference


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
