"""The list of examples: narrowed, sorted, shared, and whole without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.site.looking import faults, unfold

CARDS = """() => {
    const told = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\\s+/g, " ").trim();
        const marks = [...node.attributes].filter((one) => one.name !== "data-ec-entry");
        const plain = ({ name, value }) => (name === "href" ? node.href : `${name} ${value}`);
        const inside = [...node.childNodes].map(told).filter(Boolean);
        return [node.localName, ...marks.map(plain).sort(), inside];
    };
    const cards = document.querySelectorAll("[data-ec-results] > li");
    return [...cards].map((card) => JSON.stringify(told(card))).sort();
}"""


@pytest.fixture
def listed(page: Page, address: str) -> Page:
    return _opened(page, address)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


def _opened(page: Page, address: str, query: str = "") -> Page:
    """The list, as soon as it can be narrowed."""
    page.goto(f"{address}case-studies/{query}")
    expect(_told(page)).to_be_visible()
    return page


def _told(page: Page) -> Locator:
    return page.locator(".ec-chosen__told")


def _box(page: Page, label: str) -> Locator:
    """The check box of a value, whose name ends in how many there are."""
    return page.get_by_role("checkbox", name=re.compile(f"^{label} [0-9]+$"))


def _titles(page: Page) -> list[str]:
    titles: list[str] = page.locator("[data-ec-results] .ec-card__title").all_inner_texts()
    return titles


def _group(page: Page, name: str) -> Locator:
    """The values of one thing to narrow by, opened."""
    group = page.locator(".ec-chooser__facet").filter(has=page.locator("summary", has_text=name))
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return group


def _counts(group: Locator) -> dict[str, str]:
    rows = group.locator("li").all()
    return {
        row.locator(".ec-choice").inner_text(): row.locator(".ec-count").inner_text()
        for row in rows
    }


def test_a_choice_narrows_the_list_and_every_count_at_once(listed: Page) -> None:
    _box(listed, "Energy").check()
    assert _titles(listed) == ["Magpie Energy"]
    expect(_told(listed)).to_have_text("1 of 3 examples")
    statuses = _counts(_group(listed, "Status"))
    assert (statuses["Ended"], statuses["Active"]) == ("1", "0")
    # Within a theme any other would add to it, so it keeps its count.
    assert _counts(_group(listed, "Theme"))["Ownership"] == "2"


def test_a_choice_stands_in_the_address_and_a_reload_or_a_friend_sees_the_same(
    listed: Page, address: str
) -> None:
    _box(listed, "Transport").check()
    listed.get_by_label("Sort by").select_option("Strongest evidence first")
    listed.get_by_label("With these words").fill("taxi")
    expect(listed).to_have_url(f"{address}case-studies/?sort=strongest&theme=transport&words=taxi")
    listed.reload()
    expect(_told(listed)).to_have_text("1 of 3 examples")
    expect(_box(listed, "Transport")).to_be_checked()
    expect(listed.get_by_label("With these words")).to_have_value("taxi")
    expect(listed.get_by_label("Sort by")).to_have_value("strongest")


def test_whoever_comes_back_from_an_example_finds_the_list_as_it_was(listed: Page) -> None:
    _box(listed, "Energy").check()
    listed.get_by_role("link", name="Magpie Energy").click()
    listed.wait_for_url("**/magpie-energy/")
    listed.go_back()
    expect(_told(listed)).to_have_text("1 of 3 examples")
    assert _titles(listed) == ["Magpie Energy"]


def test_a_chip_takes_its_choice_away_and_the_focus_stays_among_the_chips(
    page: Page, address: str
) -> None:
    _opened(page, address, "?theme=energy&theme=transport&status=ended")
    assert _titles(page) == ["Magpie Energy"]
    page.get_by_role("button", name="Ended, Status: take away").click()
    assert len(_titles(page)) == 2
    expect(page.locator(".ec-chip:focus")).to_have_count(1)
    page.get_by_role("button", name="Show all", exact=True).click()
    expect(page).to_have_url(f"{address}case-studies/")
    assert len(_titles(page)) == 3


def test_when_nothing_is_left_it_says_what_to_take_away_and_does_so(
    page: Page, address: str
) -> None:
    _opened(page, address, "?theme=ownership&status=ended")
    expect(_told(page)).to_have_text("No examples. Take away Ended to see 2.")
    expect(_told(page)).to_have_attribute("role", "status")
    page.get_by_role("button", name="Take away Ownership to see 1").click()
    assert _titles(page) == ["Magpie Energy"]
    expect(page.locator(".ec-chip")).to_be_focused()


def test_an_old_link_with_a_value_that_is_gone_says_so(page: Page, address: str) -> None:
    _opened(page, address, "?theme=perpetual-motion")
    expect(_told(page)).to_have_text("No examples. Take away perpetual-motion to see 3.")


def test_words_narrow_by_what_they_begin(listed: Page) -> None:
    listed.get_by_label("With these words").fill("taxi")
    expect(_told(listed)).to_have_text("1 of 3 examples")
    assert _titles(listed) == ["Robin Taxis: the riders' own"]


ORDERS = {
    "Strongest evidence first": "Robin Taxis: the riders' own",
    "Newest reviewed first": "Owl Library of Things",
    "Newest begun first": "Owl Library of Things",
    "Name": "Magpie Energy",
}


def test_the_list_is_sorted_as_asked(listed: Page) -> None:
    for order, first in ORDERS.items():
        listed.get_by_label("Sort by").select_option(order)
        assert _titles(listed)[0] == first, order


def test_all_of_it_can_be_done_by_keyboard(listed: Page) -> None:
    box = _box(listed, "Energy")
    listed.get_by_label("With these words").focus()
    for _ in range(10):
        listed.keyboard.press("Tab")
        if box.evaluate("one => one === document.activeElement"):
            break
    listed.keyboard.press("Space")
    expect(box).to_be_focused()
    expect(_told(listed)).to_have_text("1 of 3 examples")
    listed.keyboard.press("Space")
    expect(_told(listed)).to_have_text("3 examples")


def test_a_card_made_by_the_browser_is_the_one_that_pages_print(listed: Page) -> None:
    printed = listed.evaluate(CARDS)
    listed.get_by_label("Sort by").select_option("Newest reviewed first")
    expect(listed.locator("[data-ec-entry] .ec-card__marks")).to_have_count(3)
    assert listed.evaluate(CARDS) == printed


def test_the_other_views_open_with_the_same_choice(listed: Page) -> None:
    _box(listed, "Energy").check()
    for name in ("Evidence map", "Places"):
        link = listed.locator(".ec-views").get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile(r"\?theme=energy$"))


def test_a_view_can_be_cited_with_the_edition_of_the_data(listed: Page, address: str) -> None:
    listed.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _box(listed, "Energy").check()
    listed.get_by_role("button", name="Cite this view").click()
    expect(listed.get_by_text("Copied.")).to_be_visible()
    copied = listed.evaluate("() => navigator.clipboard.readText()")
    edition = r"edition [0-9a-f]{12} of 30 June 2024"
    where = re.escape(f"{address}case-studies/?theme=energy")
    assert re.fullmatch(rf".+, examples: Energy \(1 example\), {edition}, {where}", copied)


def test_on_a_phone_the_panel_opens_when_asked_for_and_says_how_much_is_chosen(
    phone: Page, address: str
) -> None:
    _opened(phone, address)
    box = _box(phone, "Energy")
    expect(box).to_be_hidden()
    phone.get_by_text("Narrow the list").tap()
    box.check()
    phone.get_by_role("button", name="Show 1 example").tap()
    expect(box).to_be_hidden()
    expect(phone.locator(".ec-chooser__all > summary")).to_have_text("Narrow the list (1 chosen)")
    assert _titles(phone) == ["Magpie Energy"]


@pytest.mark.parametrize("width", [360, 1280])
def test_narrowed_lists_have_no_fault_that_axe_finds(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for query in ("?theme=energy&words=o", "?theme=energy&level=5"):
        _opened(page, address, query)
        unfold(page)
        assert faults(page) == []


def test_without_scripts_the_list_is_whole_and_values_lead_to_their_pages(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "case-studies/")
    assert len(_titles(page)) == 3
    panel = page.locator(".ec-chooser__all")
    if not panel.get_by_text("Theme", exact=True).is_visible():
        panel.locator("> summary").click()
    panel.get_by_role("link", name="Energy", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Energy")
    expect(page.get_by_role("link", name="Magpie Energy").first).to_be_visible()
    context.close()
