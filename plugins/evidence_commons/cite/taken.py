"""Works in the forms in which they leave the house, for as long as nothing in the library changes.

To make all of them anew takes longer than anything else that a page of the list of works needs.
They are read when the first one is asked for, and what does not have their form is made anew:
anybody may have written it.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from evidence_commons.cite.kept import Kept
from evidence_commons.model.takeaway import Takeaway

_TEXTS = ("kind", "bibtex", "ris", "csl_json", "coins", "linked")


def taken(
    kept: Kept, name: str, keys: Iterable[str], make: Callable[[str], Takeaway]
) -> Callable[[str], Takeaway]:
    """Gives works by their keys as they were kept under a name; else all are made, and kept.

    Args:
        kept: where they are kept.
        name: a name for all that they follow from.
        keys: those of all works.
        make: makes one of them.
    """

    if kept.folder is None:
        return cache(make)

    @cache
    def rows() -> dict[str, Any]:
        known = kept.read(name)
        if isinstance(known, dict):
            return known
        made = {key: _row(make(key)) for key in keys}
        kept.keep(name, made)
        return made

    return cache(lambda key: _read(rows().get(key)) or make(key))


def _row(one: Takeaway) -> list[Any]:
    return [*(getattr(one, name) for name in _TEXTS), one.tags]


def _read(row: Any) -> Takeaway | None:
    """What was kept of one work, if it has the form of that."""
    try:
        *texts, tags = row
        kind, bibtex, ris, csl_json, coins, linked = texts
        pairs = tuple((name, content) for name, content in tags)
        item = json.loads(csl_json)
    except (TypeError, ValueError, RecursionError):
        return None
    words = (*texts, *(word for pair in pairs for word in pair))
    # JSON-LD stands in its element as it is: nothing in it may end that.
    if (
        not isinstance(item, dict)
        or not all(isinstance(one, str) for one in words)
        or "<" in linked
    ):
        return None
    return Takeaway(kind, item, bibtex, ris, csl_json, coins, pairs, linked)
