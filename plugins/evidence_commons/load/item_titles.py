"""The titles of a record, each with its subtitle and what is added to it."""

from evidence_commons.load.item_fields import Fields, Variables
from evidence_commons.load.item_types import (
    IN_PERIODICALS,
    PARTS_OF_BOOKS,
    WHOLE_BOOKS,
    named_chapter,
)

ENDS = ("?", "!", ".", ":", ";", ",", "\u2013", "\u2014")
SERIES = {"newseries": "new series", "oldseries": "old series"}
RICH = {
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "original-title": ("origtitle",),
    "event-title": ("eventtitle",),
    "event": ("eventtitle",),  # its name in older styles, which are most
}


def titles(fields: Fields, kind: str) -> Variables:
    """The titles of the work, of what it stands in, and of its series."""
    title = _title(fields, "title", "subtitle", "titleaddon")
    book = _title(fields, "booktitle", "booksubtitle", "booktitleaddon")
    journal = _title(fields, "journaltitle", "journalsubtitle") or fields.rich("journal")
    if kind == "periodical" and (issue := _title(fields, "issuetitle", "issuesubtitle")):
        title, journal = issue, title
    if named_chapter(kind, fields.typed):
        title, book = fields.rich("chapter"), title
    yield "title", title or (book if kind in WHOLE_BOOKS else "")
    if kind not in WHOLE_BOOKS:
        yield "container-title", (book or journal) if kind in PARTS_OF_BOOKS else (journal or book)
    yield "collection-title", _series(fields, kind) or _title(fields, "maintitle", "mainsubtitle")
    for variable, names in RICH.items():
        yield variable, fields.rich(*names)


def _title(fields: Fields, title: str, *more: str) -> str:
    """A title with its subtitle behind a colon, and what is added to both behind a full stop."""
    joined = fields.rich(title)
    for name, sign in zip(more, (":", "."), strict=False):
        said = fields.rich(name)
        if joined and said:
            joined = f"{joined} {said}" if joined.endswith(ENDS) else f"{joined}{sign} {said}"
    return joined


def _series(fields: Fields, kind: str) -> str:
    series = fields.rich("series")
    if kind in IN_PERIODICALS and series.isdecimal():
        return f"{_ordinal(series)} series"
    return SERIES.get(series, series)


def _ordinal(number: str) -> str:
    """``3`` to ``3rd``."""
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))
