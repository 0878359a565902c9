"""Whether the library has a work already."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from evidence_commons.model.reference import Reference

PARTS = frozenset(
    {"inbook", "incollection", "inproceedings", "conference", "suppbook", "inreference"}
)
"""Chapters of one book may all give its ISBN."""

DOI, ISBN, TITLE = "DOI", "ISBN", "title and year"

_Sign = tuple[str, ...]


class Known:
    """The works that are there, by what no two works have in common."""

    def __init__(self, works: Iterable[Reference] = ()) -> None:
        self._by_sign: defaultdict[_Sign, list[Reference]] = defaultdict(list)
        for work in works:
            self.add(work)

    def add(self, work: Reference) -> None:
        """Know one more work."""
        for sign in _signs(work):
            self._by_sign[sign].append(work)

    def find(self, work: Reference) -> tuple[Reference, str] | None:
        """The record of the same work, and what they have in common; None if there is none."""
        for sign in _signs(work):
            for other in self._by_sign.get(sign, ()):
                if not _apart(work, other, sign[0]):
                    return other, sign[0]
        return None


def _signs(work: Reference) -> Iterator[_Sign]:
    """The surest first."""
    if work.doi:
        yield DOI, work.doi.casefold()
    if work.kind not in PARTS:
        yield from ((ISBN, isbn) for isbn in _isbns(work))
    if title := _folded(work.title):
        yield TITLE, title, (work.year or "")[:4]


def _isbns(work: Reference) -> list[str]:
    """Its ISBNs, without what a longer or a shorter form of them does not have."""
    bare = re.findall("(?:978|979)?[0-9]{9}[0-9Xx]", re.sub("[- ]", "", work.isbn))
    return [isbn[:-1].removeprefix("978") for isbn in bare]


def _apart(one: Reference, other: Reference, sign: str) -> bool:
    """Whether they are two works in spite of that sign: two volumes, or two with one title."""
    if sign == DOI:
        return False
    pairs = [(one.doi, other.doi), (one.volume, other.volume), (one.edition, other.edition)]
    if sign == TITLE:
        pairs += [(one.container, other.container), (_author(one), _author(other))]
    return any(first and second and _folded(first) != _folded(second) for first, second in pairs)


def _author(work: Reference) -> str:
    return work.authors[0].family if work.authors else ""


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
