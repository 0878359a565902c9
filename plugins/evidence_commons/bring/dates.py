"""Dates of others to dates of ours: ``2024``, ``2024-03`` or ``2024-03-14``."""

import re
from typing import Any

from evidence_commons.bring.entry import Item
from evidence_commons.bring.words import plain, said
from evidence_commons.model.text import Date, Text

_ISO = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])(?:1[4-9]|20)[0-9]{2}(?![0-9])")


def date_of(item: Item, *names: str) -> str:
    """The first date under one of the names; "" if there is none that can be."""
    return next(filter(None, (_date(item.get(name)) for name in names)), "")


def date_in(text: str) -> str:
    """The date at the front of a text, or else the first year in it; "" if there is none."""
    if found := _ISO.match(text.strip()):
        return _whole([part for part in found.groups() if part])
    year = _YEAR.search(text)
    return year[0] if year else ""


def _date(value: Any) -> str:
    if not isinstance(value, dict):
        return date_in(plain(value))
    several = value.get("date-parts")
    first = several[0] if isinstance(several, list) and several else None
    if isinstance(first, list):
        return _whole([said(part) for part in first[:3]])
    return date_in(plain(value.get("raw")) or plain(value.get("literal")))


def _whole(parts: list[str]) -> str:
    """As much of a date as there is: no month that no year has, and no day of another month."""
    widths = (4, 2, 2)
    texts = [part.strip().zfill(width) for part, width in zip(parts, widths, strict=False)]
    if not _YEAR.fullmatch(texts[0] if texts else ""):
        return ""
    for count in range(len(texts), 0, -1):
        try:
            return str(Date.read(Text("-".join(texts[:count]))))
        except ValueError:
            continue
    return ""
