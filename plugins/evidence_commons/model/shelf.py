"""Shelf: the works of a library as readers meet them, whatever pages they meet them on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from evidence_commons.model.cited import Cited, Spoiled
from evidence_commons.model.takeaway import Takeaway
from evidence_commons.model.wording import Wording

Entry = Callable[[str, str, str], Markup]
"""Makes the entry for a page of the site, of its title, its address and its year."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Works by their keys, in the words of a style and in forms to take away.

    ``takeaway`` gives a work in those, by its key. ``styles`` are the names of the styles in which
    entries are there, the site's own first; ``entries`` say in each how to cite a page of the
    site. ``spoiled`` are parts of works that could not be formatted.
    """

    cited: Mapping[str, Cited]
    wording: Wording
    takeaway: Callable[[str], Takeaway]
    styles: tuple[str, ...]
    entries: Mapping[str, Entry] = field(default_factory=dict)
    spoiled: tuple[Spoiled, ...] = ()
