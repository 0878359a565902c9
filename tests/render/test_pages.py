"""Pages, before any host has seen them."""

import itertools
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.page import Page
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages


@cache
def _pages(edit: str = "") -> Mapping[str, Page]:
    makers = pages(site(open_commons(INVENTED), edit))
    return {address: make() for address, make in makers.items()}


def test_every_address_ends_in_a_slash_and_is_the_page_s_own() -> None:
    for address, page in _pages().items():
        assert page.address == address
        assert address == "" or (address.endswith("/") and not address.startswith("/"))


def test_every_page_has_a_title_a_description_and_one_first_heading() -> None:
    for page in _pages().values():
        assert page.title
        assert page.description
        assert str(page.html).count("<h1") == 1
        assert f'<h1 id="{page.anchor}">' in page.html


def test_the_table_of_contents_names_anchors_that_are_there() -> None:
    for page in _pages().values():
        for section in page.sections:
            for one in (section, *section.under):
                assert f'id="{one.anchor}"' in page.html, (page.address, one)


def test_every_page_of_an_entry_says_which_file_to_mend() -> None:
    page = next(
        page
        for path, page in _pages().items()
        if path.startswith("case-studies/") and path != "case-studies/"
    )
    assert page.written_in.startswith("case_studies/")
    assert f"Edit the file <code>{page.written_in}</code>" in page.html


def test_with_a_repository_the_page_links_to_its_file() -> None:
    edit = "https://example.org/commons/edit/main/"
    for path, page in _pages(edit).items():
        if page.written_in and path.startswith(("case-studies/", "questions/", "metrics/")):
            assert f'href="{edit}{page.written_in}"' in page.html


def test_a_reference_page_names_everything_that_cites_it() -> None:
    catalogue = open_commons(INVENTED).catalogue
    for key, mentions in catalogue.mentions.items():
        page = _pages()[f"references/{key}/"]
        for mention in mentions:
            assert mention.thing.title in page.html.unescape()


def test_the_page_of_a_term_shows_what_carries_it() -> None:
    catalogue = open_commons(INVENTED).catalogue
    for study in catalogue.case_studies.values():
        for theme in study.themes:
            assert study.title in _pages()[f"vocabulary/themes/{theme}/"].html.unescape()


def test_a_claim_says_its_level_why_and_what_would_raise_it() -> None:
    study = next(iter(open_commons(INVENTED).catalogue.case_studies.values()))
    html = _pages()[f"case-studies/{study.id}/"].html
    assert "of 5" in html
    assert "Why this level:" in html
    assert "What would raise it to level" in html


def test_a_figure_keeps_the_caution_of_its_source() -> None:
    catalogue = open_commons(INVENTED).catalogue
    for metric in catalogue.metrics.values():
        page = _pages()[f"metrics/{metric.id}/"]
        for observation in metric.observations:
            hedge = catalogue.term("hedges", observation.hedge or "")
            words = f"{hedge.label} " if hedge else ""
            assert f"{words}{observation.value.grouped}" in page.html


def test_the_headings_of_contributed_prose_skip_no_level(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    entry = commons / "case_studies/magpie-energy.yaml"
    text = entry.read_text(encoding="utf-8")
    story = "body: |\n  #### Deep\n\n  # High\n\n  ###### Deepest\n"
    entry.write_text(re.sub(r"^body:.*\n", story, text, flags=re.MULTILINE), encoding="utf-8")
    opened = open_commons(commons)
    assert opened.errors == ()
    html = pages(site(opened))["case-studies/magpie-energy/"]().html
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(one <= before + 1 for before, one in itertools.pairwise(levels)), levels


RATED = """    rating:
      level: {level}
      because: The council counted the same rides.
      raters:
        - name: Bola Heron
        - name: Ines Plover
    citations:
      - key: wren2021taxis
        locator: p. 9
"""


@pytest.mark.parametrize(
    ("level", "said"), [("3", "Raised by people, from level 2"), ("1", "Lowered by people, from")]
)
def test_a_level_that_people_set_says_so_beside_the_level(
    tmp_path: Path, level: str, said: str
) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    entry = commons / "case_studies/robin-taxis.yaml"
    text = entry.read_text(encoding="utf-8")
    unrated = RATED[RATED.index("    citations:") :]
    assert text.count(unrated) == 1
    entry.write_text(text.replace(unrated, RATED.format(level=level)), encoding="utf-8")
    opened = open_commons(commons)
    assert opened.errors == ()
    html = pages(site(opened))["case-studies/robin-taxis/"]().html
    assert html.count(said) == 1
    assert "Bola Heron and Ines Plover" in html
    assert "What the facts show:" in html


def test_no_page_has_a_list_with_nothing_in_it() -> None:
    for page in _pages().values():
        assert not re.search(r"<(ul|ol|dl)[^>]*>\s*</\1>", page.html), page.address


def test_each_claim_that_rests_on_a_work_stands_there_with_its_own_level() -> None:
    opened = open_commons(INVENTED)
    for key, mentions in opened.catalogue.mentions.items():
        html = str(_pages()[f"references/{key}/"].html)
        for mention in mentions:
            if mention.claim and isinstance(mention.thing, CaseStudy):
                level = opened.catalogue.strength(mention.claim, mention.thing).level
                start = html.index(f"/{mention.thing.id}/#claim-{mention.claim.id}")
                assert f'data-level="{level}"' in html[start : html.index("</li>", start)]
