"""Citations in running text, as we compose them, against what Pandoc writes for the same."""

import random
from functools import cache
from typing import Any

import pytest
from tests.cite.made import library

from evidence_commons.cite import pandoc
from evidence_commons.cite.bibliography import Bibliography, cite
from evidence_commons.cite.markup import clean
from evidence_commons.cite.sound import sound
from evidence_commons.cite.style import HARVARD, read_style
from evidence_commons.model.citation import Manner
from evidence_commons.model.locator import NOWHERE_IN_IT, read_locator
from evidence_commons.model.wording import Piece, Pointer

STYLES = (HARVARD, "apa")


def work(key: str, year: int | None, *families: str, **fields: Any) -> dict[str, Any]:
    people = [{"family": family, "given": "Ada"} for family in families]
    dated = {"issued": {"date-parts": [[year]]}} if year else {}
    made = {"id": key, "type": "book", "title": key.capitalize(), "publisher": "Fen Press"}
    return {**made, **dated, **({"author": people} if people else {}), **fields}


WORKS = [
    work("ash", 2021, "Mean"),
    work("birch", 2022, "Mean"),
    work("cedar", 2022, "Mean"),
    work("dogwood", None, "Mean"),
    work("elm", 2020, "Abel", "Mean"),
    work("fir", 2019, "Abel", "Mean", "Cox", "Dow"),
    work("gorse", 2020),
    work("hazel", 2023, "Reed", author=[{"literal": "Reed, Fenn & Co"}]),
    work("ivy", 2018, "Berg", author=[{"family": "Berg", "non-dropping-particle": "van der"}]),
]
GROUPS = [
    "ash",
    "ash p. 4",
    "ash pp. 4-7",
    "ash chapter 3",
    "ash section iv",
    "ash note 5, in part",
    "ash 33",
    "-ash",
    "-ash p. 4",
    "@ash",
    "@ash p. 4",
    "@ash; birch",
    "@ash p. 4; birch",
    "@elm pp. 3, 5",
    "dogwood",
    "fir; elm",
    "birch; ash",
    "cedar; ash; birch; elm",
    "ash p. 3; birch; gorse",
    "see ash; cedar",
    "see ash; elm; but cf. cedar p. 9",
    "ash, for one; birch",
    "-ash; -birch",
    "gorse; hazel; ivy",
    "hazel fig. 2; ivy vol. 2; dogwood",
    "@hazel",
    "ivy p. iv; ash line 3; ash",
]


@cache
def formatted(style: str) -> Bibliography:
    return cite(WORKS, read_style(style))


def pointed(one: str) -> tuple[str, Manner, str, str]:
    """``see -ash p. 4`` as its key, its manner, and the words before and behind."""
    words = one.split()
    keys = [work["id"] for work in WORKS]
    (place,) = (i for i, word in enumerate(words) if word.strip("-@,") in keys)
    sign = words[place][0]
    manner = {"-": Manner.WITHOUT_AUTHOR, "@": Manner.IN_SENTENCE}.get(sign, Manner.IN_BRACKETS)
    comma = "," if words[place].endswith(",") else ""
    behind = f"{comma} {' '.join(words[place + 1 :])}".rstrip()
    return words[place].strip("-@,"), manner, " ".join(words[:place]), behind


def composed(group: str, style: str) -> list[Piece]:
    found = formatted(style)
    return found.wording.compose(
        [
            Pointer(found.cited[key], read_locator(behind), before, manner)
            for key, manner, before, behind in map(pointed, group.split("; "))
        ]
    )


def text(group: str, style: str = HARVARD) -> str:
    return "".join(piece.words for piece in composed(group, style))


@cache
def of_pandoc(style: str) -> dict[str, str]:
    how = read_style(style)
    keys = [work["id"] for work in WORKS]
    clusters = [
        [
            pandoc.Ask(keys.index(key), manner, behind, before)
            for key, manner, before, behind in map(pointed, group.split("; "))
        ]
        for group in GROUPS
    ]
    read = [sound(work, how.variables)[0] for work in WORKS]
    return dict(zip(GROUPS, pandoc.ask(read, how.text, clusters).clusters, strict=True))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("group", GROUPS)
def test_what_we_compose_is_what_pandoc_writes(group: str, style: str) -> None:
    assert text(group, style) == clean(of_pandoc(style)[group])


@pytest.mark.parametrize("style", STYLES)
def test_made_up_groups_too(style: str) -> None:
    chance = random.Random(3)  # noqa: S311 - nothing secret
    # Laws are cited with signs of their own for locators, in APA.
    works = [work for work in library(60) if work["type"] != "legislation"]
    how = read_style(style)
    found = cite(works, how)
    groups = [
        [
            pandoc.Ask(
                place,
                behind=chance.choice(["", "", " p. 4", ", pp. 4-7", ", and more"]),
                before=chance.choice(["", "", "", "see"]),
            )
            for place in chance.sample(range(len(works)), chance.choice([1, 2, 3, 5]))
        ]
        for _ in range(60)
    ]
    bare = [[pandoc.Ask(place)] for place in range(len(works))]
    read = [sound(work, how.variables)[0] for work in works]
    said = pandoc.ask(read, how.text, bare + groups).clusters[len(works) :]
    for group, one in zip(groups, said, strict=True):
        pointers = [
            Pointer(
                found.cited[works[ask.work]["id"]],
                read_locator(ask.behind) if ask.behind else NOWHERE_IN_IT,
                ask.before,
            )
            for ask in group
        ]
        assert "".join(piece.words for piece in found.wording.compose(pointers)) == clean(one)


def test_each_work_is_a_piece_of_its_own() -> None:
    pieces = composed("see birch p. 4; ash; elm", HARVARD)
    assert [(piece.words, piece.pointer) for piece in pieces] == [
        ("(see ", None),
        ("Mean, 2022a", 0),
        (", p. 4; ", None),
        ("2021", 1),
        ("; ", None),
        ("Abel and Mean, 2020", 2),
        (")", None),
    ]


def test_an_author_in_a_sentence_belongs_to_the_piece() -> None:
    pieces = composed("@ash p. 4", HARVARD)
    assert [(piece.words, piece.pointer) for piece in pieces] == [
        ("Mean (2021", 0),
        (", p. 4)", None),
    ]


def test_words_about_a_citation_stay_words() -> None:
    pointer = Pointer(formatted(HARVARD).cited["ash"], read_locator("p. 4 <b>x</b>"), "<i>see</i>")
    whole = "".join(piece.words for piece in formatted(HARVARD).wording.compose([pointer]))
    assert "<b>" not in whole
    assert "<i>" not in whole


def test_pages_are_written_in_full_where_a_style_asks_for_it() -> None:
    assert text("ash pp. 122-8", "apa") == "(Mean, 2021, pp. 122–128)"
    assert text("ash pp. 122-8") == "(Mean, 2021, pp. 122–8)"
