"""The evidence map as readers and spreadsheets get it."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.building import INVENTED, ROOT

from evidence_commons.link.join import join
from evidence_commons.model.page import Page
from evidence_commons.model.spreadsheet import spreadsheet
from evidence_commons.model.text import Text
from evidence_commons.model.vocabulary import Term
from evidence_commons.pipeline import Opened, open_commons, result_files, site
from evidence_commons.render.bar import HALF, bar
from evidence_commons.render.evidence_map import shades
from evidence_commons.render.pages import pages

Edit = Callable[[str, str, str], None]
STYLES = ROOT / "plugins/mkdocs_evidence_commons/theme/assets/ec-map.css"


@cache
def made(commons: Path = INVENTED) -> Mapping[str, Callable[[], Page]]:
    return pages(site(open_commons(commons)))


def html(address: str = "evidence-map/", commons: Path = INVENTED) -> str:
    return str(made(commons)[address]().html)


def cells(commons: Path = INVENTED) -> list[str]:
    """What each place of the map says to whoever hears it, row by row."""
    body = html(commons=commons).partition("</thead>")[2].partition("</table>")[0]
    found = re.split(r"<td[^>]*>", re.sub(r"<th.*?</th>|</?t(r|body)[^>]*>", "", body))[1:]
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", one)).split()) for one in found]


def test_each_place_says_in_one_sentence_what_is_there() -> None:
    said = cells()
    assert (
        "Ownership and access: 4 claims in 2 examples; strongest level 4; "
        "2 better, 1 no difference, 1 unclear"
    ) in said
    assert "Transport and work: 1 claim in 1 example; strongest level 5; 1 better" in said
    assert "Energy and work: not searched" in said
    assert len(said) == 3 * 4


def test_a_place_with_claims_leads_to_its_page_and_an_empty_one_to_how_to_contribute() -> None:
    assert "<a href=ownership/access/>" in html()
    assert html().count("<a href=../contribute/#record-a-search>") >= 1
    assert "evidence-map/energy/work/" not in made()
    assert "evidence-map/energy/access/" in made()


def test_why_a_place_is_empty_is_said_with_month_and_year(commons: Path, edit: Edit) -> None:
    question = "docs/questions/who-owns-the-wires.md"
    edit(question, "      - ownership\n    where", "      - energy\n    where")
    edit(question, "date: 2024-05\n", "date: 2024-09-17\n")
    assert "Energy and work: none found, Sep 2024" in cells(commons)


def test_the_caption_says_what_is_counted_and_as_of_when() -> None:
    caption = re.search(r"<caption[^>]*>(.*?)</caption>", html(), re.DOTALL)
    assert caption
    assert "Claims about each outcome" in caption[1]
    assert "as of 30 June 2024. 7 claims in 3 examples in all." in caption[1]


def test_rows_and_columns_have_heads_with_their_reach() -> None:
    heads = re.findall(r"<th ([^>]*)>", html())
    reach = [re.search(r"scope=\"?(\w+)", one) for one in heads]
    assert all(reach)
    assert [found[1] for found in reach if found] == [
        *("col", "colgroup", "col", "col"),
        *("col", "col"),
        *("row", "row", "row"),
    ]
    assert 'scope="colgroup" colspan="2"' in html()


def test_the_page_of_a_cell_says_why_each_claim_counts_there() -> None:
    page = html("evidence-map/ownership/access/")
    assert (
        "Counts here because the example is about ownership, and the claim about living costs,"
        " which belongs to access."
    ) in page
    assert "4 claims in 2 examples; strongest level 4;" in page
    assert 'href="../../../case-studies/robin-taxis/#claim-waits"' in page
    assert 'href="../../../case-studies/?theme=ownership&amp;outcome=access"' in page


def test_the_claims_of_a_cell_can_be_saved_with_their_works() -> None:
    page = html("evidence-map/ownership/access/")
    saved = dict(re.findall(r'<a download="([^"]+)" href="([^"]+)"', page))
    assert sorted(saved) == [f"ownership-access.{kind}" for kind in ("bib", "csv", "ris")]
    table = unquote(unescape(saved["ownership-access.csv"])).partition(",")[2]
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["works"] for row in rows} == {
        "wren2021taxis; plover2022taxis",
        "plover2022taxis",
        "wren2021taxis",
        "owl2024",
    }
    assert {row["level"] for row in rows} >= {"4"}
    assert "wren2021taxis" in unquote(saved["ownership-access.bib"])


def test_the_whole_map_is_a_table_for_spreadsheets_with_the_works_behind_it() -> None:
    files = {one.path: one.content for one in result_files(site(open_commons(INVENTED)))}
    rows = list(csv.DictReader(io.StringIO(files["data/evidence-map.csv"])))
    assert len(rows) == 3 * 4
    found = {(row["theme"], row["outcome"]): row for row in rows}
    full, empty = found["ownership", "access"], found["energy", "work"]
    assert (full["claims"], full["examples"], full["strongest_level"]) == ("4", "2", "4")
    assert (full["better"], full["no-difference"], full["unclear"]) == ("2", "1", "1")
    assert full["page"] == "evidence-map/ownership/access/"
    assert (empty["claims"], empty["why_empty"], empty["page"]) == ("0", "not searched", "")
    assert "wren2021taxis" in files["data/evidence-map.bib"]
    assert "stork1999" not in files["data/evidence-map.bib"]
    assert files["data/evidence-map.ris"].count("ER  -") == 4


def test_words_never_work_as_a_formula() -> None:
    assert spreadsheet([("=1+1", "@x", "-2", 3, -4, "a,b")]) == "'=1+1,'@x,'-2,3,-4,\"a,b\"\r\n"


@pytest.mark.parametrize("most", [1, 2, 5, 6, 9, 60, 1234])
def test_every_number_of_claims_has_one_shade(most: int) -> None:
    steps = shades(most)
    assert 1 <= len(steps) <= 5
    assert [low for low, _ in steps] == [1, *(high + 1 for _, high in steps[:-1])]
    assert steps[-1][1] == most


@pytest.mark.parametrize("counts", [(1, 0, 0), (0, 3, 0), (0, 0, 2), (1, 2, 3), (1, 0, 99)])
def test_a_bar_has_worse_left_and_better_right_of_the_middle(counts: tuple[int, int, int]) -> None:
    worse, neither, better = counts
    drawn = bar(*counts)
    lines = re.findall(r"([Mm])(\d+) \d+h(\d+)", drawn.sides)
    ends: list[tuple[int, int]] = []
    for sign, start, length in lines:
        left = int(start) + (ends[-1][1] if sign == "m" else 0)
        ends.append((left, left + int(length)))
    thin = int(drawn.middle.rpartition("h")[2] or 0)
    assert bool(thin) == bool(neither)
    assert len(ends) == bool(worse) + bool(better)
    if worse:
        assert ends[0][1] == HALF - thin // 2
    if better:
        assert ends[-1][0] == HALF - thin // 2 + thin
    assert all(end - start >= 2 for start, end in ends)
    assert all(0 <= start < end <= 2 * HALF + 2 for start, end in ends)


def test_whatever_stands_on_a_shade_can_be_read() -> None:
    pairs = dict(
        re.findall(r"--ec-map-(\w+): light-dark\((#\w{6}, #\w{6})\)", STYLES.read_text("utf-8"))
    )
    for look in (0, 1):
        colours = {name: pair.split(", ")[look] for name, pair in pairs.items()}
        for step in "12345":
            assert _contrast(colours[step], colours["ink"]) >= 4.5, (look, step)
            assert _contrast(colours[step], colours["worse"]) >= 3, (look, step)
            assert _contrast(colours[step], colours["better"]) >= 3, (look, step)
        bright = [_light(colours[step]) for step in "12345"]
        assert bright == sorted(bright, reverse=look == 0)


def _with_many_claims(claims: int, themes: int, outcomes: int) -> Opened:
    """The made-up commons with so many themes and outcomes, and claims about all of them."""
    opened = open_commons(INVENTED)
    old = opened.catalogue.collection
    study = opened.catalogue.case_studies["robin-taxis"]
    words = {
        "themes": [f"theme-number-{n}" for n in range(themes)],
        "outcomes": [f"outcome-number-{n}" for n in range(outcomes)],
    }
    known = tuple(
        replace(one, terms=tuple(map(_term, words[one.id]))) if one.id in words else one
        for one in old.vocabularies
    )
    directions = ("better", "worse", "mixed")
    studies = tuple(
        replace(
            study,
            id=Text(f"taxi-{n}"),
            themes=tuple(Text(words["themes"][(n + more * 7) % themes]) for more in range(3)),
            questions=(),
            claims=tuple(
                replace(
                    study.claims[at],
                    outcome=Text(words["outcomes"][(n // themes + at * 5) % outcomes]),
                    direction=Text(directions[(n + at) % 3]),
                )
                for at in range(5)
            ),
        )
        for n in range(claims // 5)
    )
    catalogue = join(replace(old, vocabularies=known, case_studies=studies))
    return replace(opened, catalogue=catalogue)


def _term(name: str) -> Term:
    label = name.replace("-", " ").capitalize()
    return Term(id=Text(name), label=Text(label), definition=Text("One of many."))


def _contrast(one: str, other: str) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    """How bright a colour is, as WCAG 2.2 has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_with_three_thousand_claims_the_map_is_a_page_of_less_than_300_kb() -> None:
    page = pages(site(_with_many_claims(3_000, themes=36, outcomes=24)))["evidence-map/"]()
    assert "3,000 claims" in page.html
    assert page.html.count("<td class=no") == 0
    size = len(page.html.encode())
    assert size < 280_000, f"{size}, and the shell around it has some 15 kB"
