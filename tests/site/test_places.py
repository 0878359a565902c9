"""The map of places: by keyboard, narrowed with the panel, shared, and whole without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.site.looking import faults

ABER = "Aber Nowhere: 1 example"
LOWER = "Lower Nowhere: 1 example"


@pytest.fixture
def opened(page: Page, address: str) -> Page:
    """The map, as soon as its circles can be pressed."""
    return _opened(page, address)


def _opened(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}places/{query}")
    expect(page.get_by_label("Places like mine")).to_be_visible()
    return page


def _circle(page: Page, name: str) -> Locator:
    return page.locator(".ec-map").get_by_role("button", name=name, exact=True)


def _names(page: Page) -> list[str]:
    """The places that the list shows, in its order."""
    names = page.locator(".ec-places__list .ec-spot__name strong").filter(visible=True)
    shown: list[str] = names.all_inner_texts()
    return shown


def test_a_circle_narrows_the_list_by_keyboard_and_the_address_keeps_it(opened: Page) -> None:
    everywhere = _names(opened)
    assert {"Lower Nowhere", "Aber Nowhere", "Glen Nowhere", "Fjellby"} == set(everywhere)
    _circle(opened, ABER).focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("[data-ec-picked] [role=status]")).to_have_text(ABER)
    expect(_circle(opened, ABER)).to_have_attribute("aria-pressed", "true")
    expect(_circle(opened, ABER)).to_be_focused()
    assert _names(opened) == ["Aber Nowhere"]
    opened.reload()
    expect(_circle(opened, ABER)).to_have_attribute("aria-pressed", "true")
    assert _names(opened) == ["Aber Nowhere"]
    opened.get_by_role("button", name="Show all places").press("Enter")
    expect(opened.locator("[data-ec-picked]")).to_be_hidden()
    assert _names(opened) == everywhere
    assert "near" not in opened.url


def test_the_map_and_the_list_follow_the_panel(opened: Page) -> None:
    opened.get_by_role("checkbox", name=re.compile("^Transport [0-9]+$")).check()
    expect(_circle(opened, ABER)).to_be_hidden()
    expect(_circle(opened, LOWER)).to_be_visible()
    assert set(_names(opened)) == {"Lower Nowhere", "Fjellby"}
    expect(opened.locator('[data-ec-off="no-point"]')).to_be_hidden()
    expect(opened.locator('[data-ec-off="abroad"] .ec-count')).to_have_text("1")
    expect(opened.get_by_role("heading", name="England examples: 1")).to_be_visible()
    opened.get_by_role("button", name="Show all", exact=True).click()
    expect(_circle(opened, ABER)).to_be_visible()
    assert len(_names(opened)) == 4


def test_places_like_mine(opened: Page) -> None:
    opened.get_by_label("Places like mine").select_option(label="Cardiff")
    told = opened.locator(".ec-mine__told")
    expect(told).to_contain_text("Cardiff is a council area in Wales.")
    expect(told).to_contain_text("In Cardiff: none yet")
    told.get_by_role("button", name="In other council areas: 2 examples").click()
    assert set(_names(opened)) == {"Aber Nowhere", "Glen Nowhere"}
    told.get_by_role("button", name="Elsewhere in Wales: 1 example").click()
    assert _names(opened) == ["Aber Nowhere"]
    assert opened.url.endswith("?like=Cardiff")
    opened.reload()
    expect(told).to_contain_text("Cardiff is a council area in Wales.")


def test_without_scripts_a_circle_leads_to_its_place_in_the_list(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}places/")
    page.get_by_role("link", name=LOWER, exact=True).press("Enter")
    assert page.url.endswith("#place-lower-nowhere")
    row = page.locator("#place-lower-nowhere")
    expect(row).to_be_in_viewport()
    expect(row.get_by_role("link")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_stands_in_anybodys_way(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    _opened(page, address)
    _circle(page, ABER).click()
    page.get_by_label("Places like mine").select_option(label="Cardiff")
    expect(page.locator("[data-ec-picked]")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert not faults(page)
