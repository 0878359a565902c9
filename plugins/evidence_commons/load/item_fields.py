"""The fields of one record, read as what they are: signs, plain words or rich text."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from evidence_commons.load.latex import SORTED_BY, plain_text
from evidence_commons.load.rich import rich_text

Variables = Iterator[tuple[str, Any]]
"""Variables of CSL with their values; a value that says nothing is left out later."""

LONGEST = 20_000
"""No more of a field is read: a title or an abstract ends long before."""

ARXIV_JOURNAL = re.compile(r"\s*(?:arXiv preprint )?arXiv:\s*([\w./-]+)\s*", re.IGNORECASE)
"""What Google Scholar calls the journal of a preprint."""


class Fields:
    """The fields of a record, read in one of three ways."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._typed = {name: SORTED_BY.sub("", value[:LONGEST]) for name, value in fields.items()}
        if preprint := ARXIV_JOURNAL.fullmatch(self._typed.get("journal", "")):
            del self._typed["journal"]
            self._typed |= {"eprint": preprint[1], "eprinttype": "arxiv"}

    def typed(self, name: str) -> str:
        """As it was typed; "" if it is not there or says nothing."""
        typed = self._typed.get(name, "").strip()
        return typed if typed.strip("{} \n") else ""

    def text(self, *names: str) -> str:
        """The first that says anything, as plain text."""
        return self._first(plain_text, names)

    def rich(self, *names: str) -> str:
        """The first that says anything, with the tags of styles."""
        return self._first(rich_text, names)

    def _first(self, read: Callable[[str], str], names: tuple[str, ...]) -> str:
        typed = (self._typed[name] for name in names if name in self._typed)
        return next(filter(None, map(read, typed)), "")
