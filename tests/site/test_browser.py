"""What readers see, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

KINDS = {
    "home": "",
    "case studies": "case-studies/",
    "case study": "case-studies/the-bristol-cable/",
    "questions": "questions/",
    "question": "questions/funding/",
    "metrics": "metrics/",
    "metric": "metrics/members/",
    "references": "references/",
    "reference": "references/mean2022/",
    "vocabularies": "vocabulary/",
    "vocabulary": "vocabulary/themes/",
    "term": "vocabulary/directions/unclear/",
    "rules": "rules/",
    "rule": "rules/coordinates/",
    "prose": "about/",
    "missing page": "404.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_a_fault_that_axe_finds(
    browser: Browser, address: str, kind: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + KINDS[kind])
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    told = [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in found.response["violations"]
    ]
    context.close()
    assert told == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_fits_a_window_of_320_pixels(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_nothing_is_asked_of_any_other_site_and_the_console_stays_empty(
    page: Page, address: str
) -> None:
    foreign: list[str] = []
    said: list[str] = []
    page.on("request", lambda sent: foreign.append(sent.url))
    page.on("console", lambda line: said.append(line.text))
    for path in KINDS.values():
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert [url for url in foreign if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


def test_why_a_claim_has_its_level_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"])
    why = page.locator("details.ec-why").first
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    assert why.get_by_text("What would raise it to level 2").is_visible()


def test_the_search_finds_a_case_study_by_its_name(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("bristol cable")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "case-studies/the-bristol-cable/" in (result.get_attribute("href") or "")


def test_a_page_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    assert page.get_by_role("heading", name="What happened, and how sure we are").is_visible()
    assert page.get_by_text("over 2,000 members", exact=True).is_visible()
    context.close()
