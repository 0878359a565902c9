"""How a style sets citations in running text, found by looking at two made-up works in it."""

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from evidence_commons.cite.answers import ASKED, Words, place_in_group
from evidence_commons.cite.kept import Kept
from evidence_commons.cite.markup import clean
from evidence_commons.cite.pandoc import Ask, CannotFormat, Failed, ask
from evidence_commons.cite.parts import cited, inside
from evidence_commons.cite.style import Style
from evidence_commons.model.locator import LABELS, Around, Locator, LocatorWords
from evidence_commons.model.wording import Pointer, Wording

_FORMS = ("4", "4\N{EN DASH}7", "iv")


def _work(family: str, year: int, title: str) -> dict[str, Any]:
    return {
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": "Ada"}],
        "issued": {"date-parts": [[year]]},
        "publisher": "Press",
    }


_WORKS = (
    _work("Probe", 2011, "Alder"),
    _work("Quest", 2012, "Birch"),
    _work("Probe", 2013, "Cedar"),
)
# No work is asked for twice in a row: some styles would write "ibid.".
_BARE = [[Ask(place, manner)] for manner in ASKED for place in range(3)]
_TYPED = [f", {label} {form}" for label in LABELS for form in _FORMS]
_LOCATED = [[Ask(number % 2, behind=typed)] for number, typed in enumerate(_TYPED)]
_GROUPS = (
    [Ask(1)],
    [Ask(0), Ask(1)],
    [Ask(1), Ask(0), Ask(2)],
    [Ask(0, behind=", page 4"), Ask(1)],
    [Ask(0, behind=", page 4"), Ask(2)],
)


def wording_of(style: Style, kept: Kept) -> Wording:
    """How a style sets citations.

    Raises:
        CannotFormat: Pandoc cannot read the style, or it sets them in a way we do not know.
    """
    clusters = _clusters(style, kept)
    bare, rest = clusters[: len(_BARE)], clusters[len(_BARE) :]
    located, groups = rest[: len(_LOCATED)], rest[len(_LOCATED) :]
    tail, dash, locators = _locators(
        [inside(one, style) for one in bare[:2]], [inside(one, style) for one in located]
    )
    wording = Wording(
        open=style.open,
        close=style.close,
        delimiter=style.delimiter,
        group_delimiter=style.group_delimiter,
        after_group_delimiter=style.after_group_delimiter,
        tail=tail,
        dash=dash,
        collapse=style.collapse,
        sorts=bool(style.in_group),
        expands_ranges=style.expands_ranges,
        locators=locators,
    )
    _compare(wording, style, bare, groups)
    return wording


def _clusters(style: Style, kept: Kept) -> list[str]:
    """What Pandoc makes of our made-up citations."""
    asked = [*_BARE, *_LOCATED, *_GROUPS]
    name = kept.name(style.text, _WORKS, asked)
    known = kept.read(name)
    if isinstance(known, list) and [*map(type, known)] == [str] * len(asked):
        return known
    try:
        clusters = ask(_WORKS, style.text, asked).clusters
    except Failed as error:
        raise CannotFormat(
            f"Pandoc cannot read the citation style {style.name}. Download it again from "
            f"github.com/citation-style-language/styles. It says: {error}"
        ) from error
    kept.keep(name, clusters)
    return clusters


def _locators(
    bare: Sequence[Markup], located: Sequence[Markup]
) -> tuple[str, str, dict[str, LocatorWords]]:
    """What closes a citation behind its locator, the dash, and the words for each kind."""
    tail = _tail(str(bare[0]), located[0])
    said = [
        one.removesuffix(tail).removeprefix(bare[number % 2].removesuffix(tail))
        for number, one in enumerate(located)
    ]
    words = {}
    for number, label in enumerate(LABELS):
        one, several, roman = map(_around, said[len(_FORMS) * number :][: len(_FORMS)], _FORMS)
        # A style may be silent about such places.
        if one:
            words[label] = LocatorWords(one, several or one, roman or one)
    dash = "-" if "4-7" in said[1] else "\N{EN DASH}"
    return tail, dash, words


def _tail(bare: str, located: str) -> str:
    """What stood behind the place into which a locator was put."""
    places = range(len(bare), -1, -1)
    return next(bare[place:] for place in places if located.startswith(bare[:place]))


def _around(said: str, form: str) -> Around | None:
    found = re.search(form.replace("\N{EN DASH}", "[\N{EN DASH}-]"), said)
    return Around(said[: found.start()], said[found.end() :]) if found else None


def _compare(wording: Wording, style: Style, bare: Sequence[str], groups: Sequence[str]) -> None:
    """See that what we compose is what Pandoc has composed."""
    works = []
    for place, work in enumerate(_WORKS):
        keys = place_in_group(work, bare[place], style)
        works.append(cited(work, Words(bare[place], bare[place + 3], "", [], keys), style))
    for group, said in zip(_GROUPS, groups, strict=True):
        if "page" not in wording.locators and any(one.behind for one in group):
            continue
        row = [
            Pointer(works[one.work], Locator("page", "4") if one.behind else Locator())
            for one in group
        ]
        if "".join(piece.words for piece in wording.compose(row)) != clean(said):
            raise CannotFormat(
                f"The citation style {style.name} sets citations in a way that is not known here. "
                "Take another style."
            )
