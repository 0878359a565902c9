"""How much each word of a document tells of it: found of each document alone, and kept."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from evidence_commons.export.search_kinds import Document, TermName
from evidence_commons.export.search_shards import written
from evidence_commons.export.search_words import Heard
from evidence_commons.model.collection import Catalogue

LEVELS = 9
"""In so many steps is told how much a word tells of a document."""

_TITLE, _SHORT_TITLE = 6, 10
"""A word of a title tells much, and the more the shorter the title is."""

_NAME = 5
"""What a word of another name tells."""

_LABEL, _SYNONYM = 2, 1.5
"""What a word of a term tells of a thing that names the term."""

_SATURATION, _LENGTH = 4, 0.3
"""How soon more of the same word tells nothing more; how much long texts count for less.

They are k1 and b of BM25, for words that were weighed by where they stand.
"""

_MIDDLING = 50
"""So many words has a text of middling length.

It is not counted anew for each commons: what a word tells of a document would change with all
others.
"""


_HEARD = 200_000
"""So much is remembered of what stood between two spaces, before it takes too much memory."""


class Weighed(NamedTuple):
    """What the search keeps of a document. It is plain, so that it can be kept for the next time.

    ``levels`` are its stems by how much they tell, the least first; ``words`` are its words, each
    with its stem behind it; ``text`` is what results show of it, as written in a file.
    """

    address: str
    levels: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    text: str


class Scales:
    """Weighs documents of a commons. Of a document alone, and of the terms of the vocabularies."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._heard = Heard()
        self._of_terms: dict[TermName, dict[str, float]] = {}

    def weighed(self, document: Document) -> Weighed:
        """What the words of a document tell."""
        if len(self._heard) > _HEARD:
            self._heard = Heard()
        told: defaultdict[str, float] = defaultdict(float)
        every: list[str] = []
        length = 0
        for weight, text in _by_weight(document).items():
            stems = self._stems(text, every)
            length += len(stems)
            for stem, times in Counter(stems).items():
                told[stem] += times * weight
        title = self._stems(document.title, every)
        for stem in title:
            told[stem] += _TITLE + _SHORT_TITLE / len(title)
        for stem in dict.fromkeys(self._stems(" ".join(document.names), every)):
            told[stem] += _NAME
        for term in document.terms:
            for stem, weight in self._of_term(term).items():
                told[stem] += weight
        words = tuple(map(self._heard.words.__getitem__, dict.fromkeys(every)))
        return Weighed(document.address, _levels(told, length), words, _text(document))

    def _stems(self, text: str, every: list[str]) -> list[str]:
        """The stems of a text, in order. What stands there is put to all else."""
        found = text.split()
        every += found
        return list(chain.from_iterable(map(self._heard.__getitem__, found)))

    def _of_term(self, name: TermName) -> dict[str, float]:
        """The words of a term, and of the wider terms that it belongs to."""
        if name not in self._of_terms:
            weights: dict[str, float] = {}
            self._of_terms[name] = weights
            vocabulary, term_id = name
            term = self._catalogue.term(vocabulary, term_id)
            if term:
                if term.broader:
                    weights |= self._of_term((vocabulary, term.broader))
                weights |= dict.fromkeys(self._stems(" ".join(term.synonyms), []), _SYNONYM)
                weights |= dict.fromkeys(self._stems(term.label, []), _LABEL)
        return self._of_terms[name]


def _by_weight(document: Document) -> dict[float, str]:
    """The texts of a document that weigh alike, as one: what stands in both is counted once."""
    texts: defaultdict[float, list[str]] = defaultdict(list)
    for part in document.parts:
        if part.weight:
            texts[part.weight].append(part.text)
    return {weight: " ".join(many) for weight, many in texts.items()}


def _levels(told: Mapping[str, float], length: int) -> tuple[tuple[str, ...], ...]:
    """Stems by how much they tell, in equal steps of what BM25 makes of their weights."""
    bound = _SATURATION * (1 - _LENGTH + _LENGTH * length / _MIDDLING)
    steps = [bound * (level + 0.5) / (LEVELS - level - 0.5) for level in range(1, LEVELS)]
    by_weight: defaultdict[float, list[str]] = defaultdict(list)
    for stem, weight in told.items():
        by_weight[weight].append(stem)
    by_level: list[list[str]] = [[] for _ in range(LEVELS)]
    for weight, stems in by_weight.items():
        by_level[bisect_right(steps, weight)] += stems
    return tuple(map(tuple, by_level))


def _text(document: Document) -> str:
    parts = [[part.anchor, part.heading, part.text] for part in document.parts]
    return written([document.title, document.address, parts]).rstrip("\n")
