"""Readers who set things their own way: large letters, wide spacing, few colours, no motion."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.kinds import KINDS
from tests.site.looking import unfold

SPACED = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""

CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
    const look = getComputedStyle(one), box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || look.clipPath !== 'none') return false;
    const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const over = (axis, size, room) => ['hidden', 'clip'].includes(axis) && size > room + 1;
    return words && (over(look.overflowX, one.scrollWidth, one.clientWidth)
        || over(look.overflowY, one.scrollHeight, one.clientHeight));
}).map(one => one.outerHTML.slice(0, 120))"""

WIDTH = "document.documentElement.scrollWidth"

STAYING = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return ['fixed', 'sticky'].includes(getComputedStyle(one).position)
        && box.bottom > 0 && box.top < innerHeight && box.height > innerHeight / 3;
}).map(one => one.outerHTML.slice(0, 120))"""

MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
    const look = getComputedStyle(one);
    return [look.transitionDuration, look.animationDuration].join().split(',').some(
        time => parseFloat(time) > 0.01);
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def small(browser: Browser) -> Iterator[Page]:
    """A window of 1280 by 1024 pixels at 400 per cent, which takes in what readers set."""
    # The policy of a page would keep the reader's style out, as it does that of a stranger.
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, bypass_csp=True, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_at_400_per_cent_a_page_fits_and_may_be_spaced_widely(
    small: Page, address: str, kind: str
) -> None:
    small.goto(address + KINDS[kind])
    unfold(small)
    assert small.evaluate(WIDTH) <= 320
    assert small.evaluate(MOVING) == []
    small.evaluate("scrollTo(0, 400)")
    assert small.evaluate(STAYING) == []
    small.add_style_tag(content=SPACED)
    assert small.evaluate(WIDTH) <= 320
    assert small.evaluate(CUT) == []


@pytest.fixture
def few(browser: Browser, address: str) -> Page:
    """A case study in the colours that the reader's system forces upon it."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    return page


def test_in_forced_colours_a_level_is_still_drawn(few: Page) -> None:
    fill = "one => getComputedStyle(one).backgroundColor"
    on, off = (few.locator(f".ec-pips__row {one}").first for one in ("i.on", "i:not(.on)"))
    assert on.evaluate(fill) != off.evaluate(fill)
    few.context.close()


def test_in_forced_colours_controls_have_edges_and_the_way_one_is_on_a_line(few: Page) -> None:
    edge = "one => parseFloat(getComputedStyle(one).borderBottomWidth)"
    for control in few.locator("header :is(.ec-icon-button, input):visible").all():
        assert control.evaluate(edge) > 0
    line = "one => getComputedStyle(one).borderBottomColor"
    ways = few.get_by_role("navigation", name="Main")
    here = ways.locator("[aria-current]").evaluate(line)
    assert here != ways.get_by_role("link", name="Metrics").evaluate(line)
    few.context.close()


def test_paper_is_light_and_bears_the_article_without_the_frame(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(address + KINDS["case study"])
    red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert int(red) > 240
    filled = page.locator(".ec-pips__row i.on").first
    assert filled.evaluate("one => getComputedStyle(one).printColorAdjust") == "exact"
    for gone in ("Main", "More of this site", "On this page"):
        expect(page.get_by_role("navigation", name=gone)).to_be_hidden()
    expect(page.locator("header button:visible, header input:visible")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("CC BY 4.0")).to_be_visible()
