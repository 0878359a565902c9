"""The numbers of a record: volume, issue, edition, pages."""

import re

from evidence_commons.load.item_fields import Fields, Variables
from evidence_commons.load.item_types import (
    IN_PERIODICALS,
    PARTS_OF_BOOKS,
    REPORTS,
    THESES,
    WHOLE_BOOKS,
    named_chapter,
)

PAGES_FRONT = re.compile(r"(?:pp?\b\.?|pages?\b|S\.(?=\s))\s*", re.IGNORECASE)
DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
COUNT = re.compile(r"((?:[ivxlc]+\s*[,+]\s*)?\d+)(?:\s*(?:pp?|pages?)\.?)?", re.IGNORECASE)
EDITION = re.compile(r"(.+?)[,\s]*(?:\b(?:edition|edn|ed)\b\.?)?", re.IGNORECASE)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|\.)?", re.IGNORECASE)
ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}


def numbers(fields: Fields, kind: str) -> Variables:
    """Volume, issue, pages and edition, and the number of the work itself."""
    number, issue = fields.text("number"), fields.text("issue")
    if kind in WHOLE_BOOKS | PARTS_OF_BOOKS:
        yield "collection-number", number
    elif kind in IN_PERIODICALS:
        yield "issue", ", ".join(filter(None, (number, issue)))
    else:
        yield "number", number
    yield "volume", ".".join(filter(None, (fields.text("volume"), fields.text("part"))))
    yield "chapter-number", "" if named_chapter(kind, fields.typed) else fields.text("chapter")
    yield "edition", _edition(fields.text("edition"))
    pages, total = fields.text("pages", "eid"), fields.text("pagetotal")
    count = COUNT.fullmatch(pages)
    if count and kind in WHOLE_BOOKS | THESES | REPORTS and not total:
        pages, total = "", count[1]
    yield "page", _pages(pages)
    yield "number-of-pages", total


def _pages(typed: str) -> str:
    """Ranges with a hyphen, from which each style makes its own dash."""
    return DASHES.sub("-", PAGES_FRONT.sub("", typed)).strip(" -")


def _edition(typed: str) -> str:
    """``Second edition`` and ``2nd ed.`` to ``2``; other words stay."""
    found = EDITION.fullmatch(typed)
    bare = found[1] if found else typed
    number = ORDINAL.fullmatch(bare)
    return number[1] if number else ORDINALS.get(bare.lower(), bare)
