"""What Open Library says of a book to CSL-JSON."""

from typing import Any

from evidence_commons.bring.csl_json import read_csl_json
from evidence_commons.bring.dates import date_in
from evidence_commons.bring.entry import Item, NoRecordError
from evidence_commons.bring.people import in_parts
from evidence_commons.bring.words import plain

PARTED = "The names came in one piece each. See that the family name is the right part of it."


def read_open_library(text: str, isbn: str) -> Item:
    """The book with this ISBN.

    Raises:
        NoRecordError: the answer holds no book.
    """
    answer = read_csl_json(text)[0]
    book = next((one for one in answer.values() if isinstance(one, dict)), None)
    if book is None:
        raise NoRecordError(
            f"Open Library does not know the ISBN {isbn}. See that its digits are right. If they "
            "are, write the record by hand, from the title page of the book."
        )
    parts = filter(None, (plain(book.get("title")), plain(book.get("subtitle"))))
    return {
        "type": "book",
        "title": ": ".join(parts),
        "author": [in_parts(name) for name in _names(book, "authors")],
        "publisher": next(iter(_names(book, "publishers")), ""),
        "publisher-place": next(iter(_names(book, "publish_places")), ""),
        # Of a book, nobody cites the day.
        "issued": {"raw": date_in(plain(book.get("publish_date")))[:4]},
        "ISBN": isbn,
    }


def _names(book: dict[str, Any], part: str) -> list[str]:
    every = book.get(part)
    named = every if isinstance(every, list) else []
    return [name for one in named if isinstance(one, dict) and (name := plain(one.get("name")))]
