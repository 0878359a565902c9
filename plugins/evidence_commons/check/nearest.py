"""Near matches: the word that was probably meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate, takewhile

from evidence_commons.diagnostics.words import together

MOST = 100
"""So many words at most are held against a long list: whoever has more has another problem."""

LONG = 60
"""No more of a word is said in a list."""

SHORT = 4
"""In words of so few letters, two letters swapped leave little else alike."""

NEAR, NEARLY_EQUAL = 0.6, 0.85
FRONT = 3
"""A slip in a name seldom touches so many letters at its front."""

ALONE = 0.1
"""A word is meant for sure only if no other known word is nearly as near as that."""

_NUMBER = re.compile(r"\d+(?:[a-z](?![a-z]))?")
_JOINTS = re.compile(r"[-_ ]+")


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
    A slip at the front is seen only in names with a number, such as ``smth2020``, and only if it
    makes one known name alone of it.
    """
    front, every = name[:FRONT].casefold(), tuple(known)
    same_front = (one for one in every if one[:FRONT].casefold() == front)
    if near := nearest(name, same_front, NEARLY_EQUAL):
        return near
    slips = (one for one in every if _slip_at_front(name.casefold(), one.casefold()))
    first, second = next(slips, ""), next(slips, "")
    return "" if second else first


def _slip_at_front(typed: str, right: str) -> bool:
    if typed[:1] != right[:1] or abs(len(typed) - len(right)) > 1 or len(typed) <= SHORT:
        return False
    numbers = _NUMBER.findall(typed)
    if not numbers or numbers != _NUMBER.findall(right):
        return False
    return _one_slip(typed, right) or _swapped(typed, right)


def sure_match(word: str, meant: str, known: Iterable[str]) -> bool:
    """Whether ``word`` can be nothing else than ``meant``, so that a program may type it.

    It is the same but for capitals and hyphens, or it has one slip that is neither in its first
    letter nor in its digits; and no other of the ``known`` words is nearly as near. Two slips are
    as likely another word: *production* is two from *reduction*.
    """
    typed, right = _folded(word), _folded(meant)
    if not right or not word:
        return False
    others = {_folded(name) for name in known if name != meant}
    if typed == right:
        return right not in others
    alike = SequenceMatcher(None, right, typed).ratio()
    near = _swapped(typed, right) or (
        alike >= NEARLY_EQUAL and len(typed) > SHORT and _one_slip(typed, right)
    )
    if not near or _NUMBER.findall(typed) != _NUMBER.findall(right):
        return False
    return not get_close_matches(typed, others, n=1, cutoff=max(0.0, alike - ALONE))


def only_numbers_differ(one: str, other: str) -> bool:
    """Whether two names differ in their numbers alone, as ``smith2023`` and ``smith2024b`` do."""
    here, there = one.casefold(), other.casefold()
    return here != there and _NUMBER.sub("0", here) == _NUMBER.sub("0", there)


def _folded(word: str) -> str:
    return _JOINTS.sub("-", word.casefold())


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is too many, too few or wrong, behind the first."""
    front, here, there = _apart(one, other)
    return front > 0 and max(len(here), len(there)) == 1


def _swapped(one: str, other: str) -> bool:
    """Whether two letters beside one another have changed places."""
    _, here, there = _apart(one, other)
    return len(here) == 2 and here == there[::-1] and here.isalpha()


def _apart(one: str, other: str) -> tuple[int, str, str]:
    """How long two words are alike from the front, and what of each is between that and the end."""
    front = _alike(one, other)
    here, there = one[front:], other[front:]
    back = _alike(here[::-1], there[::-1])
    return front, here[: len(here) - back], there[: len(there) - back]


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> tuple[str, str]:
    """The remedy for an unknown word, and the word to type instead if there is a near one.

    ``otherwise`` is the remedy when no known word is near.
    """
    near = nearest(word, known)
    return (f'Did you mean "{near}"?', near) if near else (otherwise, "")


def listed(words: Iterable[str], most: int = 12, longest: int = 240) -> str:
    """Words for a sentence: ``a, b and c``, cut after ``most``, and short as a sentence is.

    One that is very long is cut itself; the list ends before it has more than ``longest`` signs.
    """
    every = [word if len(word) <= LONG else f"{word[: LONG - 1]}…" for word in sorted(words)]
    room = accumulate(len(word) + 2 for word in every[:most])
    fit = sum(1 for taken in room if taken <= longest)
    if len(every) > fit:
        return f"{', '.join(every[:fit])} and {len(every) - fit:,} more"
    return together(every) or "none yet"
