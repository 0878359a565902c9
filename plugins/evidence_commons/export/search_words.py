"""Words as the search knows them. ``words.js`` of the theme does the same to what readers type."""

import re
import unicodedata
from sys import intern

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
_FAR = re.compile(r"[^\x00-\x7f]+")
"""Signs that have to be folded: there are few of them in most texts."""


def folded(text: str) -> str:
    """A text in small letters without accents."""
    if not text.isascii():
        text = _FAR.sub(lambda signs: signs[0].translate(_FOLD), text)
    return text.lower()


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
        self._known: dict[str, str] = {}

    def __missing__(self, token: str) -> tuple[str, ...]:
        stems = tuple(dict.fromkeys(self.stem(form) for form in forms(token) if form not in _OUT))
        self[token] = stems
        return stems

    def of(self, text: str) -> list[str]:
        """The stems of a text, in order."""
        return [stem for token in tokens(text) for stem in self[token]]

    def stem(self, form: str) -> str:
        """The stem of one word, in one spelling."""
        known = self._known.get(form)
        if known is None:
            spelt = form
            for spelling, instead in _SPELLINGS:
                spelt = spelling.sub(instead, spelt)
            # Interned: kept for the next time, it is one and the same wherever it stands.
            known = intern(str(self._stem(spelt)) if _PLAIN.fullmatch(spelt) else spelt)
            self._known[form] = known
        return known


class Heard(dict[str, tuple[str, ...]]):
    """The stems of what stands between two spaces, signs and all, worked out when it first comes.

    No word goes on over a space. ``words`` are those in it that may be mistyped, each with its
    stem behind it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self._stems = Stems()

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        every = tokens(chunk)
        self.words[chunk] = intern(
            " ".join(
                f"{form} {self._stems.stem(form)}"
                for token in every
                for form in forms(token)
                if len(form) > 2 and form.isalpha() and form not in _OUT
            )
        )
        self[chunk] = tuple(self._stems.of(chunk))
        return self[chunk]


_OUT = frozenset(LEFT_OUT)
