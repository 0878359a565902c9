"""The index of the search: what can be found by which words, however the scripts read it."""

import json
import marshal
import shutil
from bisect import bisect_right
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.building import INVENTED

from evidence_commons.export.search import search_files
from evidence_commons.export.search_documents import documents
from evidence_commons.export.search_kinds import CASE_STUDIES, NONE, Others
from evidence_commons.export.search_postings import postings, share
from evidence_commons.export.search_shards import BYTES, file_name, shards
from evidence_commons.export.search_text import parts_of_page
from evidence_commons.export.search_weights import LEVELS, Scales, Weighed
from evidence_commons.export.search_words import Heard, Stems, forms, tokens
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


def _numbers(line: str) -> dict[tuple[str, int], int]:
    """The levels of documents, read from a line as the docstring of ``postings`` tells it."""
    levels: dict[tuple[str, int], int] = {}
    for group in filter(None, line.split(" ")):
        number, step, unit = -1, 0, 1
        for sign in group[2:]:
            if sign in MORE:
                step, unit = step + MORE.index(sign) * unit, unit * 39
            else:
                number += step + LAST.index(sign) * unit + 1
                levels[group[0], number], step, unit = int(group[1]), 0, 1
    return levels


def _found(word: str) -> list[str]:
    """The addresses of all that has a word, looked up as a browser does: the best first."""
    (stem,) = Stems()[word]
    levels = _numbers(_part("terms", stem).get(stem, ""))
    return [_address(*one) for one in sorted(levels, key=lambda one: -levels[one])]


def _part(name: str, key: str) -> dict[str, str]:
    """The lines of the file that the root points at for a key."""
    begun = _read("root")[name].split(" ")
    lines: dict[str, str] = _read(f"{name}/{file_name(begun[bisect_right(begun, key) - 1])}")["of"]
    return lines


def _address(sign: str, number: int) -> str:
    (kind,) = (one for one in _read("root")["kinds"] if one[2] == sign)
    address: str = _read(f"{kind[0]}/{number // kind[3]}")["of"][number % kind[3]][1]
    return address


@given(st.dictionaries(st.integers(0, 200_000), st.integers(1, LEVELS), max_size=60))
def test_postings_say_every_number_and_its_level(levels: dict[int, int]) -> None:
    every = range(1, LEVELS + 1)
    by_level = [sorted(one for one in levels if levels[one] == level) for level in every]
    told = _numbers(postings("c", by_level))
    assert told == {("c", number): level for number, level in levels.items()}


@given(
    st.dictionaries(st.text("abcd日", min_size=1, max_size=16), st.text("x", max_size=9)),
    st.integers(8, 60),
)
def test_each_key_stands_in_the_file_that_the_root_points_at(
    lines: dict[str, str], most: int
) -> None:
    parts = shards(lines, most)
    begun = list(parts)
    assert begun == sorted(begun)
    assert len({file_name(start) for start in begun}) == len(begun)
    for key, line in lines.items():
        assert parts[begun[bisect_right(begun, key) - 1]][key] == line
    assert sum(map(len, parts.values())) == len(lines)


def test_files_are_as_large_as_a_telephone_likes_them() -> None:
    sizes = [_bytes(part) for part in shards(_made_up_lines()).values()]
    assert max(sizes) <= BYTES
    assert sum(sizes) / len(sizes) > BYTES / 3


def test_a_longer_line_changes_its_own_file_and_hardly_ever_another() -> None:
    lines = _made_up_lines()
    before = shards(lines)
    changed = []
    for key in sorted(lines)[::20]:
        after = shards(lines | {key: lines[key] + "x"})
        changed.append(sum(before.get(start) != part for start, part in after.items()))
    assert len(changed) > 100
    assert sum(changed) / len(changed) < 1.2


def test_a_text_of_one_sign_again_and_again_makes_no_long_names() -> None:
    parts = shards({"日" * length: "x" * 50 for length in range(1, 400)}, 500)
    assert max(len(file_name(start)) for start in parts) < 100


