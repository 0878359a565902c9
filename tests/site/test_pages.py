"""What every published page keeps to."""

import json
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.site.crawl import Read, pages


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Read]:
    return pages(site)


def _target(path: str, link: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page leads to."""
    parts = urlsplit(link)
    file = normpath(join(path.rpartition("/")[0], unquote(parts.path))) if parts.path else path
    if "." not in file.rpartition("/")[2].strip("."):
        file = normpath(join(file, "index.html"))
    return file, parts.fragment


def test_every_internal_link_leads_to_a_page_and_an_anchor_that_exist(
    site: Path, read: dict[str, Read]
) -> None:
    broken = []
    for path, page in read.items():
        for link in page.links:
            if urlsplit(link).scheme or link.startswith("#__"):
                continue
            file, anchor = _target(path, link)
            if not (site / file).is_file():
                broken.append(f"{path}: {link}")
            elif anchor and file in read and anchor not in read[file].anchors:
                broken.append(f"{path}: {link} (no such anchor)")
    assert broken == []


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
        words = " ".join(page.text)
        for leak in ("None", "Undefined", "Markup(", "{{ ", "{% ", "<li", "&lt;", "object at"):
            if not path.startswith("vocabulary/"):  # "None" and "Undefined" are terms of some
                assert leak not in words, (path, leak)


def test_every_page_is_found_by_the_search(site: Path, read: dict[str, Read]) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert {path.removesuffix("index.html") for path in read} <= found


def test_every_thing_of_the_commons_has_a_page(site: Path) -> None:
    root = Path(__file__).parents[2]
    for entry in (root / "case_studies").glob("*.yaml"):
        assert (site / "case-studies" / entry.stem / "index.html").is_file()
    for kind in ("questions", "metrics"):
        for entry in (root / "docs" / kind).glob("*.md"):
            assert (site / kind / entry.stem / "index.html").is_file()


def test_the_data_files_can_be_read(site: Path) -> None:
    studies = json.loads((site / "data" / "case-studies.json").read_text(encoding="utf-8"))
    assert {study["id"] for study in studies} >= {"wings", "the-bristol-cable"}
    assert all(1 <= claim["level"] <= 5 for study in studies for claim in study["claims"])
