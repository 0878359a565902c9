"""The list of all works: its filters, its order, and what stays when it is shared."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.building import invented
from tests.site.conftest import Built, built, served

from evidence_commons.load.bibtex import read_references

SHOWN = ".ec-bibliography > li:visible"
YEARS = {
    "wren2021taxis": 2021,
    "plover2022taxis": 2022,
    "heron2023guide": 2023,
    "magpie2020film": 2020,
    "owl2024": 2024,
    "stork1999": 1999,
}


@pytest.fixture
def listed(page: Page, address: str) -> Page:
    page.goto(address + "references/")
    return page


def shown(page: Page) -> list[str]:
    """The keys of the works that are left, in their order."""
    ids: list[str] = page.locator(SHOWN).evaluate_all("all => all.map(one => one.id)")
    return [one.removeprefix("ref-") for one in ids]


Act = Callable[[Page], object]

FILTERS: dict[str, tuple[Act, set[str]]] = {
    "words of the title and the author, in any order": (
        lambda page: page.get_by_label("Author, title or other words").fill("TAXI heron"),
        {"heron2023guide"},
    ),
    "the kind": (
        lambda page: page.get_by_label("Kind").select_option("Report"),
        {"wren2021taxis"},
    ),
    "the first year": (
        lambda page: page.get_by_label("From year").select_option("2022"),
        {"plover2022taxis", "heron2023guide", "owl2024"},
    ),
    "the last year": (
        lambda page: page.get_by_label("To year").select_option("2020"),
        {"magpie2020film", "stork1999"},
    ),
    "what cites it": (
        lambda page: page.get_by_label("Cited by").select_option("Metrics"),
        {"plover2022taxis"},
    ),
}


@pytest.mark.parametrize("by", FILTERS)
def test_the_list_is_narrowed_and_the_number_left_is_said(listed: Page, by: str) -> None:
    act, wanted = FILTERS[by]
    act(listed)
    number = f"{len(wanted)} work{'s' if len(wanted) > 1 else ''}"
    expect(listed.get_by_role("status")).to_have_text(number)
    assert set(shown(listed)) == wanted


def test_filters_add_up_and_one_button_undoes_them(listed: Page) -> None:
    listed.get_by_label("From year").select_option("2022")
    listed.get_by_label("Author, title or other words").fill("xylophone")
    expect(listed.get_by_role("status")).to_have_text("No works")
    listed.get_by_role("button", name="Show all").click()
    expect(listed.locator(SHOWN)).to_have_count(len(YEARS))
    expect(listed.get_by_label("From year")).to_have_value("")


@pytest.mark.parametrize("newest_first", [True, False])
def test_works_are_sorted_by_year(listed: Page, newest_first: bool) -> None:
    listed.get_by_label("Sort by").select_option("newest" if newest_first else "oldest")
    assert shown(listed) == sorted(YEARS, key=YEARS.__getitem__, reverse=newest_first)


def test_a_choice_is_in_the_address_and_survives_a_reload(listed: Page) -> None:
    listed.get_by_label("Author, title or other words").fill("taxi")
    listed.get_by_label("Sort by").select_option("newest")
    before = shown(listed)
    assert "words=taxi" in listed.url
    listed.reload()
    expect(listed.get_by_label("Author, title or other words")).to_have_value("taxi")
    expect(listed.get_by_label("Sort by")).to_have_value("newest")
    assert shown(listed) == before == ["heron2023guide", "wren2021taxis"]


def test_the_list_is_whole_and_in_order_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "references/")
    assert shown(page) == sorted(YEARS, key=lambda key: key[:3])
    expect(page.get_by_label("Kind")).not_to_be_visible()
    context.close()


def test_the_whole_library_can_be_saved_and_read_again(listed: Page, made_up: Built) -> None:
    with listed.expect_download() as saved:
        listed.get_by_role("link", name="BibTeX").click()
    works, faults = read_references(saved.value.path().read_text("utf-8"), "saved.bib")
    assert {str(work.key) for work in works} == set(YEARS)
    assert faults == ()


RECORD = """
@misc{{invented{number},
  author = {{Nobody{letters}, Ann}},
  title = {{A made-up work, number {number}}},
  keywords = {{background}},
  year = {{{year}}},
}}
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a made-up commons is served that has more works than stand on one page."""
    folder = tmp_path_factory.mktemp("long")
    commons = invented(folder)
    with (commons / "references.bib").open("a", encoding="utf-8") as library:
        for number in range(260):
            letters = "abcdefghij"[number // 26] + "abcdefghijklmnopqrstuvwxyz"[number % 26]
            record = RECORD.format(number=number, letters=letters, year=1700 + number)
            library.write(record)
    with served(built(commons, folder).site) as address:
        yield address + "references/"


def test_a_long_list_stands_on_several_pages_also_without_scripts(
    browser: Browser, long: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long)
    first = shown(page)
    assert len(first) == 250
    page.get_by_role("link", name="Next").click()
    assert len(first) + len(shown(page)) == 260 + len(YEARS)
    context.close()


def test_all_pages_of_a_long_list_are_narrowed_and_sorted_together(page: Page, long: str) -> None:
    page.goto(long)
    expect(page.get_by_role("status")).to_have_text("266 works")
    page.get_by_label("Author, title or other words").fill("wren")
    expect(page.get_by_role("status")).to_have_text("1 work")
    assert shown(page) == ["wren2021taxis"]
    expect(page.get_by_role("link", name="Next")).to_be_hidden()
    page.locator(SHOWN).get_by_role("link", name="Who cites").click()
    expect(page).to_have_url(long + "wren2021taxis/")


def test_a_long_list_is_whole_again_when_nothing_is_chosen(page: Page, long: str) -> None:
    page.goto(long + "?sort=newest")
    expect(page.locator(SHOWN)).to_have_count(266)
    assert shown(page)[0] == "owl2024"
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(SHOWN)).to_have_count(250)
    expect(page.get_by_role("link", name="Next")).to_be_visible()
