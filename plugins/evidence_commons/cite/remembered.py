"""A whole library as it was formatted before, for as long as nothing in it has changed.

Parts of a library are kept by :mod:`chunks`; with that, every record still becomes CSL-JSON to see
whether it is the same. Here nothing is read but what was kept, and of that only the works that
pages ask for.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from evidence_commons.cite.bibliography import Bibliography
from evidence_commons.cite.kept import Kept
from evidence_commons.cite.markup import clean
from evidence_commons.model.cited import Cited, Spoiled
from evidence_commons.model.wording import Wording

_MARKUP = ("cite", "author", "date", "entry")


def remembered(
    kept: Kept, name: str, wording: Wording, make: Callable[[], Bibliography]
) -> Bibliography:
    """What was formatted under a name; else it is made, and kept.

    Args:
        kept: where it is kept.
        name: a name for all that it follows from.
        wording: how the style cites.
        make: formats the works.
    """
    known = kept.read(name)
    if _fits(known):
        spoiled = tuple(Spoiled(str(key), str(message)) for key, message in known["spoiled"])
        return Bibliography(_Works(known["works"]), wording, spoiled)
    made = make()
    works = {key: _row(one) for key, one in made.cited.items()}
    kept.keep(name, {"works": works, "spoiled": made.spoiled})
    return made


def _row(one: Cited) -> dict[str, Any]:
    words = {name: str(getattr(one, name)) for name in _MARKUP}
    others = {style: str(entry) for style, entry in one.others.items()}
    return {**words, "order": one.order, "place": one.place, "team": one.team, "others": others}


def _fits(known: Any) -> bool:
    """Whether what was read has the form of what is kept: anybody may have written it."""
    if not (isinstance(known, dict) and set(known) == {"works", "spoiled"}):
        return False
    works, spoiled = known["works"], known["spoiled"]
    return (
        isinstance(works, dict)
        and all(map(_row_fits, works.values()))
        and isinstance(spoiled, list)
        and all(isinstance(one, list) and len(one) == 2 for one in spoiled)
    )


def _row_fits(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and all(isinstance(row.get(name), str) for name in (*_MARKUP, "team"))
        and all(_strings(row.get(name)) for name in ("order", "place"))
        and isinstance(row.get("others"), dict)
        and _strings([*row["others"].values()])
    )


def _strings(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(one, str) for one in row)


class _Works(Mapping[str, Cited]):
    """Works that are made of what was kept when somebody asks for them."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self._rows, self._made = rows, dict[str, Cited]()

    def __getitem__(self, key: str) -> Cited:
        if key not in self._made:
            self._made[key] = _cited(self._rows[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _cited(row: Mapping[str, Any]) -> Cited:
    words: dict[str, Markup] = {name: clean(row[name]) for name in _MARKUP}
    return Cited(
        **words,
        order=tuple(row["order"]),
        place=tuple(row["place"]),
        team=row["team"],
        others={style: clean(entry) for style, entry in row["others"].items()},
    )
