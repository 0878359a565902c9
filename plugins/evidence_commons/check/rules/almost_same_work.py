"""Two records that are nearly the same

Two records of the library have the same authors and year, and titles that differ in a letter or a
hyphen.

## Why we check it

They are almost always one work. Half of the claims would stand on the page of one record, and half
on that of the other.

## How to mend it

Keep the record with the right title, and delete the other. Where that one is cited, write the key
that is left. If they are two works, say what sets them apart: pages, a DOI or an address.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the co-operative taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}

@book{wren2023taxi,
  author = {Wren, Ada},
  title = {Who Owns the Cooperative Taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the co-operative taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.twins import differ, folded
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

SHORTEST_TITLE, SHORTEST_WORD = 15, 5
"""In a short title or word, one other letter makes another title or word."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record that is but for a slip the same as one before it."""
    alike: dict[tuple[str, ...], list[tuple[int, Reference]]] = defaultdict(list)
    for place, work in enumerate(catalogue.collection.references):
        if work.authors and len(work.title) >= SHORTEST_TITLE:
            families = (name.family.casefold() for name in work.authors)
            alike[(work.year or "")[:4], *families].append((place, work))
    twins: dict[int, tuple[Reference, Reference]] = {}
    for works in alike.values():
        for (one, first), (other, second) in _neighbours(works) if len(works) > 1 else ():
            if max(one, other) not in twins and _are_one(first, second):
                twins[max(one, other)] = (first, second) if one < other else (second, first)
    yield from (_finding(*twins[place]) for place in sorted(twins))


def _neighbours(
    works: list[tuple[int, Reference]],
) -> Iterator[tuple[tuple[int, Reference], tuple[int, Reference]]]:
    """Works whose titles begin alike, and works whose titles end alike: a slip is in one half."""
    for backwards in (1, -1):
        yield from pairwise(sorted(works, key=lambda one: (_letters(one[1])[::backwards], one[0])))


def _letters(work: Reference) -> str:
    """The letters of the title, without accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", work.title.replace("&", "and").casefold())
    return "".join(filter(str.isalnum, plain))


def _are_one(one: Reference, other: Reference) -> bool:
    words, others = folded(one.title).split(), folded(other.title).split()
    same = words == others  # told as the same work, or two works for good reasons
    if same or one.key.casefold() == other.key.casefold() or differ(one, other, identifiers=True):
        return False
    if (one.doi and one.doi.casefold() == other.doi.casefold()) or one.isbn == other.isbn != "":
        return False
    return folded(one.container) == folded(other.container) and (
        _letters(one) == _letters(other) or _one_slip(words, others)
    )


def _one_slip(words: list[str], others: list[str]) -> bool:
    """Whether just one word differs, in one letter behind its first, or in two that are swapped."""
    if len(words) != len(others):
        return False
    pairs = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and _nearly_equal(*pairs[0])


def _nearly_equal(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    if shorter < SHORTEST_WORD or any(map(str.isdigit, word + other)):
        return False
    front = next((n for n in range(shorter) if word[n] != other[n]), shorter)
    here, there = word[front:], other[front:]
    swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
    one = here[1:] == there[1:] or here[1:] == there or here == there[1:]
    return front > 0 and (one or swapped)


def _finding(first: Reference, second: Reference) -> Finding:
    return Finding(
        second.key.location,
        f"{said(second.key)} is nearly the same as {said(first.key)},"
        f" on line {first.key.location.line}.",
        "If they are one work, keep one record, and cite its key everywhere.",
    )
