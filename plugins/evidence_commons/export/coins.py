"""COinS: works in the ``title`` of an empty ``span``, by which Zotero finds them in a list.

Keys and formats are those of OpenURL (Z39.88-2004), as Zotero reads them.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from evidence_commons.export.item_words import family, iso, page_ends, people, words
from evidence_commons.export.zotero_types import item_type
from evidence_commons.model.item import Item

FORMATS = {
    "article-journal": ("journal", "article"),
    "review": ("journal", "article"),
    "book": ("book", "book"),
    "pamphlet": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "paper-conference": ("book", "proceeding"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
    "patent": ("patent", ""),
}
TITLES = {
    "article": ("rft.atitle", "rft.jtitle"),
    "bookitem": ("rft.atitle", "rft.btitle"),
    "proceeding": ("rft.atitle", "rft.btitle"),
    "book": ("rft.btitle", ""),
    "report": ("rft.btitle", ""),
    "": ("rft.title", "rft.source"),
}
"""The keys for the title of the work and of what it stands in, by genre."""

PUBLISHERS = {"dissertation": "rft.inst", "patent": "rft.assignee"}
TEXTS = (
    ("rft.stitle", "container-title-short"),
    ("rft.volume", "volume"),
    ("rft.issue", "issue"),
    ("rft.edition", "edition"),
    ("rft.series", "collection-title"),
    ("rft.place", "publisher-place"),
    ("rft.tpages", "number-of-pages"),
    ("rft.isbn", "ISBN"),
    ("rft.issn", "ISSN"),
    ("rft.language", "language"),
)
LONGEST = 1_000
"""A list of works holds one of these for each; nobody reads a longer title."""


def coins(item: Item) -> str:
    """The value of the ``title`` of ``<span class="Z3988">``, not yet escaped for HTML."""
    pairs = (("ctx_ver", "Z39.88-2004"), *_pairs(item))
    return "&".join(f"{key}={quote(said[:LONGEST], safe='')}" for key, said in pairs if said)


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    made, genre = FORMATS.get(item["type"], ("dc", ""))
    title, container = TITLES[genre]
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{made}"
    yield "rft.genre", genre
    yield "rft.type", item_type(item["type"]) if made == "dc" else ""
    yield title, words(item, "title")
    yield container, words(item, "container-title") if container else ""
    yield from _authors(people(item, "author"), "inventor" if made == "patent" else "au")
    yield "rft.date", iso(item.get("issued"))
    yield PUBLISHERS.get(made, "rft.pub"), words(item, "publisher")
    yield "rft.degree", words(item, "genre") if made == "dissertation" else ""
    yield "rft.number", words(item, "number") if made == "patent" else ""
    for key, variable in TEXTS:
        yield key, words(item, variable)
    first, last = page_ends(item)
    yield "rft.pages", words(item, "page")
    yield "rft.spage", first
    yield "rft.epage", last
    yield "rft_id", f"info:doi/{item['DOI']}" if item.get("DOI") else ""
    yield "rft_id", words(item, "URL")


def _authors(authors: list[Mapping[str, str]], key: str) -> Iterator[tuple[str, str]]:
    """The first in parts, as OpenURL wants it; a comma keeps the others from being parted anew."""
    last, first = (
        ("rft.invlast", "rft.invfirst") if key == "inventor" else ("rft.aulast", "rft.aufirst")
    )
    for place, author in enumerate(authors):
        given, name = author.get("given", ""), family(author)
        if place:
            yield f"rft.{key}", f"{' '.join(name.replace(',', ' ').split())}, {given}"
        elif "literal" in author and key == "au":
            yield "rft.aucorp", name
        else:
            yield last, name
            yield first, given
