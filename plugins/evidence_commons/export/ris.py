"""Works as RIS, which every program for references reads.

Written as Zotero and EndNote read it. Nothing that anyone typed can begin a line, so no word of a
title becomes a tag.
"""

from collections.abc import Iterable, Iterator, Mapping

from evidence_commons.export.item_words import family, is_body, iso, page_ends, people, words
from evidence_commons.model.item import Item

END = "\r\n"
LONGEST = 4_000
"""No line is longer; some readers stop at less than a megabyte."""

TYPES = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP", "dataset": "DATA",
    "document": "GEN", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB", "motion_picture": "VIDEO",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "performance": "GEN",
    "personal_communication": "PCOMM", "report": "RPRT", "review": "JOUR", "software": "COMP",
    "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
NUMBERED = {"report", "patent", "standard", "article"}
"""Types whose own number stands where others have an ISBN."""

TEXTS = (
    ("TI", ("title",)),
    ("ST", ("title-short",)),
    ("T2", ("container-title", "event-title")),
    ("J2", ("container-title-short",)),
    ("T3", ("collection-title",)),
)
CONFERENCE = (("C1", ("event-place", "publisher-place")), ("C3", ("container-title",)))
IMPRINT = (
    ("VL", ("volume",)),
    ("NV", ("number-of-volumes",)),
    ("IS", ("issue", "collection-number")),
    ("ET", ("edition", "version")),
    ("PB", ("publisher",)),
    ("CY", ("publisher-place", "event-place")),
    ("M3", ("genre", "medium")),
)
LINKS = (
    ("DO", ("DOI",)),
    ("UR", ("URL",)),
    ("DB", ("archive",)),
    ("LA", ("language",)),
    ("N1", ("note",)),
    ("AB", ("abstract",)),
)


def ris(items: Iterable[Item]) -> str:
    """The file that holds these works, in this order."""
    return "".join(
        f"{tag}  - {value[:LONGEST]}{END}" for item in items for tag, value in _lines(item)
    )


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(item["type"], "GEN")
    yield "ID", words(item, "id")
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        for person in people(item, role):
            yield tag, _name(person)
    yield from _texts(item, TEXTS)
    if item["type"] == "paper-conference":
        yield from _texts(item, CONFERENCE)
    yield from _dates(item)
    yield from _texts(item, IMPRINT)
    first, last = page_ends(item)
    yield from _said((("SP", first or words(item, "number-of-pages")), ("EP", last)))
    yield from _numbers(item)
    yield from _texts(item, LINKS)
    for keyword in words(item, "keyword").replace(";", ",").split(","):
        yield from _said([("KW", keyword.strip())])
    yield "ER", ""


def _said(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((tag, value) for tag, value in lines if value)


def _texts(item: Item, tags: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, str]]:
    for tag, names in tags:
        if not item.keys().isdisjoint(names) and (said := words(item, *names)):
            yield tag, said


def _name(person: Mapping[str, str]) -> str:
    """``van der Mol, Jan, Jr.`` A comma ends the name of a body, which has none inside."""
    if is_body(person) and " " in family(person):
        return " ".join(family(person).replace(",", " ").split()) + ","
    parts = (family(person), person.get("given", ""), person.get("suffix", ""))
    return " ".join(", ".join(parts).rstrip(", ").split())


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    issued = iso(item.get("issued"))
    yield from _said(
        (
            ("PY", issued[:4] if not issued.startswith("-") else ""),
            ("DA", _date(issued)),
            ("Y2", _date(iso(item.get("accessed")))),
        )
    )


def _date(day: str) -> str:
    """``2021/03/05/``, with both strokes where the month or the day is not known."""
    if not day or day.startswith("-"):
        return ""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    return f"{year}/{month}/{number}"


def _numbers(item: Item) -> Iterator[tuple[str, str]]:
    numbers = [words(item, "ISBN"), words(item, "ISSN")]
    if item["type"] in NUMBERED and not any(numbers):
        numbers = [words(item, "number")]
    for number in numbers:
        yield from _said([("SN", number)])
