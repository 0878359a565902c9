"""Locator: where in a work to look, read from words such as ``pp. 4-7`` or ``section 3``."""

import re
from functools import lru_cache
from typing import NamedTuple

from evidence_commons.model.pattern import pattern

_WORDS = {
    "page": "pages? pp? pgs? pg",
    "chapter": "chapters? chaps? chs? ch",
    "section": "sections? sects? secs? § §§",
    "figure": "figures? figs?",
    "paragraph": "paragraphs? paras? ¶ ¶¶",
    "line": "lines? ll?",
    "note": "notes? nn? footnotes? fns?",
    "volume": "volumes? vols?",
    "column": "columns? cols?",
    "folio": "folios? fols?",
    "part": "parts? pts?",
    "book": "books? bks?",
    "verse": "verses? vv?",
    "issue": "issues? nos?",
    "opus": "opus opp?",
}
LABELS = tuple(_WORDS)
"""The kinds of places that citation styles have words for."""

_LABEL = "|".join(
    f"(?P<{label}>{'|'.join(sorted(words.split(), key=len, reverse=True))})"
    for label, words in _WORDS.items()
)
# A number, or one with letters about it; small Roman ones only behind a label.
_NUMBER = r"[A-Za-z]{0,3}\d[\w.:/]*(?<![.:/])"
_ROMAN = r"[ivxlcdm]+\b"
_JOINT = r"\s*(?:--?|[\N{EN DASH}\N{EM DASH},;&]|\band\b)\s*"
_SEVERAL = pattern(_JOINT)
_DASH = pattern(r"\s*(?:--?|[\N{EN DASH}\N{EM DASH}])\s*")


def _row(one: str) -> str:
    return rf"{one}(?:{_JOINT}{one})*"


_LABELLED = pattern(
    rf"[\s,]*(?:{_LABEL})(?:\.\s*|\s+|(?=\d)|(?<=[§¶])\s*)"
    rf"(?P<value>{_row(f'(?:{_NUMBER}|{_ROMAN})')})",
    re.IGNORECASE,
)
_BARE = pattern(rf"[\s,]*(?P<value>{_row(_NUMBER)})")


class Locator(NamedTuple):
    """A place in a work: ``page`` and ``4\N{EN DASH}7``; ``rest`` are all words behind it.

    Where no place can be read, as in ``, the introduction``, ``rest`` holds all the words.
    """

    label: str = ""
    value: str = ""
    rest: str = ""

    @property
    def several(self) -> bool:
        """Whether it names more than one: several pages, for one."""
        return bool(_SEVERAL.search(self.value))

    @property
    def roman(self) -> bool:
        """Whether it is told without any digit."""
        return not any(sign.isdigit() for sign in self.value)


NOWHERE_IN_IT = Locator()
"""The whole work."""


class Around(NamedTuple):
    """What a style puts before and behind a locator's numbers, as HTML."""

    before: str
    behind: str


class LocatorWords(NamedTuple):
    """How a style writes one kind of locator: for one place, for several, and without figures."""

    one: Around
    several: Around
    roman: Around


@lru_cache(maxsize=4096)
def read_locator(words: str) -> Locator:
    """Read a locator as Pandoc does: a label and numbers; numbers alone are pages."""
    words = " ".join(words.split())
    found = _LABELLED.match(words) or _BARE.match(words)
    if not found:
        return Locator(rest=words)
    named = found.groupdict()
    label = next((label for label in LABELS if named.get(label)), "page")
    value = _DASH.sub("\N{EN DASH}", found["value"])
    return Locator(label, value, words[found.end() :])
