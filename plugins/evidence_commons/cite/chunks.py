"""Works in parts that can be formatted apart from one another.

Styles with authors and dates name works so that no two are confused: by a letter behind the year,
by more names, by initials. So works that could be confused stay together, and all others may be
parted. A changed work then costs the formatting of its own part.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from evidence_commons.cite.folding import folded
from evidence_commons.cite.sound import NAMES
from evidence_commons.model.item import Item

SIZE = 100
"""Parts hold between this many works and twice as many, on average."""

_BY_TITLE = frozenset(["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"])
_TITLES = ("title", "title-short")
_INSTEAD_OF_NAMES = (*_TITLES, "container-title", "publisher", "authority")


def chunks(items: Sequence[Item]) -> list[list[int]]:
    """The places of the works, part by part.

    Where a work stands follows from its own names alone, as long as the number of parts stays.
    """
    parts = 1 << max(0, (len(items) // SIZE).bit_length() - 1)
    made: defaultdict[int, list[int]] = defaultdict(list)
    for name, group in sorted(_groups(items).items()):
        number = int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
        made[number % parts].extend(group)
    return [sorted(part) for _, part in sorted(made.items())]


def _groups(items: Sequence[Item]) -> dict[str, list[int]]:
    """The works that could be confused with one another, directly or by way of a third."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while (above := leader.setdefault(name, name)) != name:
            leader[name] = leader[above]
            name = leader[name]
        return name

    first = []
    for item in items:
        one, *others = dict.fromkeys(_names(item))
        first.append(one)
        for other in others:
            low, high = sorted((find(one), find(other)))
            leader[high] = low
    made: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(first):
        made[find(one)].append(place)
    return made


def _names(item: Item) -> Iterator[str]:
    """All under which a reader may find a work; two works that share none are never confused.

    A family is known by its last word, since styles differ in what they do with particles.
    """
    first = [item[role][0] for role in NAMES if item.get(role)]
    by_title = not item.get("author") or item.get("type") in _BY_TITLE
    year = _year(item)
    for person in first if by_title else first[:2] if item.get("composer") else first[:1]:
        named = folded(person.get("family") or person["literal"])
        # A body as the author of one work may publish another that names nobody.
        yield f"{named} {year}"
        # People of one family may be told apart in all their works, not only in those of a year.
        if "family" in person:
            yield named.rpartition(" ")[2]
    if by_title:
        # Styles take an editor for a missing author, and other words where there is nobody.
        instead = _TITLES if first else _INSTEAD_OF_NAMES
        said = [folded(str(item[name])) for name in instead if item.get(name)]
        yield from (f"{words} {year}" for words in said or [""])


def _year(item: Item) -> str:
    days = item.get("issued", {}).get("date-parts")
    return str(days[0][0]) if days else ""
