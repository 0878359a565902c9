"""What readers see, in a real browser. The commons is made up, so that no entry can fail a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.kinds import KINDS
from tests.site.looking import HEARD, faults, stops, unfold

WINDOWS = [("light", 1280), ("light", 320), ("dark", 1280), ("dark", 360)]


@pytest.fixture(scope="module", params=WINDOWS, ids=lambda window: "-".join(map(str, window)))
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window in each look and width, used for one page after another."""
    look, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=look, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_fault_that_axe_finds(window: Page, address: str, kind: str) -> None:
    window.goto(address + KINDS[kind], wait_until="networkidle")
    unfold(window)
    assert faults(window) == []


def test_every_kind_of_page_is_looked_at(made_up: tuple[Path, Path]) -> None:
    site = made_up[1]
    published = {path.relative_to(site).parts[0] for path in site.rglob("*.html")}
    looked_at = {address.partition("/")[0] or "index.html" for address in KINDS.values()}
    prose = {path.stem for path in (made_up[0] / "docs").glob("*.md")}
    assert published - looked_at - prose == set()


def test_nothing_is_asked_of_any_other_site_no_policy_is_broken_and_the_console_stays_empty(
    page: Page, address: str
) -> None:
    page.context.add_init_script(f"({HEARD})()")
    asked: list[str] = []
    said: list[str] = []
    page.context.on("request", lambda sent: asked.append(sent.url))
    page.context.on("console", lambda line: said.append(line.text))
    page.context.on("weberror", lambda error: said.append(str(error.error)))
    tabs = [page.context.new_page() for _ in KINDS]
    for tab, path in zip(tabs, KINDS.values(), strict=True):
        tab.goto(address + path)
    for tab in tabs:
        tab.wait_for_load_state("networkidle")
    assert {address + path for path in KINDS.values()} <= set(asked)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert [broken for tab in tabs for broken in tab.evaluate("broken")] == []
    assert said == []


def test_why_a_claim_has_its_level_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"])
    why = page.locator("details.ec-why").first
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    assert why.get_by_text("What would raise it to level 2").is_visible()


def test_the_tab_key_reaches_why_each_claim_has_its_level(page: Page, address: str) -> None:
    page.goto(address + KINDS["case study"])
    claims = page.locator(".ec-claim").evaluate_all("all => all.map(one => one.id)")
    reached = [stop["claim"] for stop in stops(page) if stop["tag"] == "summary" and stop["claim"]]
    assert len(claims) > 1
    assert list(dict.fromkeys(reached)) == claims


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


def test_a_page_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KINDS["case study"])
    assert page.get_by_role("heading", name="What happened, and how sure we are").is_visible()
    assert page.get_by_text("over 400 people", exact=True).is_visible()
    context.close()
