"""A kind's share of the index: in which of its documents a stem stands, and how much it tells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub
from typing import NamedTuple

from evidence_commons.export.search_kinds import Kind
from evidence_commons.export.search_weights import LEVELS, Weighed
from evidence_commons.model.digest import digest

_SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"\\<>&'")
_LAST, _MORE = _SIGNS[10:49], _SIGNS[49:88]
_BASE = len(_LAST)


class Share(NamedTuple):
    """What a kind brings to the index.

    ``edition`` names its documents in their order. ``lines`` are the postings of each stem, and
    ``tally`` says how many there are; ``words`` are all words of its documents with their stems.
    """

    edition: str
    size: int
    lines: dict[str, str]
    tally: dict[str, int]
    words: dict[str, str]


def share(kind: Kind, weighed: Iterable[Weighed]) -> tuple[Share, list[str]]:
    """The share of a kind, of its documents in order, and the text of each."""
    addresses: list[str] = []
    texts: list[str] = []
    words: set[str] = set()
    by_level = [defaultdict[str, list[int]](list) for _ in range(LEVELS)]
    for number, one in enumerate(weighed):
        addresses.append(one.address)
        texts.append(one.text)
        words.update(one.words)
        for standing, stems in zip(by_level, one.levels, strict=True):
            for stem in stems:
                standing[stem].append(number)
    every = dict.fromkeys(chain.from_iterable(by_level))
    found = {stem: [standing.get(stem, ()) for standing in by_level] for stem in every}
    made = Share(
        digest(addresses).hex()[:10],
        len(addresses),
        {stem: postings(kind.sign, levels) for stem, levels in found.items()},
        {stem: sum(map(len, levels)) for stem, levels in found.items()},
        _pairs(words),
    )
    return made, texts


def _pairs(words: Iterable[str]) -> dict[str, str]:
    """Words with their stems."""
    flat = " ".join(sorted(words)).split()
    return dict(zip(flat[::2], flat[1::2], strict=True))


def postings(sign: str, levels: Sequence[Sequence[int]]) -> str:
    """The numbers of documents at each level, the lowest first, as text.

    For each level that has any, the highest first: the sign of their kind, the level, the step to
    each document from the one before, and a space. A step is its digits to the base 39, the lowest
    first.
    """
    return " ".join(
        f"{sign}{level}{_steps(levels[level - 1])}"
        for level in range(len(levels), 0, -1)
        if levels[level - 1]
    )


def _steps(numbers: Sequence[int]) -> str:
    return "".join(map(_STEPS.__getitem__, map(sub, numbers, chain((-1,), numbers))))


class _Steps(dict[int, str]):
    """Each step from one number to a higher one, worked out when it first comes."""

    def __missing__(self, step: int) -> str:
        signs = ""
        rest = step - 1
        while rest >= _BASE:
            rest, digit = divmod(rest, _BASE)
            signs += _MORE[digit]
        signs += _LAST[rest]
        self[step] = signs
        return signs


_STEPS = _Steps()
