"""What every published page keeps to, on the real site and on a made-up one."""

import json
from pathlib import Path

import pytest
from tests.site.crawl import Read, dead_links, pages

SIGNS = ("Markup(", "{{ ", "{% ", "<li", "&lt;")
"""What a page shows when the inside of a program gets out, and nobody types."""

WORDS = ("None", "Undefined", "object at")
"""The same, in words that a contributor may well type."""


@pytest.fixture(scope="module", params=["real", "made_up"])
def built(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """A commons and its site."""
    commons, site = request.getfixturevalue(request.param)
    return commons, site


@pytest.fixture(scope="module")
def commons(built: tuple[Path, Path]) -> Path:
    return built[0]


@pytest.fixture(scope="module")
def site(built: tuple[Path, Path]) -> Path:
    return built[1]


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Read]:
    return pages(site)


def test_every_internal_link_leads_to_a_page_and_an_anchor_that_exist(site: Path) -> None:
    assert dead_links(site) == []


def test_every_page_has_one_first_heading_and_skips_no_level(read: dict[str, Read]) -> None:
    for path, page in read.items():
        levels = [int(tag[1]) for tag in page.headings]
        assert levels.count(1) == 1, path
        steps = zip([1, *levels], levels, strict=False)
        assert all(level <= before + 1 for before, level in steps), (path, levels)


def test_every_anchor_stands_once_on_its_page(read: dict[str, Read]) -> None:
    for path, page in read.items():
        assert sorted(set(page.anchors)) == sorted(page.anchors), path


def test_no_page_shows_the_inside_of_the_program(read: dict[str, Read]) -> None:
    for path, page in read.items():
        assert _shown(SIGNS, page) == [], path


def test_no_page_of_the_made_up_site_shows_words_of_the_program(
    made_up: tuple[Path, Path],
) -> None:
    for path, page in pages(made_up[1]).items():
        if not path.startswith("vocabulary/"):  # "None" is a term of one
            assert _shown(WORDS, page) == [], path


def _shown(leaks: tuple[str, ...], page: Read) -> list[str]:
    words = " ".join(page.text)
    return [leak for leak in leaks if leak in words]


def test_every_thing_of_the_commons_has_a_page(commons: Path, site: Path) -> None:
    for entry in (commons / "case_studies").glob("*.yaml"):
        assert (site / "case-studies" / entry.stem / "index.html").is_file()
    for kind in ("questions", "metrics"):
        for entry in (commons / "docs" / kind).glob("*.md"):
            assert (site / kind / entry.stem / "index.html").is_file()


def test_the_data_files_can_be_read(commons: Path, site: Path) -> None:
    studies = json.loads((site / "data" / "case-studies.json").read_text(encoding="utf-8"))
    every = {entry.stem for entry in (commons / "case_studies").glob("*.yaml")}
    assert {study["id"] for study in studies} == every
    assert all(1 <= claim["level"] <= 5 for study in studies for claim in study.get("claims", ()))
