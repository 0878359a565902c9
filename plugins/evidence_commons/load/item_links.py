"""Where a work stands: addresses, DOI and other identifiers, never read as LaTeX."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from evidence_commons.load.latex import plain_text

WEB = re.compile(r"(?:https?|ftp)://[^\s<>\"{}|\\^`\x00-\x20\x7f]+", re.IGNORECASE)
IN_PROSE = re.compile(rf"\\url\s*\{{([^{{}}]*)\}}|{WEB.pattern}", re.IGNORECASE)
ADDRESS_SIGN = "\ue010"
TAIL = re.compile(r"[.,;:!?'\u2019\u201d]+$")
BROKEN_LINE = re.compile(r"[ \t]*\n[ \t]*")
ESCAPES = (
    (re.compile(r"\{?\\([%_&#~$])(?:\{\})?\}?"), r"\1"),
    (re.compile(r"\{?\\(?:textasciitilde|sim)\b\s*(?:\{\})?\}?|\$\\sim\$"), "~"),
    (re.compile(r"\{?\\(?:textunderscore|_)\b\s*(?:\{\})?\}?"), "_"),
)
DOI_ADDRESS = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)
ARXIV = re.compile(r"(?:arxiv:)?\s*(\S+)", re.IGNORECASE)
ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
}
ARCHIVE_NAMES = {"arxiv": "arXiv", "jstor": "JSTOR", "pubmed": "PubMed"}
SAYS_LITTLE = re.compile(
    r"(?:available|online|url|see|from|at|accessible|link|website|web|page|[\W\d_])*",
    re.IGNORECASE,
)
LONGEST_ADDRESS = 2_000


class Links:
    """What the fields of one record say about where it stands. ``doi`` is its checked DOI."""

    def __init__(self, typed: Callable[[str], str], doi: str) -> None:
        self._typed = typed
        self._archive = _sign(typed("eprinttype") or typed("archiveprefix")).lower()
        self._note = _addresses(typed("note"))
        own = _addresses(typed("url")) or _addresses(typed("howpublished"))
        self._url = next(iter(own or self._note), "")
        in_address = DOI_ADDRESS.fullmatch(self._url)
        whole = unquote if "doi.org/" in typed("doi").lower() else str
        self._doi = whole(doi) or (unquote(in_address[1]) if in_address else "")
        if in_address and unquote(in_address[1]).lower() == self._doi.lower():
            self._url = ""

    @property
    def note_says_more(self) -> bool:
        """Whether the note is more than the address of the work."""
        if self._url not in self._note:
            return True
        rest = prose(self._typed("note"))
        for address in self._note:
            rest = rest.replace(address, "")
        return not SAYS_LITTLE.fullmatch(rest)

    def variables(self, made: str) -> Iterator[tuple[str, str]]:
        """The variables for a work of a type of CSL."""
        yield "DOI", self._doi
        yield "URL", self._url or self._archived()
        for name in ("isbn", "issn"):
            yield name.upper(), " ".join(_sign(self._typed(name)).split())
        eprint = _sign(self._typed("eprint"))
        pmid = _sign(self._typed("pmid")) or (eprint if self._archive == "pubmed" else "")
        yield "PMID", pmid
        yield "PMCID", _sign(self._typed("pmcid"))
        yield from self._where_kept(made, eprint)
        if not _addresses(self._typed("howpublished")):
            yield "medium", plain_text(self._typed("howpublished"))

    def _archived(self) -> str:
        """The address that follows from the number that an archive gave to the work."""
        number = ARXIV.fullmatch(_sign(self._typed("eprint")))
        if self._doi or not number or self._archive not in ARCHIVES:
            return ""
        return next(iter(_addresses(ARCHIVES[self._archive] + number[1])), "")

    def _where_kept(self, made: str, eprint: str) -> Iterator[tuple[str, str]]:
        """The archive of a preprint is its publisher; other works are kept there as well."""
        name = ARCHIVE_NAMES.get(self._archive, _sign(self._typed("eprinttype")))
        if not eprint or not name or self._archive == "pubmed":
            return
        number = ARXIV.fullmatch(eprint)
        if made == "article":
            yield "publisher", name
            yield "number", f"arXiv:{number[1]}" if name == "arXiv" and number else eprint
        else:
            yield "archive", name
            yield "archive_location", eprint


def prose(typed: str) -> str:
    """Plain text, in which web addresses are not read as LaTeX."""
    if "://" not in typed:
        return plain_text(typed)
    addresses = iter([_unescaped(found[1] or found[0]) for found in IN_PROSE.finditer(typed)])
    words = plain_text(IN_PROSE.sub(ADDRESS_SIGN, typed.replace(ADDRESS_SIGN, "")))
    return re.sub(ADDRESS_SIGN, lambda _: next(addresses, "").strip(), words)


def _sign(typed: str) -> str:
    """A field that is no prose: only escapes and braces around it are taken off."""
    bare = _unescaped(typed).strip()
    while bare.startswith("{") and bare.endswith("}"):
        bare = bare[1:-1].strip()
    return bare


def _unescaped(typed: str) -> str:
    for escaped, sign in ESCAPES:
        typed = escaped.sub(sign, typed) if "\\" in typed else typed
    return typed


def _addresses(typed: str) -> list[str]:
    """The web addresses in a field, without the full stop of the sentence that they end."""
    if "://" not in typed:
        return []
    found = WEB.findall(BROKEN_LINE.sub(" " if typed.count("://") > 1 else "", _unescaped(typed)))
    trimmed = (_trimmed(address) for address in found)
    return [address for address in trimmed if len(address) <= LONGEST_ADDRESS]


def _trimmed(address: str) -> str:
    address = TAIL.sub("", address)
    return address[:-1] if address.endswith(")") and "(" not in address else address
