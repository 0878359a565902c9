"""The list of examples, the pages of levels and years, and long lists of terms."""

import re
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.model.address import relative
from evidence_commons.model.page import Page
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages

MANY = 120


@cache
def _makers(commons: Path) -> Mapping[str, Callable[[], Page]]:
    return pages(site(open_commons(commons)))


def _html(commons: Path, address: str) -> str:
    return str(_makers(commons)[address]().html)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up commons with over a hundred libraries of things."""
    commons = shutil.copytree(INVENTED, tmp_path_factory.mktemp("many") / "commons")
    owl = (commons / "case_studies" / "owl-library.yaml").read_text("utf-8")
    for number in range(MANY):
        text = owl.replace("owl-library", f"owl-{number}")
        text = text.replace("title: Owl Library of Things", f"title: Owl {number:03}")
        (commons / "case_studies" / f"owl-{number}.yaml").write_text(text, "utf-8")
    return commons


def _studies(html: str) -> list[str]:
    return re.findall(r'class="ec-card__title"><a href="[^"]*">([^<]+)</a>', html)


def test_all_pages_of_the_list_together_hold_every_example_once_and_in_order(many: Path) -> None:
    addresses = ["case-studies/", "case-studies/list/2/", "case-studies/list/3/"]
    listed = [title for address in addresses for title in _studies(_html(many, address))]
    assert len(listed) == MANY + 3
    assert listed == sorted(listed)
    assert "case-studies/list/4/" not in _makers(many)


def test_one_can_leaf_from_each_page_of_the_list_to_the_next_and_back(many: Path) -> None:
    second = _html(many, "case-studies/list/2/")
    for rel, address in (("prev", "case-studies/"), ("next", "case-studies/list/3/")):
        way = relative(address, "case-studies/list/2/")
        assert f'<a rel="{rel}" href="{way}">' in second
    assert "here 51 to 100" in second


def test_the_page_of_a_term_that_much_carries_goes_on(many: Path) -> None:
    first = _html(many, "vocabulary/themes/ownership/")
    third = _html(many, "vocabulary/themes/ownership/list/3/")
    assert len(_studies(first)) == 50
    assert "122 case studies, here 101 to 122" in third
    assert len(_studies(third)) == 22


def test_a_page_of_a_level_holds_its_claims(many: Path) -> None:
    assert "120 claims" not in _html(many, "levels/5/")
    assert "Robin Taxis" in _html(many, "levels/5/")


def test_a_level_without_claims_says_what_that_means(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    (commons / "case_studies" / "robin-taxis.yaml").unlink()
    assert "That says nothing about the world" in _html(commons, "levels/5/")


def test_a_page_of_a_year_holds_what_began_then() -> None:
    assert _studies(_html(INVENTED, "years/2018/")) == ["Magpie Energy"]


def test_without_scripts_each_value_leads_to_a_page_and_says_how_many_there_are() -> None:
    html = _html(INVENTED, "case-studies/")
    row = re.search(r'<li data-ec-value="energy">(.*?)</li>', html)
    assert row
    assert row[1].startswith('<a href="../vocabulary/themes/energy/">Energy</a>')
    assert ">1<" in row[1]


def test_every_value_that_leads_somewhere_leads_to_a_page_that_is_there(many: Path) -> None:
    results = site(open_commons(many)).results
    addresses = {value.address for one in results.facets.values() for value in one.values}
    assert addresses - {""} <= set(_makers(many))


def test_the_page_of_a_wide_term_counts_what_is_under_narrower_ones(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    themes = commons / "case_studies" / "vocabulary" / "themes.yaml"
    text = themes.read_text("utf-8")
    themes.write_text(
        text.replace("  - id: energy\n", "  - id: energy\n    broader: ownership\n"), "utf-8"
    )
    assert "Magpie Energy" in _studies(_html(commons, "vocabulary/themes/ownership/"))
    assert "Magpie Energy" not in _studies(_html(INVENTED, "vocabulary/themes/ownership/"))
