"""RIS, the text in which many libraries and publishers give their records, to CSL-JSON."""

import re
from collections import defaultdict
from collections.abc import Iterator

from evidence_commons.bring.dates import date_in
from evidence_commons.bring.entry import Item, NoRecordError
from evidence_commons.bring.item import doi_in
from evidence_commons.bring.people import in_parts
from evidence_commons.bring.words import plain

Fields = defaultdict[str, list[str]]

ROW = re.compile(r"\s*([A-Z][A-Z0-9])\s{0,3}-(?:\s(.*))?")
TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "JFULL", "INPR", "ABST"), "article-journal"),
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CLSWK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP", "ENCYC", "DICT"), "chapter"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    **dict.fromkeys(("RPRT", "GOVDOC", "STAND"), "report"),
    "THES": "thesis",
    **dict.fromkeys(("ELEC", "BLOG", "ICOMM"), "webpage"),
    "DATA": "dataset",
    "COMP": "software",
    "UNPB": "manuscript",
}
JOURNALS = ("article-journal", "article-magazine", "article-newspaper")


def read_ris(text: str) -> tuple[Item, ...]:
    """The works in a text, each from its ``TY`` to its ``ER``.

    Raises:
        NoRecordError: there is none.
    """
    items = tuple(_item(fields) for fields in _records(text))
    if not items:
        raise NoRecordError("There is no record in this text: no line begins with TY  - .")
    return items


def _records(text: str) -> Iterator[Fields]:
    fields, last = Fields(list), ""
    for line in text.splitlines():
        row = ROW.fullmatch(line)
        if row and row[1] == "TY":
            if "TY" in fields:
                yield fields
            fields = Fields(list)
        if row is None:
            if last in fields:
                fields[last][-1] += f" {line.strip()}"
            continue
        last = row[1]
        fields[last].append((row[2] or "").strip())
        if last == "ER":
            if "TY" in fields:
                yield fields
            fields, last = Fields(list), ""
    if "TY" in fields:
        yield fields


def _item(fields: Fields) -> Item:
    kind = TYPES.get(_first(fields, "TY").upper(), "document")
    journals = (_first(fields, tag) for tag in ("T2", "JF", "JO", "BT", "JA", "J2"))
    title = _first(fields, "TI", "T1", "CT") or _first(fields, "BT", "T2")
    start, end = _first(fields, "SP"), _first(fields, "EP")
    return {
        "type": kind,
        "title": title,
        "author": _people(fields, "AU", "A1"),
        "editor": _people(fields, "ED", *(() if kind in JOURNALS else ("A2",))),
        "container-title": next((n for n in journals if n not in ("", title)), ""),
        "collection-title": _first(fields, "T3"),
        "issued": {"raw": _date(fields)},
        "accessed": {"raw": date_in(_first(fields, "Y2"))},
        "volume": _first(fields, "VL"),
        "issue": _first(fields, "IS", "M1" if kind in JOURNALS else "IS"),
        "page": f"{start}-{end}" if start and end and "-" not in start else start,
        "publisher": _first(fields, "PB"),
        "publisher-place": _first(fields, "CY", "PP"),
        "edition": _first(fields, "ET"),
        "genre": "" if doi_in(_first(fields, "M3")) else _first(fields, "M3"),
        "ISBN": _first(fields, "SN"),
        "DOI": _first(fields, "DO") or doi_in(_first(fields, "M3")),
        "URL": _first(fields, "UR"),
    }


def _first(fields: Fields, *tags: str) -> str:
    """What the first line with one of these tags says."""
    return next((one for tag in tags if tag in fields for one in fields[tag] if one), "")


def _people(fields: Fields, *tags: str) -> list[dict[str, str]]:
    """The people behind the tags. A name in which no comma stands is that of a body."""
    names = [plain(one) for tag in tags for one in fields.get(tag, ())]
    return [in_parts(name) if "," in name else {"literal": name} for name in names if name]


def _date(fields: Fields) -> str:
    """The date, from the line that says most of it."""
    said = (date_in(_first(fields, tag)) for tag in ("DA", "PY", "Y1"))
    return max(said, key=len)
