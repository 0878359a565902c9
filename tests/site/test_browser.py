"""What readers see, in a real browser. The commons is made up, so that no entry can fail a test."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

KINDS = {
    "home": "",
    "case studies": "case-studies/",
    "case study": "case-studies/robin-taxis/",
    "questions": "questions/",
    "question": "questions/who-owns-the-wires/",
    "metrics": "metrics/",
    "metric": "metrics/members/",
    "references": "references/",
    "reference": "references/wren2021taxis/",
    "vocabularies": "vocabulary/",
    "vocabulary": "vocabulary/themes/",
    "term": "vocabulary/directions/unclear/",
    "rules": "rules/",
    "rule": "rules/coordinates/",
    "prose": "about/",
    "missing page": "404.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
AT_REST = "() => document.getAnimations().every(one => one.playState !== 'running')"
FOCUSED = """() => {
    const one = document.activeElement, look = getComputedStyle(one);
    return {
        tag: one.localName,
        html: one.outerHTML.slice(0, 160),
        claim: one.closest('.ec-claim')?.id ?? '',
        ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0,
    };
}"""


@pytest.fixture(
    scope="module",
    params=[("light", 1280), ("light", 360), ("dark", 1280), ("dark", 360)],
    ids="light-1280 light-360 dark-1280 dark-360".split(),
)
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window in each scheme and width, used for one page after another."""
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def _faults(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on a page: each fault with its first places."""
    page.wait_for_function(AT_REST)
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in Axe().run(page, options=OPTIONS).response["violations"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_fault_that_axe_finds(window: Page, address: str, kind: str) -> None:
    window.goto(address + KINDS[kind])
    window.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert _faults(window) == []


def test_the_open_search_has_no_fault_that_axe_finds(window: Page, address: str) -> None:
    window.goto(address)
    _search(window, "taxi")
    assert _faults(window) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_fits_a_window_of_320_pixels(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_is_asked_of_any_other_site_and_the_console_stays_empty(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.context.on("request", lambda sent: asked.append(sent.url))
    page.context.on("console", lambda line: said.append(line.text))
    tabs = [page.context.new_page() for _ in KINDS]
    for tab, path in zip(tabs, KINDS.values(), strict=True):
        tab.goto(address + path)
    for tab in tabs:
        tab.wait_for_load_state("networkidle")
    assert {address + path for path in KINDS.values()} <= set(asked)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


def test_why_a_claim_has_its_level_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"])
    why = page.locator("details.ec-why").first
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    assert why.get_by_text("What would raise it to level 2").is_visible()


@pytest.mark.parametrize("kind", ["home", "case study", "metrics", "missing page"])
def test_whatever_has_the_focus_is_seen_to_have_it(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS[kind])
    stops = [stop for stop in _tab(page) if stop["tag"] in ("a", "summary", "button")]
    assert stops != []
    assert [stop["html"] for stop in stops if not stop["ring"]] == []


def test_the_tab_key_reaches_why_each_claim_has_its_level(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"])
    claims = page.locator(".ec-claim").evaluate_all("all => all.map(one => one.id)")
    reached = [stop["claim"] for stop in _tab(page) if stop["tag"] == "summary"]
    assert len(claims) > 1
    assert reached == claims


def _tab(page: Page) -> list[dict[str, str]]:
    """Every stop of the Tab key, from the top of the page until it leaves the page."""
    stops = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "body" or stop in stops[:1]:
            return stops
        stops.append(stop)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_paper_each_claim_says_why_it_has_its_level(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    page.emulate_media(media="print")
    for why in page.locator("details.ec-why").all():
        expect(why.get_by_text("Why this level:")).to_be_visible()
        expect(why.get_by_text("How anyone knows:")).to_be_visible()
    context.close()


def test_the_search_finds_a_case_study_by_its_name(page: Page, address: str) -> None:
    page.goto(address)
    _search(page, "robin taxis")
    found = page.locator(".md-search-result__link").first.get_attribute("href")
    assert "case-studies/robin-taxis/" in (found or "")


def _search(page: Page, words: str) -> None:
    """Type into the search, and wait until it answers."""
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__link").first.wait_for()
    expect(page.locator("[data-md-toggle=search]")).to_be_checked()


def test_a_page_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    assert page.get_by_role("heading", name="What happened, and how sure we are").is_visible()
    assert page.get_by_text("over 400 people", exact=True).is_visible()
    context.close()
