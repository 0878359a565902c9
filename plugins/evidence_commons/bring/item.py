"""A work as CSL-JSON describes it to an entry of the library."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from evidence_commons.bring.dates import date_of
from evidence_commons.bring.entry import Entry, Item, NoRecordError
from evidence_commons.bring.people import MOST, bodies, typed_names
from evidence_commons.bring.words import cleaned, plain, said, shouts, typed, typed_title
from evidence_commons.model.text import Text, Url

KINDS = {
    **dict.fromkeys(("article-journal", "journal-article", "article-magazine"), "article"),
    **dict.fromkeys(("article-newspaper", "review", "review-book", "peer-review"), "article"),
    **dict.fromkeys(("book", "monograph", "edited-book", "reference-book"), "book"),
    **dict.fromkeys(("chapter", "book-chapter", "book-section", "book-part"), "incollection"),
    **dict.fromkeys(("entry-encyclopedia", "entry-dictionary"), "incollection"),
    **dict.fromkeys(("reference-entry", "entry"), "incollection"),
    **dict.fromkeys(("paper-conference", "proceedings-article"), "inproceedings"),
    **dict.fromkeys(("thesis", "dissertation"), "thesis"),
    **dict.fromkeys(("webpage", "post", "post-weblog", "article", "posted-content"), "online"),
    "report": "report",
    "dataset": "dataset",
    "software": "software",
    "manuscript": "unpublished",
    "legislation": "legislation",
    "bill": "legislation",
}
"""What the types of CSL and of Crossref are here. All others are ``misc``."""

PARTS = ("incollection", "inproceedings")
HOUSES = {"report": "institution", "thesis": "institution"}
DATES = ("issued", "published", "published-print", "published-online")
DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s{}\\]+|10/[a-z0-9]+", re.IGNORECASE)
DOI_FRONT = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
PAGE_WORD = re.compile(r"(?:pp?\.|pages?)\s*(?=[0-9])", re.IGNORECASE)
VOLUME = re.compile(r"vol(?:ume|\.)?\s*(?=[0-9])", re.IGNORECASE)
PAGES = re.compile(r"(?<![\w-])([A-Za-z]?[0-9]+)\s*-\s*([A-Za-z]?[0-9]+)(?![\w-])")
EDITION = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)?\.?\s*(?:edition|edn|ed)?\.?", re.IGNORECASE)
LONGEST = 500
"""No DOI and no address is longer."""

PEOPLE = ("author", "editor", "translator")
TEXTS = ("container-title", "publisher", "publisher-place", "collection-title", "edition")
PREPRINTS = ("article", "posted-content")


def entry(item: Item, today: str) -> Entry:
    """The record of a work.

    Args:
        item: the work. Parts of it that are not as they should be are left out.
        today: the day on which the address of a web page counts as looked at.

    Raises:
        NoRecordError: it has no title.
    """
    kind = KINDS.get(said(item.get("type")), "misc")
    title = _title(item)
    if not title:
        long = "Its title is far too long." if said(item.get("title")) else "It has no title."
        raise NoRecordError(f"This record cannot be added. {long} Write the record by hand.")
    container = "booktitle" if kind in PARTS else "journaltitle"
    fields = {
        "author": typed_names(item.get("author")),
        "editor": typed_names(item.get("editor")),
        "translator": typed_names(item.get("translator")),
        "title": title,
        "type": typed(item.get("genre")) if kind in ("thesis", "report") else "",
        container: typed(item.get("container-title")) if kind != "book" else "",
        "eventtitle": typed(item.get("event-title") or item.get("event")),
        "series": typed(item.get("collection-title")),
        "volume": VOLUME.sub("", typed(item.get("volume"))),
        "number": typed(item.get("issue") or item.get("number")),
        "pages": typed_pages(typed(item.get("page"))),
        **_publisher(item, kind),
        "edition": _edition(item),
        **typed_date(date_of(item, *DATES)),
        "version": typed(item.get("version")),
        "isbn": isbn_in(item.get("ISBN")),
        **_address(item, kind, today),
    }
    return Entry(kind, {name: text for name, text in fields.items() if text}, tuple(_doubts(item)))


def typed_date(date: str) -> dict[str, str]:
    """The field of a date: the library has ``year`` where no more is known."""
    return {"date" if "-" in date else "year": date} if date else {}


def doi_in(value: object) -> str:
    """The DOI in a value, without what people write before one; "" if there is none."""
    text = cleaned(said(value)[: 2 * LONGEST])
    if front := DOI_FRONT.match(text):
        # In an address, signs of it stand as numbers.
        text = unquote(text[front.end() :]) if "/" in front[0] else text[front.end() :]
    doi = cleaned(text).rstrip(".,; ")
    return doi if len(doi) <= LONGEST and DOI.fullmatch(doi) else ""


def isbn_in(value: object) -> str:
    """The first ISBN in a value that adds up, as 13 digits with hyphens; "" if none does."""
    from stdnum import isbn  # noqa: PLC0415 - only for books

    every = value if isinstance(value, list) else [value]
    words = " ".join(said(one)[:LONGEST] for one in every[:10])
    for found in re.findall(r"[0-9](?:[0-9 -]{8,20})[0-9Xx]", words):
        for one in (found, *found.split()):
            if isbn.is_valid(one):
                return str(isbn.format(isbn.to_isbn13(one)))
    return ""


def typed_pages(pages: str) -> str:
    """Pages without the word for them, and with the dash that belongs between two numbers."""
    return PAGES.sub("\\1\u2013\\2", PAGE_WORD.sub("", pages))


def _title(item: Item) -> str:
    """The title and the subtitle, without the full stop that lists of works put behind them."""
    title, second = (typed_title(item.get(name)) for name in ("title", "subtitle"))
    told = plain(item.get("title")).casefold()
    if title and second and plain(item.get("subtitle")).casefold() not in told:
        title = f"{title.removesuffix(':').rstrip()}: {second}"
    return re.sub(r"(?<=[^\W\d_]{5})\.$", "", title)


def _edition(item: Item) -> str:
    edition = typed(item.get("edition"))
    number = EDITION.fullmatch(edition)
    return number[1] if number else edition


def _publisher(item: Item, kind: str) -> dict[str, str]:
    """Who published it. Of an article nobody needs to know."""
    if kind == "article":
        return {}
    house = HOUSES.get(kind, "publisher")
    place = typed(item.get("publisher-place")) or typed(item.get("event-place"))
    return {house: typed(item.get("publisher")), "location": place}


def _address(item: Item, kind: str, today: str) -> dict[str, str]:
    """Where it can be read: by its DOI, or else at an address, with the day of the visit."""
    link = said(item.get("URL"))
    doi = doi_in(item.get("DOI")) or (doi_in(link) if DOI_FRONT.match(link) else "")
    if doi:
        return {"doi": doi}
    url = _url(link)
    seen = date_of(item, "accessed") or today
    return {"url": url, "urldate": seen} if url else {}


def _url(link: str) -> str:
    try:
        return str(Url.read(Text(cleaned(link)))) if len(link) <= LONGEST else ""
    except ValueError:
        return ""


def _doubts(item: Item) -> Iterator[str]:
    """What a person should look at, since no program can know it."""
    if shouts(plain(item.get("title"))):
        yield "The title is all in capitals. Type it as in a sentence."
    if any(name.isupper() and len(name) > 2 for name in _families(item)):
        yield "Names are all in capitals. Type them as the people write them."
    for name in (body for people in PEOPLE for body in bodies(item.get(people))):
        yield f'"{name}" was taken for the name of a body. A person is typed as: Wren, Ada.'
    if said(item.get("type")) in PREPRINTS:
        yield "This may be a first version. If the work was published since, cite that."
    if said(item.get("URL")) and not _address(item, "", ""):
        yield "Its web address cannot be right, so it was left out."
    if said(item.get("DOI")) and not doi_in(item.get("DOI")):
        yield "Its DOI cannot be right, so it was left out."
    is_book = KINDS.get(said(item.get("type"))) == "book"
    if is_book and said(item.get("ISBN")) and not isbn_in(item.get("ISBN")):
        yield "Its ISBN cannot be right, so it was left out."
    if any(isinstance(names, list) and len(names) > MOST for names in map(item.get, PEOPLE)):
        yield f"It has more than {MOST} names. The first of them were written."
    for name in TEXTS:
        if said(item.get(name)) and not typed(item.get(name)):
            yield f"What it says under {name} is far too long, so it was left out."


def _families(item: Item) -> Iterator[str]:
    every = item.get("author")
    for one in every if isinstance(every, list) else ():
        if isinstance(one, dict):
            yield plain(one.get("family"))
