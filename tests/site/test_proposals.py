"""The list of all proposals: who asks whom, about what."""

import pytest
from playwright.sync_api import Browser, Page, expect

SHOWN = ".ec-list > li:visible"
TEXTS = {
    "share-for-riders": "Give every rider a share.",
    "borrow-blankets": "Lend blankets to whoever is cold.",
}


@pytest.fixture
def listed(page: Page, address: str) -> Page:
    page.goto(address + "proposals/")
    return page


@pytest.mark.parametrize(
    ("label", "choice", "left"),
    [
        ("Proposed by", "Bola Heron", "share-for-riders"),
        ("Addressed to", "Councils", "share-for-riders"),
        ("Addressed to", "Nobody in particular", "borrow-blankets"),
        ("Theme", "Ownership", "share-for-riders"),
        ("Policy question", "Warmth", "borrow-blankets"),
    ],
)
def test_the_list_is_narrowed_and_the_number_left_is_said(
    listed: Page, label: str, choice: str, left: str
) -> None:
    listed.get_by_label(label).select_option(label=choice)
    expect(listed.get_by_role("status")).to_have_text("1 proposal")
    expect(listed.locator(SHOWN)).to_contain_text([TEXTS[left]])


def test_a_choice_survives_a_reload_and_one_button_undoes_it(listed: Page) -> None:
    listed.get_by_label("Words").fill("BLANKETS")
    listed.reload()
    expect(listed.locator(SHOWN)).to_contain_text([TEXTS["borrow-blankets"]])
    listed.get_by_role("button", name="Show all").click()
    expect(listed.locator(SHOWN)).to_have_count(len(TEXTS))
    assert listed.url.endswith("/proposals/")


def test_a_proposal_leads_to_its_place_under_its_question(listed: Page) -> None:
    listed.get_by_role("link", name=TEXTS["share-for-riders"]).click()
    expect(listed.locator("#proposal-share-for-riders")).to_be_in_viewport()


def test_the_list_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "proposals/")
    expect(page.locator(SHOWN)).to_have_count(len(TEXTS))
    expect(page.get_by_label("Theme")).not_to_be_visible()
    context.close()
