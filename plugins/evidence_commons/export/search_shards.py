"""Lines of words in files of a size that a telephone fetches at once.

A file is named by the word, or as much of it as needs be, that its lines begin with. Where files
part follows from the words that stand there, not from how many there are before them: one more
word changes the file that it stands in, and no other.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any
from zlib import crc32

BYTES = 12_000
"""So large, at most, is a file of postings, before it is packed for the way."""

WORDS = 6_000
"""And so large a file of words, of which a search for a mistyped one fetches several."""

_LETTERS = 12
"""Files are named by no more letters than that. Words that begin with as many alike stay together.

Somebody may write a text of one sign, again and again.
"""

_NEVER = 1 << 32


def shards(lines: Mapping[str, str], most: int = BYTES) -> dict[str, dict[str, str]]:
    """Lines in the order of their keys, in parts of not more than so many bytes.

    Each part stands under its beginning: as many letters as set it apart from what comes before.
    """
    keys = sorted(lines)
    sizes = (len(key.encode()) + len(lines[key].encode()) + 6 for key in keys)
    cuts = [0, *_Cuts(_ranks(keys), [0, *accumulate(sizes)], most).between(0, len(keys))]
    return {
        _apart(keys[start - 1], keys[start]) if start else "": {
            key: lines[key] for key in keys[start:end]
        }
        for start, end in pairwise([*cuts, len(keys)])
    }


def _ranks(keys: Sequence[str]) -> list[int]:
    """How willingly lines are parted before each key: by chance, but always the same."""
    pairs = pairwise(["", *keys])
    return [
        crc32(after.encode()) if after[:_LETTERS] > before else _NEVER for before, after in pairs
    ]


class _Cuts:
    """Where lines are parted, so that no part is too large: ``ends`` are their bytes till there."""

    def __init__(self, ranks: Sequence[int], ends: Sequence[int], most: int) -> None:
        self.ranks = ranks
        self.ends = ends
        self.most = most

    def between(self, first: int, last: int) -> Iterator[int]:
        if self.ends[last] - self.ends[first] > self.most:
            cut = min(self._middle(first, last), key=self.ranks.__getitem__, default=0)
            if cut and self.ranks[cut] < _NEVER:
                yield from self.between(first, cut)
                yield cut
                yield from self.between(cut, last)

    def _middle(self, first: int, last: int) -> range:
        """The middle third, by bytes; if one line fills it, the places before and behind that."""
        third = (self.ends[last] - self.ends[first]) / 3
        start = bisect_left(self.ends, self.ends[first] + third, first + 1, last)
        end = bisect_right(self.ends, self.ends[last] - third, start, last)
        return range(start, end) or range(max(first + 1, start - 1), min(start + 1, last))


def _apart(before: str, after: str) -> str:
    """The shortest start of ``after`` that comes behind ``before``."""
    for length in range(1, len(after)):
        if after[:length] > before:
            return after[:length]
    return after


def file_name(start: str) -> str:
    """The name of the file that begins so, which every disk and every server can keep."""
    return "from-" + re.sub(r"[^a-z0-9]", lambda sign: f"_{ord(sign[0]):x}_", start)


def written(content: Any) -> str:
    """A file's content, as short as can be."""
    return _ENCODER.encode(content) + "\n"


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
