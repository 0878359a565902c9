"""The words for works, part by part: from what was kept, or from Pandoc."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from markupsafe import escape

from evidence_commons.cite.chunks import chunks
from evidence_commons.cite.kept import Kept
from evidence_commons.cite.pandoc import Ask, Failed, ask
from evidence_commons.cite.style import Style
from evidence_commons.model.citation import Manner
from evidence_commons.model.item import Item

AT_ONCE = 2
"""So many questions are put at the same time; each takes one processor and about 200 MB."""


IN_ONE = 500
"""About so many works are in one question. To ask costs as much as a hundred works, and with more
than these each work costs the more, the more there are."""

ASKED = (Manner.IN_BRACKETS, Manner.WITHOUT_AUTHOR)
"""The forms of which all citations are composed."""


class Words(NamedTuple):
    """A work in the words of a style, as HTML: its citation, the date alone, and its entry.

    ``order`` and ``place`` sort it in a bibliography and in a group of citations. ``fit`` is
    false for a work that Pandoc cannot format: its entry is then made of its title.
    """

    cite: str
    date: str
    entry: str
    order: list[str]
    place: list[str]
    fit: bool = True


@dataclass(frozen=True, slots=True)
class _Part:
    places: list[int]
    items: list[Item]
    name: str


def words_of(items: Sequence[Item], style: Style, kept: Kept) -> list[Words]:
    """All works in the words of a style, in the order in which they are given."""
    parts = [_part(items, places, style, kept) for places in _parted(items, style)]
    known = {part.name: _recalled(kept.read(part.name), len(part.items)) for part in parts}
    new = [part for part in parts if not known[part.name]]
    questions = _together(new)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda asked: _asked(_items(asked), style), questions)
        for asked, answer in zip(questions, answers, strict=True):
            words = iter(answer)
            for part in asked:
                own = known[part.name] = list(islice(words, len(part.items)))
                kept.keep(part.name, own)
    made: dict[int, Words] = {}
    for part in parts:
        made.update(zip(part.places, known[part.name] or (), strict=True))
    return [made[place] for place in range(len(items))]


def _together(parts: Sequence[_Part]) -> list[list[_Part]]:
    """The parts that are asked for in one question. It is the same to them: they stand apart."""
    questions: list[list[_Part]] = []
    for part in parts:
        if questions and len(_items(questions[-1])) + len(part.items) <= IN_ONE:
            questions[-1].append(part)
        else:
            questions.append([part])
    return questions


def _items(parts: Sequence[_Part]) -> list[Item]:
    return [item for part in parts for item in part.items]


def _parted(items: Sequence[Item], style: Style) -> list[list[int]]:
    if not items:
        return []
    return chunks(items) if style.apart else [list(range(len(items)))]


def _part(items: Sequence[Item], places: list[int], style: Style, kept: Kept) -> _Part:
    own = [items[place] for place in places]
    return _Part(places, own, kept.name(style.text, own))


def _recalled(content: Any, number: int) -> list[Words] | None:
    """What was kept, if it has the form of an answer about so many works."""
    if not isinstance(content, list) or len(content) != number:
        return None
    try:
        return [_checked(Words(*one)) for one in content]
    except (TypeError, AttributeError):
        return None


def _checked(words: Words) -> Words:
    keys = (*words.order, *words.place)
    if not all(isinstance(one, str) for one in (words.cite, words.date, words.entry, *keys)):
        raise TypeError
    return words


def _asked(items: Sequence[Item], style: Style) -> list[Words]:
    """The words for works, from Pandoc."""
    try:
        return _put(items, style)
    except Failed:
        unfit = set(_refused(list(range(len(items))), items, style))
    fit = [item for place, item in enumerate(items) if place not in unfit]
    words = iter(_put(fit, style) if fit else ())
    return [_plain(item) if place in unfit else next(words) for place, item in enumerate(items)]


def _refused(places: list[int], items: Sequence[Item], style: Style) -> list[int]:
    """Those works that Pandoc does not take, found by halves."""
    try:
        _put([items[place] for place in places], style)
    except Failed:
        if len(places) == 1:
            return places
        middle = len(places) // 2
        halves = (places[:middle], places[middle:])
        return [place for half in halves for place in _refused(half, items, style)]
    return []


def _put(items: Sequence[Item], style: Style) -> list[Words]:
    # No work is asked for twice in a row: some styles would write "ibid.".
    clusters = [[Ask(place, manner)] for manner in ASKED for place in range(len(items))]
    answer = ask(items, style.text, clusters)
    orders = list(answer.entries)
    cites, dates = answer.clusters[: len(items)], answer.clusters[len(items) :]
    return [
        Words(
            cite,
            date,
            answer.entries.get(place, ""),
            list(style.in_list.keys(item)) if style.apart else [f"{orders.index(place):06}"],
            place_in_group(item, cite, style),
        )
        for place, (item, cite, date) in enumerate(zip(items, cites, dates, strict=True))
    ]


def place_in_group(item: Item, cite: str, style: Style) -> list[str]:
    """What sorts a work among those that it is cited together with."""
    figures = re.sub(r"[^0-9]", "", cite)[:6]
    return list(style.in_group.keys({**item, "citation-number": f"{figures:0>6}"}))


def _plain(item: Item) -> Words:
    title = str(escape(item.get("title", "")))
    return Words(title, "", title, ["\uffff"], ["\uffff"], fit=False)
