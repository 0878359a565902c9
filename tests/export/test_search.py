"""The index of the search: what can be found by which words, however the scripts read it."""

import json
import shutil
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.building import INVENTED

from evidence_commons.export.search import search_files
from evidence_commons.export.search_kinds import Others
from evidence_commons.export.search_shards import LEVELS, postings, shards, starts
from evidence_commons.export.search_text import parts_of_page
from evidence_commons.export.search_words import Stems, forms, tokens
from evidence_commons.model.order import by_title
from evidence_commons.pipeline import open_commons

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"\\<>&'")
LAST, MORE = SIGNS[10:49], SIGNS[49:88]


def _files(commons: Path = INVENTED) -> dict[str, str]:
    opened = open_commons(commons)
    made = search_files(opened.catalogue, Others(rules=opened.rules))
    return {file.path: file.content for file in made}


@cache
def _read(path: str) -> Any:
    return json.loads(_invented()[f"data/search/{path}.json"])


@cache
def _invented() -> dict[str, str]:
    return _files()


def _numbers(line: str) -> dict[int, int]:
    """The levels of documents, read from a line as the docstring of ``postings`` tells it."""
    levels: dict[int, int] = {}
    for group in filter(None, line.split(" ")):
        number, step, unit = -1, 0, 1
        for sign in group[1:]:
            if sign in MORE:
                step, unit = step + MORE.index(sign) * unit, unit * 39
            else:
                number += step + LAST.index(sign) * unit + 1
                levels[number], step, unit = int(group[0]), 0, 1
    return levels


def _found(word: str) -> list[str]:
    """The addresses of all that has a word, looked up as a browser does: the best first."""
    (stem,) = Stems()[word]
    begun = _read("root")["terms"].split(" ")
    part = _read(f"terms/{bisect_right(begun, stem) - 1}")["of"]
    levels = _numbers(part.get(stem, ""))
    return [_address(number) for number in sorted(levels, key=lambda one: -levels[one])]


def _address(number: int) -> str:
    for kind, _, per_file, _, count in _read("root")["kinds"]:
        if number < count:
            address: str = _read(f"{kind}/{number // per_file}")["of"][number % per_file][1]
            return address
        number -= count
    raise AssertionError(number)


@given(st.dictionaries(st.integers(0, 200_000), st.integers(1, LEVELS), max_size=60))
def test_postings_say_every_number_and_its_level(levels: dict[int, int]) -> None:
    line = postings((level, number) for number, level in sorted(levels.items()))
    assert _numbers(line) == levels


@given(st.sets(st.text("abcd", min_size=1, max_size=5), min_size=1), st.integers(8, 60))
def test_each_key_stands_in_the_file_that_the_root_points_at(keys: set[str], most: int) -> None:
    parts = list(shards(dict.fromkeys(keys, "x"), most))
    begun = starts(parts).split(" ")
    for key in keys:
        assert key in parts[bisect_right(begun, key) - 1]


def test_the_same_commons_gives_the_same_bytes(tmp_path: Path) -> None:
    again = _files(shutil.copytree(INVENTED, tmp_path / "commons"))
    assert again == _invented()


def test_every_file_says_of_which_edition_it_is() -> None:
    edition = _read("root")["edition"]
    assert {json.loads(content)["edition"] for content in _invented().values()} == {edition}


def test_a_changed_word_gives_another_edition(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    path = commons / "case_studies" / "owl-library.yaml"
    path.write_text(path.read_text("utf-8").replace("saucepan", "kettle"), "utf-8")
    changed = json.loads(_files(commons)["data/search/root.json"])
    assert changed["edition"] != _read("root")["edition"]


def test_examples_come_first_and_in_the_order_of_their_list() -> None:
    kind, label, _, _, count = _read("root")["kinds"][0]
    studies = by_title(open_commons(INVENTED).catalogue.case_studies.values())
    assert (kind, label) == ("case-studies", "Case studies")
    assert [_address(number) for number in range(count)] == [
        f"case-studies/{study.id}/" for study in studies
    ]


@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("saucepan", "case-studies/owl-library/"),
        ("saucepans", "case-studies/owl-library/"),
        ("blanket", "questions/how-to-keep-warm/#proposal-borrow-blankets"),
        ("wheels", "questions/who-owns-the-wires/"),
        ("members", "metrics/members/"),
        ("plover2022taxis", "references/plover2022taxis/"),
        ("bills", "vocabulary/outcomes/living-costs/"),
        ("invented", "about/"),
        ("scotland", "case-studies/magpie-energy/"),
    ],
)
def test_a_thing_is_found_by_its_words(word: str, address: str) -> None:
    assert address in _found(word)


def test_another_word_for_a_term_leads_to_all_that_names_the_term() -> None:
    assert "bills" not in (INVENTED / "case_studies/robin-taxis.yaml").read_text("utf-8")
    found = _found("bills")
    assert found[0] == "vocabulary/outcomes/living-costs/"
    assert "case-studies/robin-taxis/" in found


def test_a_word_of_the_title_comes_before_one_in_the_text() -> None:
    assert _found("taxis").index("case-studies/robin-taxis/") < 3


def test_every_rule_is_found_by_its_code() -> None:
    for rule in open_commons(INVENTED).rules:
        (*_, joined) = forms(rule.code)
        assert f"rules/{rule.code}/" in _found(joined)


def test_words_that_stand_everywhere_are_not_in_the_index() -> None:
    assert not [word for word in _read("root")["left_out"].split() if Stems()[word]]


@pytest.mark.parametrize(
    ("typed", "alike"),
    [
        ("organising", "organizations"),
        ("neighbours", "neighborly"),
        ("co-operative", "cooperatives"),
        ("Gwŷnfryn", "gwynfryn"),
        ("people’s", "people"),
        ("programmes", "program"),
    ],
)
def test_words_that_are_written_otherwise_are_the_same(typed: str, alike: str) -> None:
    stems = Stems()
    assert set(stems.of(typed)) & set(stems.of(alike))


def test_size_and_hour_stay_as_they_are() -> None:
    assert [Stems().stem(word) for word in ("size", "hour")] == ["size", "hour"]


def test_a_word_with_a_hyphen_is_its_parts_and_one_word() -> None:
    (token,) = tokens("Co-op’s")
    assert forms(token) == ("co", "op", "coop")


def test_a_page_is_told_by_its_headings() -> None:
    page = """\
---
title: Gulls
---
# About *gulls* {#top}

They [eat](food.md) chips [@gull2020, p. 3].

## What they eat {#meals}
| chips | bread |
|-------|-------|
```
## no heading
```
## Why, oh why?
- Hunger
## Why, oh why?
"""
    assert [tuple(part)[:3] for part in parts_of_page(page) if part.text] == [
        ("", "", "They eat chips."),
        ("meals", "What they eat", "chips bread"),
        ("why-oh-why", "Why, oh why?", "Hunger"),
    ]
