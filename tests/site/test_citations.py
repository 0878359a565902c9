"""Citations in running text, the bubble that shows their work, and the list they lead to."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.building import build
from tests.site.looking import OPTIONS

BUBBLE = "[role=tooltip]"

LIBRARY = """
@book{magpie2021, author={Magpie, M.}, title={Shiny Things}, publisher={Nest}, year=2021}
@book{wren2020, author={Wren, W.}, title={Small Things}, publisher={Nest}, year=2020}
"""
TEXT = "Words, one line of them behind the other.\n\n" * 40
PAGES = {
    "index.md": f"# Home\n\nWhat [@magpie2021], and [@wren2020].\n\n{TEXT}Again [@magpie2021].\n",
    "other.md": "# Other\n\nOnly [@wren2020].\n",
}
CONFIG = """
site_name: A site of somebody else
theme: {theme}
plugins: [evidence-citations: {{bib_files: works.bib}}]
"""
THEMES = {
    "material": "{name: material, font: false}",
    "instant": "{name: material, font: false, features: [navigation.instant]}",
    "mkdocs": "mkdocs",
    "readthedocs": "readthedocs",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that is no commons, in each theme, under the name of the theme."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "docs").mkdir()
    (folder / "works.bib").write_text(LIBRARY, encoding="utf-8")
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    for name, theme in THEMES.items():
        config = folder / f"{name}.yml"
        config.write_text(CONFIG.format(theme=theme), encoding="utf-8")
        built = build(config, folder / "sites" / name)
        assert built.returncode == 0, built.stderr
    yield from _serve(folder / "sites")


def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tests keep quiet."""


@pytest.fixture(params=THEMES)
def home(page: Page, served: str, request: pytest.FixtureRequest) -> Page:
    """The first page, in a theme."""
    page.goto(f"{served}{request.param}/")
    return page


def test_the_mouse_shows_the_work_and_moving_on_hides_it(home: Page) -> None:
    home.locator(".ec-cite").first.hover()
    expect(home.locator(BUBBLE)).to_have_text("Magpie, M. (2021) Shiny Things. Nest.")
    home.get_by_role("heading", name="Home").hover()
    expect(home.locator(BUBBLE)).to_have_count(0)


def test_the_mouse_can_go_into_the_bubble(home: Page) -> None:
    home.locator(".ec-cite").first.hover()
    home.locator(BUBBLE).hover()
    home.wait_for_function("() => !document.querySelector('.ec-cite:hover')")
    expect(home.locator(BUBBLE)).to_be_visible()


def test_the_keyboard_shows_the_work_and_says_it_and_escape_hides_it(home: Page) -> None:
    cited = home.locator(".ec-cite").nth(1)
    cited.focus()
    bubble = home.locator(BUBBLE)
    expect(bubble).to_have_text("Wren, W. (2020) Small Things. Nest.")
    assert cited.get_attribute("aria-describedby") == bubble.get_attribute("id")
    home.keyboard.press("Escape")
    expect(bubble).to_have_count(0)
    assert cited.get_attribute("aria-describedby") is None
    expect(cited).to_be_focused()


def test_the_bubble_stays_in_the_window(home: Page) -> None:
    home.set_viewport_size({"width": 320, "height": 600})
    home.locator(".ec-cite").nth(1).focus()
    box = home.locator(BUBBLE).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_bubble_has_no_fault_that_axe_finds(
    browser: Browser, served: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{served}material/")
    page.locator(".ec-cite").first.focus()
    expect(page.locator(BUBBLE)).to_be_visible()
    found = Axe().run(page, context=BUBBLE, options=OPTIONS).response["violations"]
    assert [fault["id"] for fault in found] == []
    context.close()


@pytest.mark.parametrize("theme", THEMES)
def test_the_first_tap_shows_the_work_and_the_second_one_follows_the_link(
    browser: Browser, served: str, theme: str
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{served}{theme}/")
    page.locator(".ec-cite").first.tap()
    expect(page.locator(BUBBLE)).to_be_visible()
    assert "#" not in page.url
    page.locator(".ec-cite").first.tap()
    expect(page.locator("#ref-magpie2021")).to_be_in_viewport()
    assert page.url.endswith("#ref-magpie2021")
    context.close()


def test_a_citation_leads_to_the_list_and_the_list_leads_back_to_each_place(home: Page) -> None:
    home.locator(".ec-cite").first.click()
    expect(home.locator("#ref-magpie2021")).to_be_in_viewport()
    home.get_by_role("link", name="Back to Magpie, 2021, 1 of 2").click()
    expect(home.locator(".ec-cite").first).to_be_in_viewport()
    home.get_by_role("link", name="Back to Magpie, 2021, 2 of 2").click()
    expect(home.locator(".ec-cite").last).to_be_in_viewport()


def test_citations_work_on_a_page_that_the_theme_loads_itself(page: Page, served: str) -> None:
    page.goto(f"{served}instant/")
    page.get_by_role("link", name="Other").first.click()
    expect(page.get_by_role("heading", name="Other")).to_be_visible()
    page.locator(".ec-cite").focus()
    expect(page.locator(BUBBLE)).to_have_text("Wren, W. (2020) Small Things. Nest.")


def test_without_scripts_a_citation_is_a_link_to_the_list(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}material/")
    page.locator(".ec-cite").first.click()
    assert page.url.endswith("#ref-magpie2021")
    expect(page.locator("#ref-magpie2021")).to_be_in_viewport()
    context.close()


def test_a_case_study_shows_its_works_as_well(page: Page, address: str) -> None:
    page.goto(address + "case-studies/robin-taxis/")
    cited = page.locator(".ec-cite").first
    cited.focus()
    entry = page.locator(f"{cited.get_attribute('href')} .ec-entry-text")
    expect(page.locator(BUBBLE)).to_have_text(entry.inner_text())
