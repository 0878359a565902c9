"""Cited: a work as readers see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Cited:
    """A work in the words of a citation style, as HTML.

    ``cite`` stands in brackets (``Mean, 2022``). It is made of ``author`` (``Mean``), which is
    empty where a style cannot part them, and ``date`` (``2022``). ``entry`` stands in a
    bibliography, sorted by ``order``; ``place`` sorts works that are cited together, and ``team``
    is the same for works by the same people. ``others`` are its entries in other styles, by their
    names.
    """

    cite: Markup
    author: Markup
    date: Markup
    entry: Markup
    order: tuple[str, ...]
    place: tuple[str, ...] = ()
    team: str = ""
    others: Mapping[str, Markup] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The work in a few plain words: ``Mean, 2022``."""
        return _words(self.cite)


@lru_cache(maxsize=20_000)
def _words(html: Markup) -> str:
    """HTML as plain words; the same few works are named again and again."""
    return html.striptags()


class Spoiled(NamedTuple):
    """A part of a work that cannot be shown as it is, and why."""

    key: str
    message: str
