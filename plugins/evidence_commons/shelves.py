"""Shelves: works on their way to readers, from the records of a library to the words of a style."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evidence_commons.cite.bibliography import cite
from evidence_commons.cite.kept import Kept
from evidence_commons.cite.mould import mould
from evidence_commons.cite.probe import wording_of
from evidence_commons.cite.remembered import remembered
from evidence_commons.cite.style import HARVARD, read_style
from evidence_commons.cite.taken import taken
from evidence_commons.export.entry import entry_item
from evidence_commons.export.takeaway import own_takeaway, takeaway
from evidence_commons.load.items import item
from evidence_commons.model.digest import code_digest
from evidence_commons.model.reference import Reference
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.takeaway import Takeaway


@dataclass(frozen=True, slots=True)
class Formatting:
    """How references are formatted.

    ``style`` names one that is shipped, or a .csl file; ``others`` are more of them for the pages
    of works. Paths start at ``root``. What was formatted is kept in ``folder``, if there is one.
    """

    style: str = HARVARD
    others: tuple[str, ...] = ()
    root: Path = Path()
    folder: Path | None = None


def shelf(references: Iterable[Reference], formatting: Formatting, name: str = "") -> Shelf:
    """Works, in the words of a style and in forms to take away.

    Args:
        references: the works of a library.
        formatting: how they are formatted.
        name: the name of the site, if others are to cite its pages.

    Raises:
        CannotFormat: there is no Pandoc, or it cannot format in this style.
    """
    how = formatting
    style, *others = styles = [read_style(one, how.root) for one in (how.style, *how.others)]
    works = {str(work.key): work for work in references}
    items = cache(lambda key: item(works[key]))
    kept = Kept(how.folder)
    typed = [(key, work.kind, work.bibtex, [*work.fields.items()]) for key, work in works.items()]
    library = kept.name("library", code_digest().hex(), typed)
    same = kept.name("works", library, [one.text for one in styles])
    moulds = {one.title: mould(one, name, None, kept).fill for one in styles} if name else {}
    found = remembered(
        kept,
        same,
        wording_of(style, kept),
        lambda: cite([*map(items, works)], style, others, how.folder),
    )
    return Shelf(
        cited=found.cited,
        wording=found.wording,
        takeaway=taken(
            kept,
            kept.name("takeaways", library),
            works,
            lambda key: takeaway(works[key], items(key)),
        ),
        styles=tuple(one.title for one in styles),
        entries=moulds,
        spoiled=found.spoiled,
    )


def own(name: str, title: str, address: str, date: str) -> Takeaway:
    """A page of the site ``name`` to take away: its title, its address, its last change."""
    return own_takeaway(entry_item(title, address, name, date))
