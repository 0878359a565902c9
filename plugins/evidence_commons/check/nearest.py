"""Near matches: the word that was probably meant."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from evidence_commons.diagnostics.words import together

MOST = 100
"""So many words at most are held against a long list: whoever has more has another problem."""

SHORT = 4
"""In words of so few letters, two letters swapped leave little else alike."""

NEAR, NEARLY_EQUAL = 0.6, 0.85
FRONT = 3
"""A slip in a name seldom touches so many letters at its front."""

_NUMBER = re.compile(r"\d+(?:[a-z](?![a-z]))?")


def nearest(word: str, known: Iterable[str], alike: float = NEAR) -> str:
    """The known word nearest to ``word``, or "" if none is near (after Ratcliff and Obershelp)."""
    folded = {name.casefold(): name for name in sorted(known)}
    swapped = (name for name in folded if sorted(name) == sorted(word.casefold()))
    if len(word) <= SHORT and (turned := next(swapped, "")):
        return folded[turned]
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=alike)
    return folded[close[0]] if close else ""


def same_name(name: str, known: Iterable[str]) -> str:
    """The known name that is ``name`` but for a slip, or "".

    Names have no meaning by which to guess: one that is only near belongs to something else.
    """
    front = name[:FRONT].casefold()
    same_front = (one for one in known if one[:FRONT].casefold() == front)
    return nearest(name, same_front, NEARLY_EQUAL)


def only_numbers_differ(one: str, other: str) -> bool:
    """Whether two names differ in their numbers alone, as ``smith2023`` and ``smith2024b`` do."""
    here, there = one.casefold(), other.casefold()
    return here != there and _NUMBER.sub("0", here) == _NUMBER.sub("0", there)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> tuple[str, str]:
    """The remedy for an unknown word, and the word to type instead if there is a near one.

    ``otherwise`` is the remedy when no known word is near.
    """
    near = nearest(word, known)
    return (f'Did you mean "{near}"?', near) if near else (otherwise, "")


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words for a sentence: ``a, b and c``, cut after ``most``."""
    every = sorted(words)
    if len(every) > most:
        return f"{', '.join(every[:most])} and {len(every) - most} more"
    return together(every) or "none yet"
