"""Words as the search knows them. ``words.js`` of the theme does the same to what readers type."""

import re
import unicodedata

import snowballstemmer

LEFT_OUT = tuple(
    """a about after all also an and any are as at be been but by can did do does for from had has
    have he her his how i if in into is it its may more most no not of on one or our out over s she
    so some such than that the their them then there these they this to up was we were what when
    where which who why will with would you your""".split()
)
"""Words that stand on nearly every page and tell none from another."""

_TOKEN = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")  # noqa: RUF001 - as people type them
_HYPHEN = re.compile(r"[\-‐‑]")  # noqa: RUF001
_POSSESSIVE = re.compile(r"['’]s$")
_APOSTROPHE = re.compile(r"['’]")
_PLAIN = re.compile(r"[a-z]{3,}")
_SPELLINGS = (
    # Behind three letters, so that size and hour stay as they are.
    (re.compile(r"(?<=[a-z]{3})iz"), "is"),
    (re.compile(r"(?<=[a-z]{3})our"), "or"),
    (re.compile(r"(?<=[a-z]{3})mme"), "m"),
)
"""British and American spellings made one, though the result be no word at all."""


class _Fold(dict[int, str]):
    """Each sign without its accent, worked out when it first comes."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
        self[code] = bare
        return bare


_FOLD = _Fold()


def folded(text: str) -> str:
    """A text in small letters without accents."""
    return (text if text.isascii() else text.translate(_FOLD)).lower()


def tokens(text: str) -> list[str]:
    """The words of a text as they stand there, in small letters; those with hyphens whole."""
    return _TOKEN.findall(folded(text))


def forms(token: str) -> tuple[str, ...]:
    """The words in a token: ``co-op`` is also ``co``, ``op`` and ``coop``."""
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", token))
    parts = [part for part in _HYPHEN.split(bare) if part]
    return tuple(dict.fromkeys((*parts, "".join(parts))))


class Stems(dict[str, tuple[str, ...]]):
    """The stems of each token, worked out when it first comes: ``stems["gardens"]``.

    Words that are left out have none.
    """

    def __init__(self) -> None:
        super().__init__()
        # Of the package's own Python, whatever faster ones are installed: all give the same.
        self._stem = snowballstemmer.stemmer("english").stemWord

    def __missing__(self, token: str) -> tuple[str, ...]:
        stems = tuple(dict.fromkeys(self.stem(form) for form in forms(token) if form not in _OUT))
        self[token] = stems
        return stems

    def of(self, text: str) -> list[str]:
        """The stems of a text, in order."""
        return [stem for token in tokens(text) for stem in self[token]]

    def stem(self, form: str) -> str:
        """The stem of one word, in one spelling."""
        for spelt, instead in _SPELLINGS:
            form = spelt.sub(instead, form)
        return str(self._stem(form)) if _PLAIN.fullmatch(form) else form


_OUT = frozenset(LEFT_OUT)
