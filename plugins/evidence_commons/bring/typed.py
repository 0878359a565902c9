"""A record of BibTeX, as others type it, to an entry in the manner of the library."""

import re
from collections.abc import Callable, Iterator, Mapping

from evidence_commons.bring.entry import Entry, NoRecordError
from evidence_commons.bring.item import doi_in, isbn_in, typed_date, typed_pages
from evidence_commons.bring.words import LONGEST_TYPED, cleaned, escaped
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

Decode = Callable[[str], str]
"""Gives LaTeX as plain text."""

KINDS = {
    "techreport": ("report", ""),
    "phdthesis": ("thesis", "PhD thesis"),
    "mastersthesis": ("thesis", "Master’s thesis"),
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
}
"""Kinds of BibTeX, what they are here, and the ``type`` that says the rest."""

NAMES = {"journal": "journaltitle", "address": "location", "school": "institution"}
OF_PROGRAMS = frozenset(
    (
        *("file", "pdf", "ps", "timestamp", "owner", "groups", "comment", "annote", "annotation"),
        *("abstract", "keywords", "keyword", "crossref", "xdata", "ids", "library", "contents"),
        *("date-added", "date-modified", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "biburl"),
        *("bibsource", "options", "related", "entryset", "execute", "month", "day", "year", "date"),
    )
)
"""Fields that say nothing of the work to readers here, or that are put otherwise."""

AS_THEY_ARE = frozenset(("eprint", "issn", "urldate"))
_ACCENT = (
    r"\\(?:[`'^~\"=.]|[cvHkrudb](?![A-Za-z]))\s*"
    r"(?:\{\s*(?:\\[ij]|[^\W\d_])\s*\}|\\[ij](?![A-Za-z])|[^\W\d_])"
)
_LETTER = r"\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlL])(?![A-Za-z])"
ACCENTS = re.compile(rf"\{{(?:{_ACCENT}|{_LETTER})\}}|{_ACCENT}|{_LETTER}(?:\{{\}}|\s+)?")
BRACE = re.compile(r"(?<!\\)[{}]")


def entry_of(work: Reference, today: str, decode: Decode) -> Entry:
    """The work as an entry, with all that its record says of it.

    Args:
        work: the work, as it was read.
        today: the day on which the address of a web page counts as looked at.
        decode: gives LaTeX as plain text.

    Raises:
        NoRecordError: it has no title.
    """
    if not work.title:
        raise NoRecordError(f'The record "{work.key}" has no title. Add it, and try once more.')
    kind, thesis = KINDS.get(work.kind, (work.kind, ""))
    fields = {"type": thesis} if thesis else {}
    for name, text in work.fields.items():
        if name not in OF_PROGRAMS:
            fields[NAMES.get(name, name)] = _typed(name, text, decode)
    if "institution" not in fields and kind == "thesis":
        fields["institution"] = fields.pop("publisher", "")
    fields |= {**_date(work), "isbn": isbn_in(work.isbn), **_address(work)}
    if "http" in fields.get("howpublished", ""):
        del fields["howpublished"]
    if fields["url"] and not fields["doi"]:
        fields["urldate"] = fields.get("urldate") or today
    remarks = tuple(_lost(work, fields))
    return Entry(kind, {name: text for name, text in fields.items() if text}, remarks)


def _lost(work: Reference, fields: Mapping[str, str]) -> Iterator[str]:
    """What is in the record and could not be taken over."""
    for name, text in work.fields.items():
        kept = name in OF_PROGRAMS or fields.get(NAMES.get(name, name))
        said_by_doi = name == "url" and fields["doi"]
        if text.strip() and not (kept or said_by_doi or name == "howpublished"):
            yield f"What it says under {name} cannot be right, so it was left out."


def _typed(name: str, text: str, decode: Decode) -> str:
    """A value on one line, with letters for accents. Braces that keep capitals stay."""
    if name in AS_THEY_ARE:
        return cleaned(text) if _closes(text) else ""
    shown = cleaned(ACCENTS.sub(lambda accent: decode(accent[0]), text))
    if name == "pages":
        shown = typed_pages(shown)
    if len(shown) <= LONGEST_TYPED and _closes(shown):
        return shown
    plain = escaped(cleaned(decode(text)))
    return plain if len(plain) <= LONGEST_TYPED else ""


def _closes(text: str) -> bool:
    """Whether the text can stand in braces, and they end where it ends."""
    depth = 0
    for brace in BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not text.endswith("\\")


def _address(work: Reference) -> dict[str, str]:
    """Its DOI and its address, as they were read. An address that is the DOI says nothing more."""
    doi, url = doi_in(work.doi), work.url or ""
    return {"doi": doi, "url": "" if doi and "doi.org/" in url else str(url)}


def _date(work: Reference) -> dict[str, str]:
    """Its date; with the month, if that was typed beside the year."""
    date, month = work.year or "", cleaned(work.fields.get("month", ""))[:3].casefold()
    months = [name[:3].casefold() for name in Date.MONTHS]
    if len(date) == 4 and month in months:
        date = f"{date}-{months.index(month) + 1:02}"
    return typed_date(date)
