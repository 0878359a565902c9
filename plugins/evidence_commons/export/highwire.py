"""Meta tags that tell Zotero, and others that read Highwire tags, which work a page describes."""

from collections.abc import Iterator, Mapping

from evidence_commons.export.item_words import family, is_body, iso, page_ends, people, words
from evidence_commons.export.zotero_types import item_type
from evidence_commons.model.item import Item

NO_BREAK = "\N{NO-BREAK SPACE}"
CONTAINERS = {
    "article-journal": "citation_journal_title",
    "review": "citation_journal_title",
    "chapter": "citation_book_title",
    "paper-conference": "citation_conference_title",
}
"""Each of these tags says of itself what kind of work it is, and no other kind may have it."""

PUBLISHERS = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
TAGS = (
    ("citation_journal_abbrev", "container-title-short"),
    ("citation_volume", "volume"),
    ("citation_issue", "issue"),
    ("citation_series_title", "collection-title"),
    ("citation_language", "language"),
    ("citation_doi", "DOI"),
    ("citation_isbn", "ISBN"),
    ("citation_issn", "ISSN"),
    ("citation_pmid", "PMID"),
    ("citation_public_url", "URL"),
    ("citation_abstract", "abstract"),
)


def meta_tags(item: Item) -> tuple[tuple[str, str], ...]:
    """Names and contents of the tags, in their order; contents are plain text, not escaped.

    A page that has them needs no COinS: Zotero would take that instead, and it says less.
    """
    return tuple((name, content) for name, content in _tags(item) if content)


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    made = item["type"]
    # Zotero's own tag settles the kind where none of the others does: for a web page, a film.
    yield "z:itemType", item_type(made)
    yield CONTAINERS.get(made, "prism.publicationName"), words(item, "container-title")
    if made in PUBLISHERS:
        yield PUBLISHERS[made], words(item, "publisher")
        yield "citation_technical_report_number", words(item, "number") * (made == "report")
    else:
        yield "citation_publisher", words(item, "publisher")
    yield "citation_title", words(item, "title")
    for role in ("author", "editor"):
        for person in people(item, role):
            yield f"citation_{role}", _name(person)
    yield "citation_date", iso(item.get("issued")).replace("-", "/")
    first, last = page_ends(item)
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    for name, variable in TAGS:
        yield name, words(item, variable)
    for keyword in words(item, "keyword").replace(";", ",").split(","):
        yield "citation_keywords", keyword.strip()


def _name(person: Mapping[str, str]) -> str:
    """``Mol, Jan``, so that Zotero does not guess where the name parts.

    It takes a comma between two pairs of words for one between two authors, and without a comma
    the last word of a body for a family name.
    """
    name = family(person).replace(";", " ")
    if is_body(person):
        name = " ".join(name.replace(",", " ").split())
        return f"{name}," if " " in name else name
    name, given = " ".join(filter(None, (name, person.get("suffix", "")))), person["given"]
    return f"{name}, {given.replace(' ', NO_BREAK) if ' ' in name else given}"
