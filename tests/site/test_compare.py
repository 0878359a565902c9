"""Comparing examples: chosen on any page, side by side, differences first, nothing left blank."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

ROBIN, OWL, MAGPIE = ("case-studies/robin-taxis/", "case-studies/owl-library/", "magpie-energy")
BAR = "Examples to compare"
SHOWN = {
    f"compare/?ids=robin-taxis,owl-library,{MAGPIE}": "tbody td",
    "compare/": "[data-ec-comparison]",
    "brief/#i=claim:robin-taxis/waits&n=Ask&i=work:heron2023guide&i=claim:x/y": ".ec-brief__item",
}
"""Pages that a script fills, and what shows that it did."""


@pytest.fixture
def compared(page: Page, address: str) -> Page:
    page.goto(f"{address}compare/?ids=robin-taxis,{MAGPIE}")
    expect(page.get_by_role("table")).to_be_visible()
    return page


def _row(page: Page, group: str, name: str) -> list[str]:
    """The cells of a row of a group."""
    body = page.get_by_role("rowgroup").filter(has=page.get_by_role("rowheader", name=group))
    row = body.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
    return row.get_by_role("cell").all_inner_texts()


def test_two_examples_chosen_by_keyboard_on_their_pages_stand_side_by_side(
    page: Page, address: str
) -> None:
    for path in (ROBIN, OWL):
        page.goto(address + path)
        page.locator(".ec-lead + .ec-takes").get_by_role("button", name="Compare").focus()
        page.keyboard.press("Enter")
    bar = page.get_by_role("region", name=BAR)
    expect(bar).to_contain_text("Robin Taxis: the riders' own · Owl Library of Things")
    bar.get_by_role("link", name="Compare 2").press("Enter")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert page.url.endswith("compare/?ids=robin-taxis,owl-library")


def test_what_differs_comes_first_and_what_is_not_said_is_told(compared: Page) -> None:
    groups = compared.locator(".ec-compare__group").all_inner_texts()
    assert groups[0] == "Where they differ"
    expect(compared.locator(".ec-compare__cite")).to_contain_text("of 30 June 2024, http")
    assert _row(compared, "Where they differ", "Status")[0] == "Scaled"
    assert _row(compared, "Where they differ", "Web")[1] == "Not stated"
    assert _row(compared, "Where they differ", "What was hard")[1] == "Not stated"
    assert _row(compared, "Where they differ", "Outcome: Work")[1] == "No claim"


def test_the_same_terms_in_another_order_are_no_difference(page: Page, address: str) -> None:
    def turn_round(route: Route) -> None:
        html = route.fetch().text()
        first, second = re.findall(r'<a class="ec-term" href="[^"]*/themes/[^"]*">[^<]*</a>', html)[
            :2
        ]
        turned = html.replace(first, "*").replace(second, first).replace("*", second)
        route.fulfill(body=turned, content_type="text/html")

    page.route("**/" + OWL, lambda route: route.continue_(url=address + ROBIN))
    page.goto(f"{address}compare/?ids=robin-taxis,owl-library")
    expect(page.get_by_role("table")).to_be_visible()
    assert len(_row(page, "Where they are alike", "Themes")) == 2
    page.route("**/" + ROBIN, turn_round)
    page.reload()
    expect(page.get_by_role("table")).to_be_visible()
    first, second = _row(page, "Where they are alike", "Themes")
    assert first != second


def test_an_address_with_an_unknown_example_says_so_and_shows_the_rest(
    page: Page, address: str
) -> None:
    page.goto(f"{address}compare/?ids=robin-taxis,nobody,{MAGPIE}")
    expect(page.locator("#compare-told")).to_contain_text("1 of the examples asked for could not")
    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_an_example_is_found_by_its_name_and_added(compared: Page) -> None:
    compared.get_by_label("Add an example by its name").fill("owl")
    expect(compared.get_by_role("button", name="Add Owl Library of Things")).to_be_visible()
    compared.keyboard.press("Enter")
    expect(compared.get_by_role("columnheader")).to_have_count(3)
    compared.reload()
    expect(compared.get_by_role("columnheader")).to_have_count(3)
    compared.get_by_role("button", name="Take out: Magpie Energy").click()
    expect(compared.get_by_role("columnheader")).to_have_count(2)


def test_no_more_than_four_are_chosen(page: Page, address: str) -> None:
    four = [{"id": f"one{number}", "name": f"One {number}"} for number in range(4)]
    page.goto(address + ROBIN)
    page.evaluate("four => sessionStorage.setItem('ec-compare', JSON.stringify(four))", four)
    page.reload()
    page.locator(".ec-lead + .ec-takes").get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status").filter(has_text="which is the most")).to_be_visible()
    expect(page.get_by_role("region", name=BAR)).to_contain_text("To compare (4 of 4)")


def test_on_a_phone_each_cell_says_whose_it_is(compared: Page) -> None:
    compared.set_viewport_size({"width": 320, "height": 640})
    assert compared.evaluate("document.documentElement.scrollWidth") <= 320
    label = "getComputedStyle(document.querySelector('tbody td'), '::before').content"
    assert compared.evaluate(label) == '"Robin Taxis: the riders\' own"'


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_no_fault_in_a_comparison_or_a_brief(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for path, shown in SHOWN.items():
        page.goto(address + path)
        expect(page.locator(shown).first).to_be_visible()
        faults = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_scripts_the_page_says_how_to_compare(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "compare/")
    expect(page.get_by_text("scripts do not run here")).to_be_visible()
    expect(page.get_by_label("Add an example by its name")).not_to_be_visible()
    expect(page.get_by_role("link", name="Ownership", exact=True)).to_be_visible()
    context.close()
