"""Letters of other scripts that look like Latin ones: the nearest of Unicode's confusables.

Of those in UTS 39, only those that nobody can tell apart in common fonts: Greek letters that
stand for something of their own, as in formulas, are not among them.
"""

import unicodedata

from evidence_commons.check.hidden import HIDDEN
from evidence_commons.model.pattern import pattern

_CYRILLIC = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501"
        "\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422"
        "\u0423\u0425\u0406\u0408\u0405\u050c\u051a\u051c",
        "aeopcyxijshdqwABEKMHOPCTYXIJSGQW",
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "\u03bf\u03f2\u03f3\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d"
        "\u039f\u03a1\u03a4\u03a5\u03a7\u03f9",
        "ocjABEZHIKMNOPTYXC",
        strict=True,
    )
)
_LATIN = str.maketrans(_CYRILLIC | _GREEK)
_SIGNS = "".join((*_CYRILLIC, *_GREEK))

MAYBE = pattern(f"[{_SIGNS}]")
_WORD = pattern(r"[^\W_]+")
_OTHER = pattern("[\u0370-\u03ff\u0400-\u052f]")
_OURS = pattern("[A-Za-z\u00c0-\u024f]")


def in_latin(word: str) -> str:
    """The word in Latin letters alone, if it is Latin but for letters that look so; or ""."""
    if not _OURS.search(word) or not MAYBE.search(word):
        return ""
    latin = word.translate(_LATIN)
    return "" if _OTHER.search(latin) else latin


def looks_latin(word: str) -> bool:
    """Whether a word is of another script, and every letter in it looks like a Latin one."""
    return bool(MAYBE.search(word)) and not _OTHER.search(word.translate(_LATIN))


def in_plain_letters(name: str) -> str:
    """A name without hidden signs and accents, in Latin letters where it only looks Latin."""
    shown = HIDDEN.sub("", name).translate(_LATIN)
    return "".join(sign for sign in unicodedata.normalize("NFKD", shown) if sign < "\u0300")


def mixed_words(text: str) -> list[tuple[int, int, str]]:
    """The start, the end and the Latin reading of each word of mixed letters."""
    found: list[tuple[int, int, str]] = []
    done = 0
    for sign in MAYBE.finditer(text):
        if sign.start() < done:
            continue
        start = sign.start()
        while start > done and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        done = word.end() if word else sign.end()
        if word and (latin := in_latin(word[0])):
            found.append((start, done, latin))
    return found
