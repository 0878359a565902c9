"""Works as BibTeX: their records as typed, each made to stand alone."""

import re
from collections.abc import Iterable

from evidence_commons.model.item import Item, plain
from evidence_commons.model.reference import Reference

PARENTS = ("crossref", "xdata")
MONTH_WORD = re.compile(r"\bmonth\s*=\s*[a-z]{3}\s*[,}\n)]", re.IGNORECASE)
NAME = re.compile(r"[\w:.+/-]+")
BRACE = re.compile(r"(?<!\\)[{}]")
ESCAPES = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "\\": "\\textbackslash{}",
    }
)


def bibtex(works: Iterable[Reference]) -> str:
    """The file that holds these works, in this order."""
    return "".join(f"{standing_alone(work)}\n\n" for work in works).removesuffix("\n")


def standing_alone(work: Reference) -> str:
    """The record as typed; anew, with the same fields, if it needs others of the library.

    It does if a word stands for other words (``@string``), or if it takes fields over from
    another record.
    """
    fields = {name: str(value) for name, value in work.fields.items()}
    alone = not any(name in fields for name in PARENTS)
    if alone and all(_stands_in(work.bibtex, name, value) for name, value in fields.items()):
        return work.bibtex
    if not all(NAME.fullmatch(name) and _closable(value) for name, value in fields.items()):
        return work.bibtex  # a broken record, which only its author can mend
    return _record(work.kind, str(work.key), fields)


def entry_bibtex(item: Item) -> str:
    """The record of a page of this site."""
    day = "-".join(f"{part:02}" for part in _day(item, "issued"))
    said = {
        "author": f"{{{_escaped(item['author'][0]['literal'])}}}",
        "title": _escaped(plain(item["title"])),
        "year": day[:4],
        "date": day,
        "url": item["URL"],
        "urldate": "-".join(f"{part:02}" for part in _day(item, "accessed")),
    }
    return _record("misc", item["id"], {name: value for name, value in said.items() if value})


def _stands_in(record: str, name: str, value: str) -> bool:
    """Whether a value stands in the record itself, letter by letter."""
    if f"{{{value}}}" in record or f'"{value}"' in record:
        return True
    if name == "month" and MONTH_WORD.search(record):
        return True  # BibTeX knows the words for months by itself
    return value.isdecimal() and value in record


def _closable(value: str) -> bool:
    """Whether braces around a value would end where it ends."""
    depth = 0
    for brace in BRACE.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not value.endswith("\\")


def _record(kind: str, key: str, fields: dict[str, str]) -> str:
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if name not in PARENTS)
    return "\n".join((f"@{kind}{{{key},", *lines, "}"))


def _escaped(text: str) -> str:
    return text.translate(ESCAPES)


def _day(item: Item, name: str) -> list[int]:
    parts: list[int] = item.get(name, {}).get("date-parts", [[]])[0]
    return parts
