"""The made-up reference library: BibTeX with all that people type into such files."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from made_up.chance import Chance
from made_up.words import (
    BODIES,
    ENDS,
    GIVEN,
    JOURNALS,
    LATEX_FAMILIES,
    LATEX_GIVEN,
    NOTICE,
    PUBLISHERS,
    SENTENCES,
    STARTS,
    TITLES,
)

ACCENTED = 0.6
"""The share of works with accents in LaTeX."""

PARTED = 20
"""Every so many works is a chapter, and takes the rest from the book behind it by crossref."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
KINDS = ("article", "techreport", "misc", "book", "inproceedings", "phdthesis")


@dataclass(frozen=True, slots=True)
class Work:
    """A work before it is written down: who made it, when, and the key that names it."""

    key: str
    kind: str
    authors: tuple[str, ...]
    year: int
    accented: bool


def works(chance: Chance, count: int) -> list[Work]:
    """So many works, by authors of whom a few have written most."""
    people = {
        accented: [_person(chance, accented) for _ in range(count // 4 + 8)]
        for accented in (True, False)
    }
    used: Counter[str] = Counter()
    made = []
    for place in range(count):
        kind, accented = _kind(chance, place, count), chance.happens(ACCENTED)
        body = kind != "book" and chance.happens(0.12)
        authors = (chance.skewed(BODIES),) if body else tuple(chance.several(people[accented], 4))
        year = chance.number(1998, 2025)
        key = f"{_plain(authors[0])}{year}"
        used[key] += 1
        unique = key if used[key] == 1 else f"{key}-{used[key]}"
        made.append(Work(unique, kind, authors, year, accented))
    return made


def library(chance: Chance, made: list[Work]) -> str:
    """The text of references.bib."""
    head = [f"% {NOTICE}", f"@comment{{{NOTICE}}}"]
    words = [f"@string{{{name} = {{{text}}}}}" for name, text in {**JOURNALS, **PUBLISHERS}.items()]
    wholes = [*made[1:], *made[:1]]
    records = (_record(chance, *pair) for pair in zip(made, wholes, strict=True))
    return "\n\n".join([*head, "\n".join(words), *records]) + "\n"


def _kind(chance: Chance, place: int, count: int) -> str:
    if place % PARTED == 1 and place + 1 < count:
        return "incollection"
    return "book" if place % PARTED == 2 else chance.skewed(KINDS)


def _person(chance: Chance, accented: bool) -> str:
    """A name in LaTeX."""
    given, family = chance.one(GIVEN), chance.one(STARTS) + chance.one(ENDS)
    if not accented:
        return f"{family}, {given} {chance.one(GIVEN)[0]}."
    if chance.happens(0.5):
        return f"{chance.one(LATEX_FAMILIES)}-{family}, {given}"
    return f"{family}, {chance.one(LATEX_GIVEN)}"


def _plain(author: str) -> str:
    """What of a name can stand in a key."""
    family = author.partition(",")[0].replace(r"\ss", "ss")
    letters = re.sub(r"\\[a-zA-Z](?=\{)|[^A-Za-z-]", "", family.split()[-1])
    return letters.casefold().strip("-") or "work"


def _record(chance: Chance, work: Work, whole: Work) -> str:
    lines = [f"  {name} = {value}," for name, value in _fields(chance, work, whole)]
    return "\n".join([f"@{work.kind}{{{work.key},", *lines, "}"])


def _fields(chance: Chance, work: Work, whole: Work) -> Iterator[tuple[str, str]]:
    role = "editor" if work.kind == "book" else "author"
    yield role, "{" + " and ".join(work.authors) + "}"
    yield "title", "{" + _title(chance, work) + "}"
    yield "year", f"{{{work.year}}}" if chance.happens(0.5) else str(work.year)
    yield from _container(chance, work, whole)
    if chance.happens(0.5):
        yield "month", chance.one(MONTHS)
    if chance.happens(0.6):
        yield "doi", f"{{10.5555/{work.key}}}"
    if chance.happens(0.7):
        yield "url", f"{{https://example.org/works/{work.key}}}"
        yield "urldate", "{" + chance.day(2025, 2025) + "}"
    yield "abstract", "{" + " ".join(chance.filled(SENTENCES) for _ in range(4)) + "}"
    yield "keywords", "{" + chance.filled(("{matter}, {thing}",)).lower() + "}"


def _container(chance: Chance, work: Work, whole: Work) -> Iterator[tuple[str, str]]:
    pages = chance.number(1, 300)
    if work.kind == "article":
        yield "journal", chance.skewed(list(JOURNALS))
        yield "volume", f"{{{chance.number(1, 40)}}}"
        yield "number", f"{{{chance.number(1, 4)}}}"
    elif work.kind == "incollection":
        yield "crossref", f"{{{whole.key}}}"
    elif work.kind == "inproceedings":
        yield "booktitle", f"{{Proceedings of the {work.year} Notional Gathering}}"
    elif work.kind == "phdthesis":
        yield "school", "{University of Quencombe}"
    else:
        joined = ' # " and Daughters"' if chance.happens(0.2) else ""
        yield "publisher", chance.skewed(list(PUBLISHERS)) + joined
    if work.kind in ("article", "incollection", "inproceedings"):
        yield "pages", f"{{{pages}--{pages + chance.number(4, 30)}}}"


def _title(chance: Chance, work: Work) -> str:
    """A title that no other work has, since the work's key stands in it."""
    ending = chance.one((r" in {\"U}bersicht", r" pr{\'e}cis", r" --- an {\'e}tude"))
    return f"{chance.filled(TITLES)}{ending * work.accented} ({work.key.upper()})"
