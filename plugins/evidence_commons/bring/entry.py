"""Entry: a record for the library before it has a key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Item = Mapping[str, Any]
"""A work as CSL-JSON describes it. What it holds was made by others, and can be anything."""


class NoRecordError(Exception):
    """What was given describes no work; the message says why, and what to do, in plain words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The kind of a record and its fields, as they are typed between braces.

    ``remarks`` are whole sentences about what a person should look at.
    """

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


ORDER = (
    *("author", "editor", "translator", "title", "subtitle", "type"),
    *("journaltitle", "booktitle", "eventtitle", "series", "volume", "number", "pages"),
    *("publisher", "institution", "organization", "howpublished", "location", "edition"),
    *("year", "date"),
)
"""The order of fields in the library. Others follow as they come, and those below stand last."""

LAST = ("isbn", "doi", "url", "urldate", "note")


def record(entry: Entry, key: str) -> str:
    """The record as it stands in the library, without a break of line behind it."""
    rest = [name for name in entry.fields if name not in (*ORDER, *LAST)]
    names = [name for name in (*ORDER, *rest, *LAST) if entry.fields.get(name)]
    rows = [f"  {name} = {{{entry.fields[name]}}}," for name in names]
    return "\n".join([f"@{entry.kind}{{{key},", *rows, "}"])
