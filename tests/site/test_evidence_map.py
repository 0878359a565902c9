"""The evidence map in a browser: by keyboard, narrowed, on a phone, without scripts, on paper."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tests.building import INVENTED

from evidence_commons.diagnostics.words import mid_sentence
from evidence_commons.model.evidence_map import evidence_map, lines
from evidence_commons.pipeline import open_commons
from evidence_commons.render.evidence_map import amount, title

MAP = "evidence-map/"
CELL = "evidence-map/ownership/access/"
TOLD = ".ec-chosen__told[role=status]"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def table(page: Page, address: str) -> Page:
    """The map, once it follows what is chosen."""
    page.goto(address + MAP)
    expect(page.locator(TOLD)).to_contain_text("7 claims")
    return page


def place(page: Page, name: str) -> Locator:
    """The link of a cell, by its first words."""
    return page.locator("td a").filter(has_text=re.compile(f"^{name}: "))


def said(page: Page) -> list[str]:
    """What all cells say, those that are not seen included."""
    words: list[str] = page.locator("td").evaluate_all("all => all.map(one => one.textContent)")
    return [" ".join(one.split()) for one in words]


def test_each_cell_is_a_link_that_says_all_of_it(table: Page) -> None:
    link = table.get_by_role(
        "link",
        name="Transport and work: 1 claim in 1 example; strongest level 5; 1 better",
        exact=True,
    )
    link.click()
    expect(table).to_have_url(re.compile("evidence-map/transport/work/$"))
    expect(table.get_by_role("heading", level=1)).to_have_text("Transport and work")
    expect(table.get_by_text("Counts here because")).to_have_count(1)


def test_a_group_opens_by_keyboard_and_stays_open_after_a_reload(table: Page) -> None:
    narrower = table.get_by_role("columnheader", name="Living costs")
    opener = table.get_by_role("button", name="1 narrower outcome of Access")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(narrower).to_be_hidden()
    opener.focus()
    table.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(narrower).to_be_visible()
    expect(place(table, "Transport and living costs")).to_be_visible()
    table.reload()
    expect(narrower).to_be_visible()


def test_the_tab_key_reaches_each_cell_and_arrow_keys_lead_from_one_to_the_next(
    table: Page,
) -> None:
    table.get_by_role("rowheader", name="Energy").get_by_role("link").focus()
    reached = []
    for _ in range(3):
        table.keyboard.press("Tab")
        reached.append(table.evaluate("document.activeElement.textContent.split(':')[0]"))
    assert reached == ["Energy and access", "Energy and ownership", "Energy and work"]
    table.keyboard.press("ArrowDown")
    expect(place(table, "Ownership and work")).to_be_focused()
    table.keyboard.press("ArrowLeft")
    table.keyboard.press("ArrowLeft")
    expect(place(table, "Ownership and access")).to_be_focused()


CHOICES = {
    "level=3": lambda one: one.strength.level == 3,
    "direction=better&direction=unclear": lambda one: one.claim.direction in ("better", "unclear"),
    "theme=transport&outcome=access": lambda one: (
        "transport" in one.study.themes and one.claim.outcome in ("access", "living-costs")
    ),
    "outcome=living-costs&status=active": lambda one: (
        one.claim.outcome == "living-costs" and one.study.status == "active"
    ),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_the_numbers_follow_what_is_chosen(page: Page, address: str, choice: str) -> None:
    page.goto(f"{address}{MAP}?{choice}")
    drawn = evidence_map(open_commons(INVENTED).catalogue)
    wanted = []
    for row, column in drawn.places:
        name = title(row.term, column.term)
        cell = drawn.cells.get((row.term.id, column.term.id))
        if not cell:
            wanted.append(f"{name}: {drawn.gap(row.term, column.term).words}")
            continue
        left = [one for one in cell.claims if CHOICES[choice](one)]
        if not left:
            wanted.append(f"{name}: 0 of {cell.count.claims} claims fit what is chosen")
            continue
        kept = {one.claim.id for one in left}
        ways = [
            (sum(one.claim.id in kept for one in way.claims), mid_sentence(way.direction.label))
            for way in cell.directions
        ]
        going = ", ".join(f"{many} {label}" for many, label in ways if many)
        examples = len({one.study.id for one in left})
        level = max(one.strength.level for one in left)
        count = amount(type(cell.count)(len(left), examples))
        wanted.append(f"{name}: {count}; strongest level {level}; {going}")
    expect(page.locator(TOLD)).to_contain_text("claim")
    expect(page.locator("td").filter(has_text="fit what is chosen").first).to_be_attached()
    assert said(page) == wanted
    assert len(wanted) == len(list(lines(drawn.rows))) * len(list(lines(drawn.columns)))


def test_choosing_narrows_it_in_place_and_show_all_brings_everything_back(table: Page) -> None:
    before = said(table)
    table.locator(".ec-chooser__all > summary").click()
    table.get_by_label(re.compile("^Level 5")).check()
    expect(table.locator(TOLD)).to_have_text(re.compile("^1 claim in 1 "))
    expect(place(table, "Transport and access")).to_contain_text("0 of 3 claims")
    assert "level=5" in table.url
    table.get_by_role("button", name="Show all", exact=True).click()
    expect(place(table, "Transport and access")).to_contain_text("3 claims")
    assert said(table) == before


def test_without_scripts_the_whole_table_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MAP)
    expect(page.get_by_role("columnheader", name="Living costs")).to_be_visible()
    expect(page.locator("td:visible")).to_have_count(12)
    expect(page.get_by_role("button", name=re.compile("narrower"))).to_have_count(0)
    context.close()


def test_a_phone_shows_the_same_facts_as_a_list_by_row(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + MAP)
    show = page.get_by_role("button", name="Show the cells of Ownership")
    link = place(page, "Ownership and access")
    expect(link).to_be_hidden()
    show.click()
    expect(link).to_be_visible()
    assert link.inner_text().split() == (link.text_content() or "").split()
    assert "4 claims in 2 examples; strongest level 4;" in " ".join(link.inner_text().split())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_all_rows_and_columns_are_there(table: Page) -> None:
    expect(table.locator("td:visible")).to_have_count(9)
    table.emulate_media(media="print")
    table.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(table.locator("td:visible")).to_have_count(12)
    table.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(table.locator("td:visible")).to_have_count(9)


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("dark", 360)], ids=str)
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [MAP, CELL, MAP + "?level=3&open=outcome.access"])
def test_axe_finds_no_fault(window: Page, address: str, path: str) -> None:
    window.goto(address + path)
    window.wait_for_load_state("networkidle")
    for button in window.locator(".ec-map__row:visible").all():
        button.click()
    found = Axe().run(window, options={"runOnly": {"type": "tag", "values": TAGS}})
    faults = found.response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in faults] == []
