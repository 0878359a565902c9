"""The titles of a record, each with its subtitle and what is added to it."""

from collections.abc import Callable

from evidence_commons.load.item_fields import Fields, Variables
from evidence_commons.load.item_types import (
    IN_PERIODICALS,
    PARTS_OF_BOOKS,
    WHOLE_BOOKS,
    named_chapter,
)
from evidence_commons.model.item import plain

Said = Callable[[str], str]

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
    title, container = title_and_container(fields.rich, kind, fields.typed)
    yield "title", title
    yield "container-title", container
    series = _series(fields, kind) or _joined(fields.rich, "maintitle", "mainsubtitle")
    yield "collection-title", series
    for variable, names in RICH.items():
        yield variable, fields.rich(*names)


def title_and_container(said: Said, kind: str, typed: Callable[[str], str]) -> tuple[str, str]:
    """The title of a work, and of the book or journal in which it stands.

    ``said`` gives the words of a field, ``typed`` the same as typed; "" where it says nothing.
    """
    title = _joined(said, "title", "subtitle", "titleaddon")
    book = _joined(said, "booktitle", "booksubtitle", "booktitleaddon")
    journal = _joined(said, "journaltitle", "journalsubtitle") or said("journal")
    if kind == "periodical" and (issue := _joined(said, "issuetitle", "issuesubtitle")):
        title, journal = issue, title
    if named_chapter(kind, typed):
        title, book = said("chapter"), title
    if kind in WHOLE_BOOKS:
        return title or book, ""
    return title, (book or journal) if kind in PARTS_OF_BOOKS else (journal or book)


def _joined(said: Said, title: str, *more: str) -> str:
    """A title with its subtitle behind a colon, and what is added to both behind a full stop."""
    joined = said(title)
    for name, sign in zip(more, (":", "."), strict=False):
        words = said(name)
        if joined and words:
            ended = plain(joined).endswith(ENDS)
            joined = f"{joined} {words}" if ended else f"{joined}{sign} {words}"
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
