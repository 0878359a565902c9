"""Works as schema.org JSON-LD, for search engines and other readers of linked data."""

import json
from collections.abc import Mapping
from typing import Any

from evidence_commons.export.item_words import family, iso, page_ends, people, spoken, words
from evidence_commons.model.item import Item

TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "motion_picture": "Movie",
    "pamphlet": "Book",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareApplication",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
CONTAINERS = {
    **dict.fromkeys(("article-journal", "article-magazine", "review"), "Periodical"),
    "article-newspaper": "Newspaper",
    **dict.fromkeys(("chapter", "paper-conference", "entry-encyclopedia"), "Book"),
    "webpage": "WebSite",
}
PERIODICALS = {"Periodical", "Newspaper"}


def linked_data(item: Item) -> dict[str, Any]:
    """The work as a thing of schema.org, with nothing that it does not say."""
    made = item["type"]
    first, last = page_ends(item)
    said = {
        "@context": "https://schema.org",
        "@type": TYPES.get(made, "CreativeWork"),
        "name": words(item, "title"),
        "author": [_who(person) for person in people(item, "author")],
        "editor": [_who(person) for person in people(item, "editor")],
        "translator": [_who(person) for person in people(item, "translator")],
        "datePublished": iso(item.get("issued")),
        "isPartOf": _container(item),
        "publisher": _body(words(item, "publisher")),
        "pageStart": first,
        "pageEnd": last,
        "bookEdition": words(item, "edition") if TYPES.get(made) == "Book" else "",
        "numberOfPages": words(item, "number-of-pages"),
        "isbn": words(item, "ISBN") if TYPES.get(made) == "Book" else "",
        "reportNumber": words(item, "number") if made == "report" else "",
        "version": words(item, "version"),
        "inLanguage": words(item, "language"),
        "abstract": words(item, "abstract"),
        "keywords": words(item, "keyword"),
        "identifier": _identifier(words(item, "DOI")),
        "sameAs": f"https://doi.org/{words(item, 'DOI')}" if item.get("DOI") else "",
        "url": words(item, "URL"),
    }
    return {key: value for key, value in said.items() if value}


def in_script(data: Mapping[str, Any]) -> str:
    """The data for ``<script type="application/ld+json">``, which no word of it can end."""
    written = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _who(person: Mapping[str, str]) -> dict[str, str]:
    if "literal" in person:
        return _body(person["literal"])
    said = {"name": spoken(person), "familyName": family(person), "givenName": person.get("given")}
    return {"@type": "Person", **{key: value for key, value in said.items() if value}}


def _body(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name} if name else {}


def _container(item: Item) -> dict[str, Any]:
    """The book in which the work stands; the issue of the volume of the journal."""
    name, kind = words(item, "container-title"), CONTAINERS.get(item["type"], "CreativeWork")
    if not name:
        return {}
    said: dict[str, Any] = {"@type": kind, "name": name}
    identifier = {"Book": "ISBN"}.get(kind, "ISSN")
    if number := words(item, identifier):
        said[identifier.lower()] = number
    for part in ("volume", "issue") if kind in PERIODICALS else ():
        if number := words(item, part):
            said = {
                "@type": f"Publication{part.title()}",
                f"{part}Number": number,
                "isPartOf": said,
            }
    return said


def _identifier(doi: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "propertyID": "DOI", "value": doi} if doi else {}
