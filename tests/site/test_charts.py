"""Pictures of numbers as readers see them: true to their numbers, on a phone and in any colours."""

import pytest
from playwright.sync_api import Page, expect

METRIC = "metrics/members/"
PAGES = (
    METRIC,
    "metrics/",
    "timeline/",
    "questions/who-owns-the-wires/",
    "case-studies/robin-taxis/",
)
WIDTHS = "all => all.map(one => one.getBoundingClientRect().width)"


def test_bars_are_as_long_as_their_numbers_and_hedges_stand_out_of_them(
    page: Page, address: str
) -> None:
    page.goto(address + METRIC)
    rows = page.locator(".ec-bars > li:not([aria-hidden])")
    first, second, third = rows.locator("rect").evaluate_all(WIDTHS)
    assert second / first == pytest.approx(400 / 31000, rel=0.05)
    assert third / first == pytest.approx(120 / 31000, rel=0.05)
    expect(rows.nth(1)).to_contain_text("over 400")
    bar = rows.nth(1).locator("rect").bounding_box()
    arrow = rows.nth(1).locator(".ec-bar__beyond").bounding_box()
    assert bar
    assert arrow
    assert arrow["x"] + arrow["width"] > bar["x"] + bar["width"] + 12


@pytest.mark.parametrize("path", PAGES)
def test_no_picture_is_wider_than_a_small_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for one in page.locator(".ec-bars__value, .ec-bars__what, .ec-profile td, .ec-key span").all():
        box = one.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_bars_and_dots_are_seen_where_the_system_sets_the_colours(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    for path, shape in ((METRIC, ".ec-bars .ec-bar__body"), ("timeline/", ".ec-columns rect")):
        page.goto(address + path)
        fill, ground = page.locator(shape).first.evaluate(
            "one => [getComputedStyle(one).fill, getComputedStyle(document.body).backgroundColor]"
        )
        assert fill != ground


def test_each_picture_says_in_words_what_it_shows(page: Page, address: str) -> None:
    page.goto(address + "timeline/")
    picture = page.get_by_role("img", name="Examples by when they began")
    expect(picture).to_be_visible()
    assert picture.locator("desc").text_content() == "2018: 1; 2019: 1; 2022: 1"
    page.goto(address + METRIC)
    # Bars are not read out one by one: their words stand beside them.
    assert page.locator(".ec-bars > li > svg:not([aria-hidden=true])").count() == 0
