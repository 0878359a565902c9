"""The rule book in a real browser, and in what the search goes by."""

import pytest
from playwright.sync_api import Browser, Page, expect

from evidence_commons.check.run import rulebook

RULES = rulebook()
TITLES = ".ec-rules a:visible"


@pytest.fixture
def listed(page: Page, address: str) -> Page:
    page.goto(address + "rules/")
    return page


def test_typing_a_code_leaves_that_rule_alone_and_says_so(listed: Page) -> None:
    listed.get_by_label("Find a rule").fill("unknown-term")
    expect(listed.get_by_role("status")).to_have_text("1 rule")
    expect(listed.locator(TITLES)).to_have_text(["A word that is not in its vocabulary"])
    expect(listed.locator(".ec-chapter:visible")).to_have_count(1)


def test_all_words_count_in_any_order_whether_of_title_code_or_severity(listed: Page) -> None:
    wanted = [
        rule.title
        for rule in RULES
        if rule.severity.value == "warning" and "claim" in f"{rule.title} {rule.code}".lower()
    ]
    listed.get_by_label("Find a rule").fill("WARNING  claim")
    expect(listed.locator(TITLES)).to_have_text(wanted)


def test_a_word_of_no_rule_says_so_and_emptying_the_field_shows_all(listed: Page) -> None:
    field = listed.get_by_label("Find a rule")
    field.fill("xylophone")
    expect(listed.get_by_role("status")).to_have_text("No rules")
    field.fill("")
    expect(listed.get_by_role("status")).to_have_text(f"{len(RULES)} rules")
    expect(listed.locator(TITLES)).to_have_count(len(RULES))


def test_a_chapter_that_is_hidden_is_shown_to_whoever_asks_for_it(listed: Page) -> None:
    listed.get_by_label("Find a rule").fill("unknown-term")
    listed.evaluate("location.hash = 'figures'")
    expect(listed.get_by_role("heading", name="Figures")).to_be_visible()


def test_the_list_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "rules/")
    expect(page.locator(TITLES)).to_have_count(len(RULES))
    expect(page.get_by_label("Find a rule")).not_to_be_visible()
    context.close()
