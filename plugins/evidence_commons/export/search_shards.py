"""The index of the search, in files of a size that a telephone fetches at once.

``terms/<n>.json`` say in which documents a stem stands, and how much it tells there.
``forwards/<n>.json`` and ``backwards/<n>.json`` list all words, by their first and by their last
letters: a word with one wrong letter is right in one of its halves. ``root.json`` says which file
begins where, so that readers fetch few.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

BYTES = 12_000
"""So large is a file of postings, about, before it is packed for the way."""

WORDS = 4_000
"""And so large a file of words, of which a search for a mistyped one fetches several."""

LEVELS = 9
"""In so many steps is told how much a word tells of a document."""

_SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"\\<>&'")
_LAST, _MORE = _SIGNS[10:49], _SIGNS[49:88]
_BASE = len(_LAST)


def postings(levels: Iterable[tuple[int, int]]) -> str:
    """Levels from 1 to ``LEVELS``, each with the number of a document, as text.

    For each level, the highest first: the level, the step to each document from the one before,
    and a space. A step is its digits to the base 39, the lowest first.
    """
    by_level: dict[int, list[int]] = {}
    for level, number in levels:
        by_level.setdefault(level, []).append(number)
    return " ".join(f"{level}{_steps(by_level[level])}" for level in sorted(by_level, reverse=True))


def _steps(numbers: Iterable[int]) -> str:
    signs: list[str] = []
    before = -1
    for number in numbers:
        step, before = number - before - 1, number
        while step >= _BASE:
            step, digit = divmod(step, _BASE)
            signs.append(_MORE[digit])
        signs.append(_LAST[step])
    return "".join(signs)


def shards(lines: Mapping[str, str], most: int = BYTES) -> Iterator[dict[str, str]]:
    """Lines in the order of their keys, in parts of about so many bytes."""
    part: dict[str, str] = {}
    size = 0
    for key in sorted(lines):
        added = len(key.encode()) + len(lines[key].encode()) + 6
        if part and size + added > most:
            yield part
            part, size = {}, 0
        part[key] = lines[key]
        size += added
    if part:
        yield part


def starts(parts: Iterable[Iterable[str]]) -> str:
    """Where each part begins: as many letters as set it apart from the end of the one before."""
    begun: list[str] = []
    last = ""
    for part in parts:
        keys = list(part)
        begun.append(_apart(last, keys[0]) if begun else "")
        last = keys[-1]
    return " ".join(begun)


def _apart(before: str, after: str) -> str:
    """The shortest start of ``after`` that comes behind ``before``."""
    for length in range(1, len(after)):
        if after[:length] > before:
            return after[:length]
    return after


def written(content: Any) -> str:
    """A file's content, as short as can be."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
