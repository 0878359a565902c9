"""The frame of every page: its menu, its two looks, its contents, and how a page is begun."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.site.conftest import Built
from tests.site.kinds import KINDS
from tests.site.looking import faults, stops

PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a case study on a small phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    yield page
    context.close()


def menu(page: Page) -> tuple[Locator, Locator]:
    """The button of the menu, and the menu."""
    return page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Main")


def test_on_a_phone_the_menu_is_opened_and_closed_by_keyboard(phone: Page) -> None:
    button, ways = menu(phone)
    expect(button).to_have_attribute("aria-expanded", "false")
    reached = [stop["html"] for stop in stops(phone)]
    assert any('aria-controls="__menu"' in stop for stop in reached)
    expect(ways).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Tab")
    expect(ways.get_by_role("link", name="Home")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(ways).to_be_hidden()
    expect(button).to_be_focused()


def test_no_link_of_the_closed_menu_is_a_stop_of_the_tab_key(phone: Page) -> None:
    reached = list(stops(phone))
    assert len(reached) > 10
    assert [stop["html"] for stop in reached if stop["inMenu"]] == []


def test_the_open_menu_holds_every_way_and_has_no_fault_that_axe_finds(phone: Page) -> None:
    button, ways = menu(phone)
    button.click()
    for name in ("Case studies", "Policy questions", "Privacy", "Accessibility"):
        expect(ways.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(ways.get_by_role("link", name="Case studies")).to_have_attribute("aria-current", "true")
    phone.get_by_role("button", name="On this page").click()
    assert faults(phone) == []


def test_the_contents_fold_on_a_phone_and_stand_open_on_a_desk(phone: Page) -> None:
    link = phone.get_by_role("navigation", name="On this page").get_by_role("link").first
    expect(link).to_be_hidden()
    phone.get_by_role("button", name="On this page").click()
    expect(link).to_be_visible()
    phone.keyboard.press("Escape")
    expect(link).to_be_hidden()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(link).to_be_visible()


def test_without_scripts_the_menu_and_the_contents_are_open(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    expect(menu(page)[1].get_by_role("link", name="Policy questions")).to_be_visible()
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link").first).to_be_visible()
    expect(page.locator(":is([data-ec-opens], [data-ec-look]):visible")).to_have_count(0)
    context.close()


def test_the_look_follows_the_device_until_somebody_chooses(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    button = page.get_by_role("button", name="Dark look")
    expect(button).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(PAPER)
    page.emulate_media(color_scheme="light")
    expect(button).to_have_attribute("aria-pressed", "false")
    light = page.evaluate(PAPER)
    assert light != dark
    assert page.evaluate("Object.keys(localStorage)") == []
    button.click()
    page.goto(address + KINDS["metrics"])
    assert page.evaluate(PAPER) == dark
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert page.evaluate(PAPER) == light
    assert page.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("kind", ["home", "case study", "missing page"])
def test_the_first_stop_leads_past_the_menu(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS[kind])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    assert page.evaluate(inside)


@pytest.mark.parametrize("width", [320, 360])
def test_the_name_of_the_site_is_not_cut(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address)
    brand = page.locator(".ec-brand span")
    expect(brand).to_have_text("Innovation Evidence Commons")
    room = brand.evaluate("one => [one.scrollWidth, one.clientWidth || one.offsetWidth]")
    assert room[0] <= room[1]
    expect(brand).to_be_in_viewport(ratio=1)


def test_the_contents_say_which_section_is_being_read(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"] + "#about-this-entry")
    here = page.locator(".ec-toc a[aria-current=location]")
    expect(here).to_have_count(1)
    page.evaluate("scrollTo(0, 0)")
    expect(here.filter(has_text="About this entry")).to_have_count(0)


def test_the_first_page_says_in_one_screen_what_this_is_the_ways_in_and_what_is_new(
    page: Page, real: Built
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((real.site / "index.html").as_uri())
    for name in ("Innovation Evidence Commons", "Newly reviewed"):
        expect(page.get_by_role("heading", name=name)).to_be_in_viewport(ratio=1)
    for name in ("By question", "By place", "By outcome"):
        expect(page.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
    newest = page.locator(".ec-new li")
    assert newest.count() > 1
    for one in newest.all():
        expect(one).to_be_in_viewport(ratio=1)
        expect(one).to_contain_text("20")
