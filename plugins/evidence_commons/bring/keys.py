"""The key of a new record: the first author's family name and the year, as ``coldicutt2024``."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from string import ascii_lowercase

from evidence_commons.model.address import slug
from evidence_commons.model.citation import KEY
from evidence_commons.model.reference import Reference

LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)
"""Letters that are not another letter with a sign on it."""

LONGEST = 40
_EMPTY = set("a an and as at by for from how in is of on or the to what who why with".split())


def plain_letters(text: str) -> str:
    """The text in small letters, with no signs on them and no apostrophes."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(sign for sign in bare if sign not in "'’" and not unicodedata.combining(sign))


def is_key(name: str) -> bool:
    """Whether a person may choose this key."""
    return bool(KEY.fullmatch(name)) and len(name) <= LONGEST


def key_of(work: Reference, taken: Collection[str]) -> str:
    """A key by the rule of the house, with ``a``, ``b`` and so on behind it if it is taken.

    Args:
        work: the work.
        taken: the keys of other works, as ``slug`` makes them: each has a page of its own.
    """
    year = (work.year or "")[:4]
    name = _name(work)
    first = f"{name}{year or _word(work.title, name)}"
    return next(key for key in _like(first) if slug(key) not in taken)


def _like(key: str) -> Iterator[str]:
    yield key
    # Behind a year, letters; else numbers, which do not read as a part of a word.
    yield from (f"{key}{letter}" for letter in ascii_lowercase if key[-1].isdigit())
    number = 2
    while True:
        yield f"{key}-{number}"
        number += 1


def _name(work: Reference) -> str:
    """The family name of the first author; of a body, its first word that says something."""
    for name in (*work.authors[:1], *work.editors[:1]):
        if ascii_name := _letters(name.family) if name.given else _word(name.family):
            return ascii_name
    return _word(work.publisher) or _word(work.title) or "work"


def _word(text: str, but: str = "") -> str:
    words = (_letters(word) for word in re.findall(r"[\w’'-]+", text))
    return next((word for word in words if word and word not in (*_EMPTY, but)), "")


def _letters(text: str) -> str:
    return re.sub("[^a-z0-9]", "", plain_letters(text))[:LONGEST]
