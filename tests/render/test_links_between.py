"""What pages say of one another: questions under questions, proposals, examples, wider terms."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.model.page import Page
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages

OWNERSHIP = "questions/who-owns-the-wires/"


@cache
def _makers() -> dict[str, Callable[[], Page]]:
    return dict(pages(site(open_commons(INVENTED))))


def words(address: str) -> str:
    """What stands on a page, as text."""
    return " ".join(_makers()[address]().html.striptags().split())


def html(address: str) -> str:
    return str(_makers()[address]().html)


def test_a_question_leads_to_the_wider_one_and_back() -> None:
    assert "Part of a wider question: Who should own the wires" in words(
        "questions/how-to-keep-warm/"
    )
    assert "Questions under it Warmth" in words(OWNERSHIP)


def test_a_wider_question_shows_the_case_studies_of_those_under_it() -> None:
    opened = open_commons(INVENTED)
    assert [*opened.catalogue.case_studies["magpie-energy"].questions] == ["how-to-keep-warm"]
    shown = html(OWNERSHIP).partition('id="case-studies"')[2]
    assert "Magpie Energy" in shown


def test_a_question_says_why_it_matters_what_it_asks_and_what_is_missing() -> None:
    assert "Why it matters Cold rooms make people ill." in words("questions/how-to-keep-warm/")
    said = words(OWNERSHIP)
    assert "What it asks Who should own the wheels?" in said
    assert "Nobody has asked the riders who left." in said
    assert "Further reading" in said


def test_a_proposal_says_who_asks_whom_when_and_where_it_is_written() -> None:
    said = words("proposals/")
    assert "Give every rider a share. Proposed by Bola Heron, 2023. Addressed to: councils." in said
    assert "See: Robin Taxis" in said
    assert f'href="../{OWNERSHIP}#proposal-share-for-riders"' in html("proposals/")
    assert 'id="proposal-share-for-riders"' in html(OWNERSHIP)


@pytest.mark.parametrize(
    "address",
    [
        "vocabulary/addressees/councils/",
        "vocabulary/themes/ownership/",
        "case-studies/robin-taxis/",
    ],
)
def test_whatever_a_proposal_names_shows_it(address: str) -> None:
    assert "Give every rider a share." in words(address)


def test_a_commons_without_proposals_says_so(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    for name in ("who-owns-the-wires", "how-to-keep-warm"):
        fields = f"id: {name}\ntitle: {name}\nquestion: Whose?\n"
        question = commons / f"docs/questions/{name}.md"
        question.write_text(f"---\n{fields}---\n", "utf-8")
    page = pages(site(open_commons(commons)))["proposals/"]()
    assert "No proposal is recorded yet." in page.html


def test_a_term_says_how_else_it_is_called_and_measured_and_who_speaks_of_it() -> None:
    said = words("vocabulary/outcomes/living-costs/")
    assert "Other words that lead here: bills." in said
    assert "Belongs to: Access" in said
    assert "How it could be measured What a household has left at the end of a month." in said
    assert "Works that speak of it pennies count (Wren and Finch, 2021, p. 9)" in said
    assert "Narrower: Living costs" in words("vocabulary/outcomes/access/")


def test_a_work_knows_the_terms_that_cite_it() -> None:
    assert 'href="../../vocabulary/outcomes/living-costs/"' in html("references/wren2021taxis/")
