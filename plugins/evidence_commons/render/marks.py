"""Marks: the small signs that stand beside claims and examples on every kind of page.

Templates call them ``marks``. A list shows a hundred of them, which is why they are no macros: a
macro takes five times as long. Each says in words whatever it also shows as a sign.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup

from evidence_commons.render.escaping import shown

_SIGNS = {"better": "▲", "worse": "▼", "no-difference": "=", "mixed": "◆", "unclear": "?"}


class Labels(Protocol):
    """What a mark asks of the page that it stands on."""

    def label(self, vocabulary: str, term_id: str) -> str:
        """A term as readers see it."""

    def to_term(self, vocabulary: str, term_id: str) -> str:
        """The way to a term's page."""


@lru_cache
def pips(level: int, name: str = "") -> Markup:
    """The level of some evidence, as five small squares and in words."""
    row = "".join('<i class="on"></i>' if place <= level else "<i></i>" for place in range(1, 6))
    words = f"Level {level} of 5" + (f": {name[:1].lower()}{name[1:]}" if name else "")
    return Markup(  # noqa: S704 - escaped, here and in all marks below
        f'<span class="ec-pips" data-level="{level}">'
        f'<span class="ec-pips__row" aria-hidden="true">{row}</span> {shown(words)}</span>'
    )


def direction(page: Labels, term_id: str) -> Markup:
    """Which way something went."""
    return Markup(  # noqa: S704
        f'<span class="ec-direction ec-direction--{shown(term_id)}">'
        f'<span class="ec-direction__sign" aria-hidden="true">{_SIGNS.get(term_id, "•")}</span>'
        f" {shown(page.label('directions', term_id))}</span>"
    )


def terms(page: Labels, vocabulary: str, ids: Iterable[str]) -> Markup:
    """Terms of a vocabulary, each a link to its page."""
    links = [
        f'<a class="ec-term" href="{shown(page.to_term(vocabulary, one))}">'
        f"{shown(page.label(vocabulary, one))}</a>"
        for one in ids
    ]
    return Markup(' <span aria-hidden="true">·</span> '.join(links))  # noqa: S704


def collect(key: str, name: str) -> Markup:
    """A button that takes something along in the brief.

    Without scripts such buttons are hidden, since they could do nothing.
    """
    return _button("collect", key, name, "Add to brief")


def compare(id: str, name: str) -> Markup:
    """A button that puts an example beside others."""
    return _button("compare", id, name, "Compare")


def _button(what: str, key: str, name: str, words: str) -> Markup:
    return Markup(  # noqa: S704
        f'<button type="button" class="ec-take" data-ec-{what}="{shown(key)}"'
        f' data-ec-name="{shown(name)}" hidden>{words}</button>'
    )
