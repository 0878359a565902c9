"""Links from pages of prose to what MkDocs has no file of until somebody asks for it."""

from pathlib import Path

import pytest
from tests.building import build, invented, option
from tests.site.crawl import read

LINKS = {
    "case-studies/robin-taxis.md": "../case-studies/robin-taxis/",
    "case-studies/robin-taxis.md#claims": "../case-studies/robin-taxis/#claims",
    "case-studies/index.md": "../case-studies/",
    "vocabulary/themes/index.md": "../vocabulary/themes/",
    "references/wren2021taxis.md": "../references/wren2021taxis/",
    "rules/bad-date.md": "../rules/bad-date/",
    "index.md": "../",
    "data/case-studies.json": "../data/case-studies.json",
    "schema/case-study.schema.json": "../schema/case-study.schema.json",
}
DEAD = {
    "rules/bad-dates.md": "rules/bad-dates.md",
    "rules/bad-date.md#nowhere": "#nowhere",
    "data/case-study.json": "data/case-study.json",
}


@pytest.fixture(params=[False, True], ids=["spliced", "through MkDocs"])
def commons(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    made = invented(tmp_path)
    if request.param:
        option(made, "pages_through_mkdocs: true")
    return made


def link_to(commons: Path, *targets: str) -> None:
    """Write a page of prose with links."""
    links = "".join(f"- [one]({target})\n" for target in targets)
    (commons / "docs/about.md").write_text(f"# About\n\n{links}", "utf-8")


def test_every_page_and_file_of_the_commons_can_be_linked_to(commons: Path) -> None:
    link_to(commons, *LINKS)
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 0, told.stderr
    assert {*LINKS.values()} <= {*read(commons / "site/about/index.html").links}


@pytest.mark.parametrize("target", DEAD)
def test_a_link_that_leads_nowhere_stops_a_strict_build(commons: Path, target: str) -> None:
    link_to(commons, target)
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 1
    assert DEAD[target] in told.stderr
    assert "Traceback" not in told.stderr


def test_without_pages_of_prose_the_day_of_the_build_changes_no_byte(
    commons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for page in (commons / "docs").glob("*.md"):
        if page.name != "index.md":
            page.unlink()
    packed = set()
    for day in ("0", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        told = build(commons / "mkdocs.yml", commons / day, strict=False)
        assert told.returncode == 0, told.stderr
        packed.add((commons / day / "sitemap.xml.gz").read_bytes())
    assert len(packed) == 1
