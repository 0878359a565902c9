"""Works to the words that readers see for them, in one citation style or several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_commons.cite.answers import Words, words_of
from evidence_commons.cite.folding import folded
from evidence_commons.cite.kept import Kept
from evidence_commons.cite.markup import clean
from evidence_commons.cite.parts import cited
from evidence_commons.cite.probe import wording_of
from evidence_commons.cite.sound import sound
from evidence_commons.cite.style import Style
from evidence_commons.model.cited import Cited, Spoiled
from evidence_commons.model.item import Item
from evidence_commons.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Works by their keys, how they are cited, and what could not be shown of them."""

    cited: Mapping[str, Cited]
    wording: Wording
    spoiled: tuple[Spoiled, ...]


def cite(
    items: Sequence[Item], style: Style, others: Sequence[Style] = (), folder: Path | None = None
) -> Bibliography:
    """Format works.

    Args:
        items: the works as CSL-JSON; the id of each is its key.
        style: the style of the site.
        others: more styles, in which the entries are wanted as well.
        folder: where to keep what was formatted; anyone may empty it.

    Raises:
        CannotFormat: Pandoc is not there, or cannot do it in this style.
    """
    kept = Kept(folder)
    wording = wording_of(style, kept)
    keys = [str(item.get("id", "")) for item in items]
    spoiled: dict[Spoiled, None] = {}
    said: list[list[Words]] = []
    works: list[Item] = []
    for one in (style, *others):
        pairs = [sound(item, one.variables) for item in items]
        works = works or [item for item, _ in pairs]
        spoiled.update(dict.fromkeys(fault for _, faults in pairs for fault in faults))
        said.append(_words([item for item, _ in pairs], keys, one, kept))
    kept.tidy()
    made = {}
    for key, work, words, *entries in zip(keys, works, *said, strict=True):
        if not words.fit:
            spoiled[Spoiled(key, "It cannot be formatted, so that its title stands for it.")] = None
        elsewhere = {
            other.title: clean(entry.entry) for other, entry in zip(others, entries, strict=True)
        }
        made[key] = cited(work, words, style, elsewhere)
    return Bibliography(made, wording, tuple(spoiled))


def _words(items: Sequence[Item], keys: Sequence[str], style: Style, kept: Kept) -> list[Words]:
    """The words for works, whatever their order in the library: it must change no letter."""
    order = sorted(
        range(len(items)),
        key=lambda place: ("" if style.apart else _by_name(items[place]), keys[place]),
    )
    said = words_of([items[place] for place in order], style, kept)
    return [words for _, words in sorted(zip(order, said, strict=True))]


def _by_name(item: Item) -> str:
    """Styles with numbers count works in this order, if they have none of their own."""
    people = item.get("author") or item.get("editor") or [{}]
    named = people[0].get("family") or people[0].get("literal", "")
    return folded(f"{named} {item.get('title', '')}")
