"""The parts of a citation that text is composed of: who, when, and both."""

from collections.abc import Mapping

from markupsafe import Markup

from evidence_commons.cite.answers import Words
from evidence_commons.cite.markup import clean
from evidence_commons.cite.sound import NAMES
from evidence_commons.cite.style import Style
from evidence_commons.model.cited import Cited
from evidence_commons.model.item import Item

_BETWEEN = " \N{NO-BREAK SPACE},:;"


def cited(
    item: Item, words: Words, style: Style, others: Mapping[str, Markup] | None = None
) -> Cited:
    """A work as the style says it, with its author and date apart where it parts them."""
    cite, date = inside(words.cite, style), inside(words.date, style)
    author = Markup("")
    if cite != date and cite.endswith(date):
        author = clean(cite[: len(cite) - len(date)].rstrip(_BETWEEN))
    else:
        date = cite
    return Cited(
        cite=cite,
        author=author,
        date=date,
        entry=clean(words.entry.strip()) or cite,
        order=tuple(words.order),
        place=tuple(words.place),
        team=author and f"{author} {_people(item)}",
        others=others or {},
    )


def _people(item: Item) -> str:
    """All who made a work: people of the same family name are others."""
    return next((str(item[role]) for role in NAMES if item.get(role)), "")


def inside(html: str, style: Style) -> Markup:
    """What stands between the brackets of a citation."""
    bare = clean(html)
    if bare.startswith(style.open) and bare.endswith(style.close):
        return bare[len(style.open) : len(bare) - len(style.close)]
    return bare
