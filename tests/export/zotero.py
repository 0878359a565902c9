"""What Zotero would take from a page, after the rules that its translators publish.

Only the rules that decide over our tags are here, in our own words.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

KINDS_BY_TAG = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS_BY_TAG = {
    "citation_title": "title",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "prism.publicationName": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_conference_title": "conferenceName",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_series_title": "series",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_isbn": "ISBN",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}


def from_tags(tags: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The item that Zotero makes of meta tags."""
    tags = list(tags)
    sure, guess = "", ""
    for name, _ in tags:
        sure = KINDS_BY_TAG.get(name, sure)
        if name in ("citation_title", "citation_series_title"):
            guess = guess or "journalArticle"
        elif name == "citation_isbn":
            guess = "book"
    told = next((content for name, content in tags if name == "z:itemType"), "")
    item: dict[str, Any] = {"itemType": sure or told or guess}
    for name, content in tags:
        if name in FIELDS_BY_TAG:
            item.setdefault(FIELDS_BY_TAG[name], content)
    for role in ("author", "editor"):
        typed = [content for name, content in tags if name == f"citation_{role}"]
        item[role] = [_creator(one) for name in typed for one in _parted(name, len(typed) == 1)]
    pages = [
        content for name, content in tags if name in ("citation_firstpage", "citation_lastpage")
    ]
    return {**item, "pages": "-".join(pages)}


def _parted(typed: str, alone: bool) -> list[str]:
    """Semicolons part creators, and a comma does between two pairs of words."""
    creators = re.split(r"\s*;\s*", typed)
    by_comma = re.split(r"\s*,\s*", typed)
    if len(creators) == 1 and alone and len(by_comma) > 1:
        return by_comma if " " in by_comma[0] and " " in by_comma[1] else creators
    return creators


def _creator(typed: str) -> tuple[str, str]:
    """Family and given name."""
    comma, typed = "," in typed, re.sub(r"[\s.,/:\[\]]+$", "", typed)
    if comma:
        family, _, given = typed.partition(",")
        return family, given.partition(",")[0].strip().replace("\u00a0", " ")
    given, _, family = typed.rpartition(" ")
    return family, given


def from_coins(title: str) -> dict[str, Any]:
    """The item that Zotero makes of COinS."""
    pairs = [(part.split("=")[0], unquote(part.split("=")[1])) for part in title.split("&")]
    found = dict(reversed(pairs))
    item: dict[str, Any] = {"itemType": _coins_kind(found)}
    inside = item["itemType"] in ("journalArticle", "bookSection", "conferencePaper")
    for key, value in pairs:
        if key in ("rft.atitle", "rft.btitle", "rft.jtitle", "rft.title"):
            item["title" if key == "rft.atitle" or not inside else "publicationTitle"] = value
        elif key == "rft.source":
            item["publicationTitle"] = value
        elif key == "rft_id":
            address = value.startswith("http")
            item["url" if address else "DOI"] = (
                value if address else value.removeprefix("info:doi/")
            )
    for field in ("date", "volume", "issue", "pages", "inst", "pub", "isbn", "issn", "degree"):
        if f"rft.{field}" in found:
            item[field] = found[f"rft.{field}"]
    first = found.get("rft.aulast") or found.get("rft.aucorp")
    authors = [(first, found.get("rft.aufirst", ""))] if first else []
    return {**item, "author": authors + [_creator(v) for k, v in pairs if k == "rft.au"]}


def _coins_kind(found: dict[str, str]) -> str:
    made = found["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    if made == "book":
        by_genre = {
            "bookitem": "bookSection",
            "proceeding": "conferencePaper",
            "conference": "conferencePaper",
            "report": "report",
            "document": "document",
        }
        return by_genre.get(found.get("rft.genre", ""), "book")
    if made == "dc":
        return found.get("rft.type", "webpage")
    return {"journal": "journalArticle", "dissertation": "thesis", "patent": "patent"}[made]
