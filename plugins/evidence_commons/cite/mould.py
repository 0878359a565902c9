"""Moulds: how a style refers to a page of the site itself, for all its pages at once."""

import re
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from evidence_commons.cite.kept import Kept
from evidence_commons.cite.markup import clean
from evidence_commons.cite.pandoc import Ask, CannotFormat, Failed, ask
from evidence_commons.cite.sound import sound
from evidence_commons.cite.style import Style
from evidence_commons.model.item import Item
from evidence_commons.model.text import Date

_TITLE, _YEAR, _ADDRESS = "Qtitleq", "1907", "https://q.invalid/q"
_MADE_UP = re.compile("|".join(map(re.escape, (_TITLE, _YEAR, _ADDRESS))))
_STOP = re.compile(r"((?:</\w+>|[\u2019\u201d])*)\.")


@dataclass(frozen=True, slots=True)
class Mould:
    """An entry for a page of the site with made-up words in it, with a year and without one."""

    dated: Markup
    undated: Markup

    def fill(self, title: str, address: str, year: str = "") -> Markup:
        """The entry for a page.

        Args:
            title: its title, as plain text.
            address: its whole web address.
            year: the year in which it was last changed; "" if nobody knows.
        """
        before, _, behind = str(self.dated if year else self.undated).partition(_TITLE)
        if title.endswith((".", "?", "!")):
            behind = _STOP.sub(r"\1", behind, count=1) if _STOP.match(behind) else behind
        words = {_TITLE: title, _YEAR: year, _ADDRESS: address}
        whole = f"{before}{_TITLE}{behind}"
        return clean(_MADE_UP.sub(lambda word: escape(words[word.group()]), whole))


def mould(style: Style, site: str, accessed: Date | None, kept: Kept) -> Mould:
    """How a style refers to the pages of a site.

    Args:
        style: a style.
        site: the name of the site, which stands for its authors.
        accessed: the day on which its pages are looked at, if one is to be named.
        kept: where to keep it.
    """
    works = [sound(one, style.variables)[0] for one in _pages(site, accessed)]
    name = kept.name(style.text, works, "mould")
    known = kept.read(name)
    if not (isinstance(known, list) and [*map(type, known)] == [str, str]):
        try:
            entries = ask(works, style.text, [[Ask(0)], [Ask(1)]]).entries
        except Failed as error:
            raise CannotFormat(
                f"The citation style {style.name} cannot refer to web pages. Take another style."
            ) from error
        known = [entries.get(0, ""), entries.get(1, "")]
        kept.keep(name, known)
    return Mould(*map(clean, known))


def _pages(site: str, accessed: Date | None) -> tuple[Item, Item]:
    """A page with a year, and another one without."""
    page: Item = {"type": "webpage", "title": _TITLE, "URL": _ADDRESS}
    page["author"] = [{"literal": site}]
    if accessed:
        page["accessed"] = {"date-parts": [[int(part) for part in accessed.split("-")]]}
    return {**page, "issued": {"date-parts": [[int(_YEAR)]]}}, page
