"""Cited: a reference as readers see it."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Cited:
    """``label`` stands in running text (``Mean 2022``), ``entry`` in a bibliography, as HTML.

    ``order`` sorts a bibliography.
    """

    label: str
    entry: Markup
    order: str
