"""What a record does not say, and readers of a bibliography want to know."""

from collections.abc import Iterator

from evidence_commons.model.reference import Reference

WHAT = {
    "author": "who wrote it, as in: Wren, Ada and Finch, Tobias",
    "year": "the year in which it came out",
    "journaltitle": "the journal or the paper in which it stands",
    "booktitle": "the book in which it stands",
    "publisher": "who published it",
    "institution": "the body that published it",
    "pages": "its first and its last page",
    "doi": "its DOI, or else its web address in url",
    "url": "its web address, and in urldate the day on which you read it",
    "urldate": "the day on which you read it, as in: 2026-11-22",
}
"""The fields, and what they tell."""

BY_KIND = {
    "article": ("journaltitle", "pages", "doi"),
    "book": ("publisher",),
    "incollection": ("booktitle", "publisher", "pages"),
    "inproceedings": ("booktitle", "pages"),
    "report": ("institution", "url"),
    "thesis": ("institution", "url"),
    "online": ("url",),
    "dataset": ("publisher", "url"),
    "software": ("url",),
    "misc": ("url",),
}


def missing(work: Reference) -> Iterator[tuple[str, str]]:
    """The fields that are not there, and what each of them would tell."""
    for name in ("author", "year", *BY_KIND.get(work.kind, ())):
        if not _has(work, name):
            yield name, WHAT[name]
    if work.url and not (work.accessed or work.doi):
        yield "urldate", WHAT["urldate"]


def _has(work: Reference, name: str) -> bool:
    if name == "author":
        return bool(work.authors or work.editors)
    if name in ("url", "doi"):
        return bool(work.doi or work.url)
    if name in ("publisher", "institution"):
        return bool(work.publisher)
    if name in ("journaltitle", "booktitle"):
        return bool(work.container)
    return bool(work.year if name == "year" else work.pages)
