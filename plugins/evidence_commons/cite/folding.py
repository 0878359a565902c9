"""Words in a form by which they are compared and sorted."""

import re
import unicodedata

_BETWEEN_WORDS, _ACCENTED = "\0", "\1"
"""Signs below all others, so that a word stands before all longer ones, also with accents."""

_TAG = re.compile(r"</?(?:[bi]|su[bp]|span[^<>]*)>")
_WORD = re.compile(r"[^\s,'\N{RIGHT SINGLE QUOTATION MARK}]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def folded(words: str) -> str:
    """Small letters without accents, and no other signs than spaces between words."""
    plain = _plain(_TAG.sub("", words).casefold())
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def sortable(words: str) -> str:
    """A text that sorts as the words do: word by word, small letters alone, accents last."""
    return _BETWEEN_WORDS.join(map(_word, _WORD.findall(_TAG.sub("", words).casefold())))


def _word(word: str) -> str:
    plain = _plain(word)
    low = "".join(sign for sign in plain if sign.isalnum())
    return low if plain == word else f"{low}{_ACCENTED}{word}"


def _plain(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
