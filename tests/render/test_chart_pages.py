"""Pictures on pages: what they say in words, and that no style stands in the page itself."""

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.model.page import Page
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages

HEDGES = ("over", "at-least", "under", "up-to", "almost", "about")
VALUE = """  - value: {value}
    hedge: {hedge}
    date: {date}
    place: {place}
    citation:
      key: plover2022taxis
      locator: p. 13
"""


@cache
def _pages() -> Mapping[str, Callable[[], Page]]:
    return pages(site(open_commons(INVENTED)))


def html(address: str) -> str:
    return str(_pages()[address]().html)


def words(address: str) -> str:
    return " ".join(_pages()[address]().html.striptags().split())


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    """The made-up commons with every hedge there is."""
    copy = tmp_path / "commons"
    shutil.copytree(INVENTED, copy)
    vocabulary = copy / "case_studies" / "vocabulary" / "hedges.yaml"
    known = vocabulary.read_text("utf-8")
    for hedge in HEDGES:
        if f"id: {hedge}\n" not in known:
            label = hedge.replace("-", " ")
            known += f"  - id: {hedge}\n    label: {label}\n    definition: It is {label} this.\n"
    vocabulary.write_text(known, "utf-8")
    return copy


def of_fares(commons: Path, *values: str) -> str:
    """The page of a metric that has these values."""
    path = commons / "docs" / "metrics" / "fare-per-mile.md"
    head = path.read_text("utf-8").rstrip().removesuffix("---")
    path.write_text(f"{head}observations:\n{''.join(values)}---\n", "utf-8")
    opened = open_commons(commons)
    assert "fare-per-mile" in opened.catalogue.metrics, opened.errors
    return str(pages(site(opened))["metrics/fare-per-mile/"]().html)


def test_a_metric_with_several_values_has_a_picture_and_its_table() -> None:
    page = html("metrics/members/")
    assert page.count('class="ec-bars__bar"') == 3
    assert page.index("ec-bars") < page.index("<table")
    said = words("metrics/members/")
    assert "about 31,000" in said
    assert "over: " in said


def test_a_metric_with_one_value_has_a_table_alone() -> None:
    assert "ec-chart" not in html("metrics/fare-per-mile/")


def test_each_hedge_is_drawn_its_own_way_and_said_beside_the_bar(commons: Path) -> None:
    page = of_fares(
        commons,
        *(VALUE.format(value="7", hedge=one, date=2020, place=f"Place {one}.") for one in HEDGES),
    )
    ends: dict[str, str] = {}
    for hedge in HEDGES:
        bar = page.partition(f"Place {hedge}.")[2].partition("</li>")[0]
        assert ("ec-bar__body--open" in bar) == (hedge in ("under", "up-to"))
        said = bar.partition("ec-bars__value")[2]
        assert f">{hedge.replace('-', ' ')} 7<" in said
        ends[hedge] = bar.rpartition('overflow="visible">')[2].partition("</svg>")[0]
    assert len(set(ends.values())) == len(HEDGES)
    assert all("ec-bar__beyond" in end or "ec-bar__maybe" in end for end in ends.values())


def test_values_over_time_are_told_in_words_to_those_who_do_not_see_them(commons: Path) -> None:
    page = of_fares(
        commons,
        VALUE.format(value="1.10", hedge="about", date=2018, place="Nowhere"),
        VALUE.format(value="1.40", hedge="over", date="2020-05", place="Nowhere"),
    )
    assert 'role="img"><title>Nowhere: 2018, about 1.10; May 2020, over 1.40</title>' in page
    assert page.count('class="ec-dot ec-dot--open"') >= 2


def test_a_metric_with_more_values_than_a_page_holds_goes_on_to_the_next(commons: Path) -> None:
    every = [
        VALUE.format(value=number, hedge="over", date=2020, place=f"Place {number}")
        for number in range(1, 60)
    ]
    page = of_fares(commons, *every)
    assert page.count('scope="row"') == 50
    assert 'href="list/2/"' in page
    assert "The 20 highest values side by side; the table has 40 more" in page


def test_a_claim_shows_its_value_among_the_others() -> None:
    said = words("case-studies/robin-taxis/")
    assert "One of 3 known values, from almost 120 to about 31,000" in said
    assert said.count("One of ") == 1


def test_the_profile_of_a_question_counts_claims_by_direction_and_level() -> None:
    page = html("questions/who-owns-the-wires/")
    table = page.partition('<table class="ec-profile">')[2].partition("</table>")[0]
    claims = sum(
        len(study.claims)
        for study in open_commons(INVENTED).catalogue.case_studies.values()
        if study.id in ("robin-taxis", "owl-library", "magpie-energy")
        and f"case-studies/{study.id}/" in page
    )
    assert f"Each bar is a share of all {claims}." in table
    assert table.count("<tr") == 2 + 5 + 1


def test_no_picture_needs_a_style_in_the_page_itself() -> None:
    for address in ("metrics/", "metrics/members/", "timeline/", "questions/who-owns-the-wires/"):
        assert "<svg" in html(address), address
        assert " style=" not in html(address)
        assert "<style" not in html(address)
