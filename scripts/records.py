"""The records of works from elsewhere: asked for on the web, or handed over as text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from fetch import BY_HAND, NoAnswerError, NothingThereError, fetch

if TYPE_CHECKING:
    from evidence_commons.bring.entry import Entry

CSL_JSON = "application/vnd.citationstyles.csl+json"
DOI_SERVICE = "https://doi.org"
ISBN_SERVICE = "https://openlibrary.org"
MOST_BYTES = 4 * 1024 * 1024
"""So much is read of what is handed over."""

MOST_WORKS = 2_000
RIS = re.compile(r"^\s*TY\s{0,3}-", re.MULTILINE)
BIBTEX = re.compile(r"^\s*@\s*\w+\s*[{(]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for: a work by its DOI or ISBN, and a key for it if they choose one.

    ``service`` is the address to ask in place of the usual one; with ``show``, nothing is written.
    """

    doi: str = ""
    isbn: str = ""
    key: str = ""
    service: str = ""
    show: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The works that were found, and why others were left out."""

    entries: "list[Entry]" = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def asked_for(wanted: Wanted, today: str) -> Found:
    """The work with a DOI or an ISBN, as a service on the web describes it.

    Raises:
        NoAnswerError: no service does.
        NoRecordError: it cannot be one.
    """
    from evidence_commons.bring.entry import NoRecordError
    from evidence_commons.bring.item import doi_in, entry, isbn_in
    from evidence_commons.bring.open_library import PARTED

    if wanted.doi and not doi_in(wanted.doi):
        raise NoRecordError(f'"{wanted.doi}" is not a DOI. One looks like 10.5555/taxi.2023.')
    if wanted.isbn and not isbn_in(wanted.isbn):
        raise NoRecordError(
            f'"{wanted.isbn}" is not an ISBN: its digits do not fit together. Copy it again.'
        )
    try:
        if wanted.doi:
            return Found([entry(_by_doi(wanted), today)])
        book = entry(_by_isbn(wanted), today)
        return Found([replace(book, remarks=(*book.remarks, PARTED))])
    except NoRecordError as problem:
        raise NoAnswerError(f"{problem} {BY_HAND}") from None


def _by_doi(wanted: Wanted) -> "dict[str, object]":
    from evidence_commons.bring.csl_json import read_csl_json
    from evidence_commons.bring.item import doi_in

    doi = doi_in(wanted.doi)
    address = f"{wanted.service.rstrip('/') or DOI_SERVICE}/{quote(doi, safe='/')}"
    try:
        answer = fetch(address, CSL_JSON)
    except NothingThereError:
        raise NoAnswerError(f"No work has the DOI {doi}. See that it is copied right.") from None
    if not answer.lstrip().startswith(("{", "[")):
        raise NoAnswerError(f"Who gave the DOI {doi} gives no record of the work. {BY_HAND}")
    return {"DOI": doi, **read_csl_json(answer)[0]}


def _by_isbn(wanted: Wanted) -> "dict[str, object]":
    from evidence_commons.bring.item import isbn_in
    from evidence_commons.bring.open_library import read_open_library

    isbn = isbn_in(wanted.isbn)
    service = wanted.service.rstrip("/") or ISBN_SERVICE
    asked = f"bibkeys=ISBN:{isbn.replace('-', '')}&format=json&jscmd=data"
    return dict(read_open_library(fetch(f"{service}/api/books?{asked}", "application/json"), isbn))


def handed_over(content: bytes, today: str) -> Found:
    """The works in a text in one of three forms.

    Raises:
        NoRecordError: there is none.
    """
    from evidence_commons.bring.csl_json import read_csl_json
    from evidence_commons.bring.entry import NoRecordError
    from evidence_commons.bring.item import entry
    from evidence_commons.bring.ris import read_ris

    if len(content) > MOST_BYTES:
        raise NoRecordError("This is more than 4 MB. Hand over fewer works at once.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoRecordError("This is not plain text. Save it again as UTF-8.") from None
    if not text.strip():
        raise NoRecordError("Nothing was handed over. Give --doi, --isbn or a saved record.")
    if text.lstrip().startswith(("{", "[")):
        items = read_csl_json(text)
    elif RIS.search(text):
        items = read_ris(text)
    elif BIBTEX.search(text):
        return _from_bibtex(text, today)
    else:
        raise NoRecordError(
            "This is neither RIS, BibTeX nor CSL-JSON. Where you saved it, choose one of these."
        )
    return _found((partial(entry, item, today) for item in items), len(items))


def _found(makers: "Iterable[Callable[[], Entry]]", count: int) -> Found:
    from evidence_commons.bring.entry import NoRecordError

    if count > MOST_WORKS:
        raise NoRecordError(f"These are more than {MOST_WORKS:,} works. Hand over fewer at once.")
    found = Found()
    for make in makers:
        try:
            found.entries.append(make())
        except NoRecordError as problem:
            found.left_out.append(str(problem))
    return found


def _from_bibtex(text: str, today: str) -> Found:
    from evidence_commons.bring.entry import NoRecordError
    from evidence_commons.bring.typed import entry_of
    from evidence_commons.load.bibtex import read_references
    from evidence_commons.load.latex import plain_text
    from evidence_commons.model import faults

    works, found = read_references(text, "")
    broken = (faults.BrokenReference, faults.LostText, faults.SwallowedField, faults.RepeatedField)
    bad = [one for one in found if isinstance(one, (*broken, faults.Unreadable, faults.TooBig))]
    if bad or not works:
        where = f"Line {bad[0].location.line} of it" if bad else "It"
        raise NoRecordError(
            f"{where} cannot be read, so nothing was added. Put the record into references.bib by "
            "hand, and run: python3 scripts/check.py references.bib. It tells what to mend."
        )
    return _found((partial(entry_of, work, today, plain_text) for work in works), len(works))
