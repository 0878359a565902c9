"""What the pages of examples, questions and organisations owe to whoever must trust them."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from markupsafe import Markup
from tests.building import INVENTED
from tests.site.crawl import Read

from evidence_commons.model.page import Page
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages
from evidence_commons.render.paging import AT_ONCE

EDIT = "https://git.example/commons/edit/main/"
ROBIN = "case-studies/robin-taxis/"
MAGPIE = "case-studies/magpie-energy/"


@cache
def _makers(commons: Path = INVENTED, edit: str = "") -> dict[str, Callable[[], Page]]:
    return dict(pages(site(open_commons(commons), edit, url="https://commons.example/")))


def html(address: str, edit: str = "") -> str:
    return str(_makers(edit=edit)[address]().html)


def words(address: str) -> str:
    apart = Markup(html(address).replace("</dt>", " </dt>"))  # noqa: S704
    return " ".join(apart.striptags().split())


def links(address: str, edit: str = "") -> list[str]:
    read = Read()
    read.feed(html(address, edit))
    return read.links


def test_the_claims_of_an_example_are_counted_by_direction() -> None:
    assert "5 claims: 4 ▲ Better 1 = No difference Strongest evidence: Level 5 of 5" in words(ROBIN)


def test_what_ended_says_why_among_the_first_facts() -> None:
    facts = html(MAGPIE).partition('class="ec-facts"')[2].partition("</dl>")[0]
    assert "Ended" in facts
    assert "The grant ended, and no one had time to go on." in facts


def test_a_claim_that_something_got_no_better_looks_like_any_other() -> None:
    shown = html(ROBIN)
    assert shown.count('<article class="ec-claim" id="claim-') == 5
    assert '<article class="ec-claim" id="claim-evening-rides">' in shown


def test_related_examples_say_why_and_where_they_disagree() -> None:
    near = words("case-studies/owl-library/").partition("Related examples, and why")[2]
    assert "Both make claims about living costs (here unclear; there mixed)" in near
    assert "Both speak to a question: Ownership" in near


@pytest.mark.parametrize("address", [ROBIN, "questions/who-owns-the-wires/", "metrics/members/"])
def test_a_page_leads_to_its_history_and_to_a_new_issue_about_it(address: str) -> None:
    path = _makers()[address]().written_in
    assert f"https://git.example/commons/commits/main/{path}" in links(address, EDIT)
    (issue,) = (link for link in links(address, EDIT) if "/issues/new?" in link)
    filled = parse_qs(urlsplit(issue).query)
    assert filled["title"][0].startswith("Correction: ")
    assert f"Page: https://commons.example/{address}\nFile: {path}\n" in filled["body"][0]


def test_without_a_repository_a_page_says_how_to_contribute() -> None:
    assert [link for link in links(ROBIN) if "issues" in link or "commits" in link] == []
    assert "Edit the file case_studies/robin-taxis.yaml. How to contribute" in words(ROBIN)


def test_a_question_tells_for_against_and_open_and_the_strongest() -> None:
    short = words("questions/who-owns-the-wires/").partition("What it asks")[0]
    assert "For 4 claims say that things got better" in short
    assert "Against 1 claim says that they got worse, or stayed the same" in short
    assert "Mixed or open 2 claims tell of both, or of neither clearly" in short
    assert "Level 5 of 5: found elsewhere too (comparison group)" in short
    assert "Aber Nowhere; Fjellby; Glen Nowhere; Lower Nowhere" in short
    assert "What is missing 1 thing" in short


def test_a_question_to_which_much_speaks_is_told_on_several_pages(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    entry = (commons / "case_studies/magpie-energy.yaml").read_text("utf-8")
    for number in range(AT_ONCE):
        name = f"magpie-{number:02}"
        text = entry.replace("id: magpie-energy", f"id: {name}").replace(
            "title: Magpie Energy", f"title: Magpie {number:02}"
        )
        (commons / f"case_studies/{name}.yaml").write_text(text, "utf-8")
    makers = _makers(commons)
    first = str(makers["questions/how-to-keep-warm/"]().html)
    second = str(makers["questions/how-to-keep-warm/list/2/"]().html)
    assert first.count('data-ec-collect="claim:') == AT_ONCE
    assert second.count('data-ec-collect="claim:') == 1
    assert 'id="missing"' in first
    assert 'id="missing"' not in second


def test_the_page_of_an_organisation_says_its_part_in_which_examples() -> None:
    said = words("organisations/lower-nowhere-town-council/")
    assert "Identifier GB-LAE-ZZZ" in said
    assert "Funder and gave a grant Scaled Lower Nowhere, Fjellby 5 claims" in said
    assert "Which part of a change is due to this organisation, they do not say." in said
    assert f"../../{ROBIN}" in links("organisations/lower-nowhere-town-council/")
    assert "../../organisations/lower-nowhere-town-council/" in links(ROBIN)


def test_the_list_leads_to_every_organisation() -> None:
    listed = {f"organisations/{link}" for link in links("organisations/")}
    assert {address for address in _makers() if address.count("/") == 2} & listed == {
        f"organisations/{name}/"
        for name in (
            "lower-nowhere-town-council",
            "magpie-energy",
            "owl-library-of-things",
            "robin-taxis",
        )
    }


def test_themes_and_outcomes_say_what_is_missing_and_what_has_ended() -> None:
    theme = words("vocabulary/themes/energy/")
    assert "The one case study has ended." in theme
    assert "Nobody has measured a change: every claim is an account of what happened." in theme
    outcome = words("vocabulary/outcomes/living-costs/")
    assert "1 ▲ Better 1 ◆ Mixed 1 ? Unclear Strongest evidence: Level 4 of 5" in outcome
    assert "1 of the 3 case studies has ended." in outcome


@pytest.mark.parametrize(
    "key",
    [
        "example:robin-taxis",
        "claim:robin-taxis/waits",
        "question:who-owns-the-wires",
        "proposal:who-owns-the-wires/share-for-riders",
        "metric:members",
        "work:wren2021taxis",
    ],
)
def test_each_kind_of_thing_can_be_collected_where_it_stands(key: str) -> None:
    kind, _, name = key.partition(":")
    folder = {
        "example": "case-studies",
        "claim": "case-studies",
        "question": "questions",
        "proposal": "questions",
        "metric": "metrics",
        "work": "references",
    }[kind]
    page = html(f"{folder}/{name.partition('/')[0]}/")
    assert f'data-ec-collect="{key}"' in page