def _made_up_lines() -> dict[str, str]:
    """Words of which few are as common as they are in texts."""
    chance = Random(1)  # noqa: S311 - no secret depends on it
    words = {"".join(chance.choices("abcdeilmnorst", k=chance.randint(3, 9))) for _ in range(4000)}
    return {word: "x" * int(min(chance.paretovariate(0.9), 5000)) for word in sorted(words)}


def _bytes(part: dict[str, str]) -> int:
    return len(json.dumps(part, separators=(",", ":")))


def test_the_same_commons_gives_the_same_bytes(tmp_path: Path) -> None:
    again = _files(shutil.copytree(INVENTED, tmp_path / "commons"))
    assert again == _invented()


def test_every_file_says_of_which_edition_it_is_and_where_it_ends() -> None:
    root = _read("root")
    for name, edition in (("terms", root["edition"]), ("forwards", ""), ("backwards", "")):
        begun = root[name].split(" ")
        for start, end in zip(begun, [*begun[1:], ""], strict=True):
            assert _read(f"{name}/{file_name(start)}")["edition"] == f"{edition} {end}"
    for kind, *_, edition in root["kinds"]:
        texts = [path for path in _invented() if path.startswith(f"data/search/{kind}/")]
        assert {json.loads(_invented()[path])["edition"] for path in texts} <= {edition}


def test_an_edited_text_changes_the_files_that_its_words_stand_in(tmp_path: Path) -> None:
    after = _edited(tmp_path, "lends drills", "lends kettles")
    assert {path.split("/")[2] for path in after} == {
        *("terms", "forwards", "backwards", "case-studies")
    }
    texts = [path for path in after if "/case-studies/" in path]
    assert len(texts) == 1
    assert "lends kettles" in after[texts[0]]


def test_one_thing_more_gives_another_edition_to_its_kind_and_to_the_index(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    owl = commons / "case_studies" / "owl-library.yaml"
    text = owl.read_text("utf-8").replace("id: owl-library", "id: auk-library")
    (owl.parent / "auk-library.yaml").write_text(text, "utf-8")
    root = json.loads(_files(commons)["data/search/root.json"])
    assert root["edition"] != _read("root")["edition"]
    before, after = ({one[0]: one[-1] for one in of["kinds"]} for of in (_read("root"), root))
    assert {kind for kind in before if before[kind] != after[kind]} == {"case-studies"}


def _edited(folder: Path, words: str, instead: str) -> dict[str, str]:
    """The files that differ when words of an entry are others."""
    commons = shutil.copytree(INVENTED, folder / "commons")
    path = commons / "case_studies" / "owl-library.yaml"
    assert words in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(words, instead), "utf-8")
    after = _files(commons)
    return {path: text for path, text in after.items() if text != _invented().get(path)}


def test_what_is_known_of_a_document_can_be_kept_for_the_next_time() -> None:
    catalogue = open_commons(INVENTED).catalogue
    scales = Scales(catalogue)
    made = [scales.weighed(make()) for make in documents(CASE_STUDIES, catalogue, NONE)]
    kept = [Weighed(*marshal.loads(marshal.dumps(tuple(one)))) for one in made]  # noqa: S302
    assert share(CASE_STUDIES, kept) == share(CASE_STUDIES, made)


def test_what_words_tell_of_a_document_depends_on_no_other() -> None:
    catalogue = open_commons(INVENTED).catalogue
    makers = documents(CASE_STUDIES, catalogue, NONE)
    scales = Scales(catalogue)
    together = [scales.weighed(make()) for make in makers]
    assert [Scales(catalogue).weighed(make()) for make in makers] == together


def test_examples_come_first_and_in_the_order_of_their_list() -> None:
    kind, label, sign, _, _, count, _ = _read("root")["kinds"][0]
    studies = by_title(open_commons(INVENTED).catalogue.case_studies.values())
    assert (kind, label) == ("case-studies", "Case studies")
    assert [_address(sign, number) for number in range(count)] == [
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


@given(st.text())
def test_words_are_the_same_if_a_text_is_cut_at_its_spaces_first(text: str) -> None:
    heard = Heard()
    assert [stem for chunk in text.split() for stem in heard[chunk]] == Stems().of(text)


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
