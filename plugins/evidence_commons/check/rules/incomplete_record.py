"""A record that says too little of a work

For a work of this kind, readers need to know who wrote it, when, and where it was published. The
record leaves out some of that.

## Why we check it

A reader who wants to look for the work cannot tell it from others. The list of works shows a gap,
or "no date".

## How to mend it

Look at the work, and add what it says. If it does not say so itself, say that in `note`, such as
"Without a date" or "No author is named": then we ask no more.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.half_read import HalfRead
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.diagnostics.words import together
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

THESES = frozenset(("thesis", "phdthesis", "mastersthesis"))
REPORTS = frozenset(("report", "techreport"))
BOOKS = frozenset(("book", "mvbook", "collection", "mvcollection"))
CHAPTERS = frozenset(("incollection", "inproceedings", "conference"))
ASKED = THESES | REPORTS | BOOKS | CHAPTERS | {"article"}
"""Of other kinds, works are too unlike to say what they must have."""

LONG_AGO = 1850
"""On older books, the publisher is often not named, or is the printer."""

LONGEST = 1_000
"""Nobody looks for such words in a longer note."""

WHO = ("author", "editor", "translator", "shortauthor", "bookauthor", "editora", "key", "label")
WHEN = ("date", "year", "pubstate", "eventdate", "origdate")
WHERE = {
    **dict.fromkeys(THESES, ("school", "institution", "publisher")),
    **dict.fromkeys(REPORTS, ("institution", "publisher", "series")),
    **dict.fromkeys(BOOKS, ("publisher", "institution", "series")),
    **dict.fromkeys(CHAPTERS, ("booktitle", "eventtitle", "series", "maintitle")),
    "article": ("journal", "journaltitle", "shortjournal", "issn"),
}
ELSEWHERE = ("howpublished", "organization", "eprint", "crossref", "xdata")

PLACES = {
    **dict.fromkeys(THESES, "school"),
    **dict.fromkeys(REPORTS, "institution"),
    **dict.fromkeys(BOOKS, "publisher"),
    **dict.fromkeys(CHAPTERS, "booktitle"),
    "article": "journal",
}

WITHOUT = {
    "author": "Without an author",
    "year": "Without a date",
    "institution": "Without an institution",
}
"""How to say in a note that a work does not tell something."""

NAMES = {
    **dict.fromkeys(THESES, "thesis"),
    **dict.fromkeys(REPORTS, "report"),
    **dict.fromkeys(BOOKS, "book"),
    **dict.fromkeys(("inproceedings", "conference"), "paper"),
    "incollection": "chapter",
}
"""What we call a work of a kind, where that is not the name of the kind."""

_TO_COME = pattern(r"forthcoming|in press|to appear|submi|under review|in prep|accepted", re.I)
_WITHOUT = r"\b(?:without|no|un(?:named|known)|not|lacks?)\b[^.;:]{0,60}?\b"
_SAID = {
    "who": pattern(rf"{_WITHOUT}(?:author|editor|name)|anonymous|unsigned", re.I),
    "when": pattern(rf"{_WITHOUT}(?:date|year)|undated|\bn\. ?d\.", re.I),
    "where": pattern(
        rf"{_WITHOUT}(?:publish|journal|institution|school|book)|self-published|\bs\. ?n\.", re.I
    ),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record that leaves something out, once. Who leaves out the title is told that."""
    half_read = HalfRead(catalogue)
    for work in catalogue.collection.references:
        missing = [*_missing(work)] if work.kind in ASKED and work.title else []
        if missing and work not in half_read:
            lacks = [f"no {one}" for one in missing]
            yield Finding(
                work.key.location,
                f"This {NAMES.get(work.kind, work.kind)} has {together(lacks)}.",
                f"Add {'it' if len(missing) == 1 else 'them'}. If the work does not say it, add:"
                f" note = {{{WITHOUT.get(missing[0]) or f'Without a {missing[0]}'}}},",
            )


def _missing(work: Reference) -> Iterator[str]:
    """What is missing and not said to be missing. What is typed and empty is told as that."""
    if not _has_who(work) and not _is_said(work, "who"):
        yield "author"
    if not (work.year or _names_any(work, WHEN)) and not _is_said(work, "when"):
        yield "year"
    if not _has_where(work) and not _is_said(work, "where"):
        yield PLACES[work.kind]


def _has_who(work: Reference) -> bool:
    if work.authors or work.editors or (work.kind in REPORTS and work.publisher):
        return True
    return _names_any(work, WHO)


def _has_where(work: Reference) -> bool:
    if work.kind in CHAPTERS or work.kind == "article":
        named = bool(work.container)
    else:
        on_the_web = work.kind not in THESES and bool(work.doi or work.url)
        old = bool(work.year) and int((work.year or "0")[:4]) < LONG_AGO
        named = bool(work.publisher) or on_the_web or old
    return named or _names_any(work, WHERE[work.kind]) or _names_any(work, ELSEWHERE)


def _names_any(work: Reference, fields: tuple[str, ...]) -> bool:
    return any(work.fields.get(name) is not None for name in fields)


def _is_said(work: Reference, what: str) -> bool:
    note = work.note[:LONGEST]
    return bool(note) and bool(
        _SAID[what].search(note) or (what != "who" and _TO_COME.search(note))
    )
