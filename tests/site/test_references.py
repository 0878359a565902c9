"""The page of one work: what can be copied, what can be saved, and what programs find in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.export.zotero import from_coins, from_tags

from evidence_commons.load.bibtex import read_references

KEY = "plover2022taxis"
DOI = "10.5555/invented.2022.12"
TITLE = "Riding Together: Fares and Waits in Two Made-Up Towns"


@pytest.fixture
def work(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a work, in a browser that lets pages copy."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}references/{KEY}/")
    yield page
    context.close()


def saved(page: Page, form: str) -> str:
    """What somebody gets who saves the work."""
    with page.expect_download() as download:
        page.get_by_role("link", name=form, exact=True).click()
    assert download.value.suggested_filename.partition(".")[0] == KEY
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_the_entry_in_each_style_is_copied_as_words(work: Page) -> None:
    style = "APA Style 7th edition"
    work.get_by_role("button", name=f"Copy: {style}").click()
    expect(work.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = work.evaluate("navigator.clipboard.readText()")
    assert copied == work.locator(f"[data-ec-copy='{style}']").inner_text()
    assert copied.startswith("Plover, I. (2022). Riding Together")


def test_every_text_to_copy_has_a_button_that_says_what_it_copies(work: Page) -> None:
    work.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    names = work.locator(".ec-copy").evaluate_all("all => all.map(one => one.ariaLabel)")
    texts = work.locator("[data-ec-copy]").evaluate_all("all => all.map(one => one.dataset.ecCopy)")
    assert len(texts) == 3
    assert names == [f"Copy: {text}" for text in texts]


def test_where_nothing_can_be_copied_the_text_is_selected(page: Page, address: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(f"{address}references/{KEY}/")
    page.get_by_role("button", name="Copy: APA").click()
    expect(page.get_by_role("status").filter(has_text="Selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()").startswith("Plover, I. (2022)")


def test_bibtex_is_saved_whole(work: Page) -> None:
    works, faults = read_references(saved(work, "BibTeX"), "saved.bib")
    assert [(work.key, work.title, work.doi) for work in works] == [(KEY, TITLE, DOI)]
    assert faults == ()


def test_ris_and_csl_json_are_saved_as_programs_read_them(work: Page) -> None:
    ris = saved(work, "RIS").splitlines()
    assert (ris[0], ris[-1]) == ("TY  - JOUR", "ER  - ")
    assert f"DO  - {DOI}" in ris
    (item,) = json.loads(saved(work, "CSL-JSON"))
    assert (item["id"], item["type"], item["DOI"]) == (KEY, "article-journal", DOI)


def test_zotero_finds_the_work_in_the_meta_tags(work: Page) -> None:
    tags = work.locator("head meta[name]").evaluate_all(
        "all => all.map(one => [one.name, one.content])"
    )
    found = from_tags([(name, content) for name, content in tags])
    assert (found["itemType"], found["title"], found["DOI"]) == ("journalArticle", TITLE, DOI)
    assert found["author"] == [("Plover", "Ines")]
    assert found["pages"] == "12-31"


def test_search_engines_find_the_work_in_json_ld(work: Page) -> None:
    (script,) = work.locator("script[type='application/ld+json']").all_text_contents()
    found = json.loads(script)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "ScholarlyArticle")
    assert found["name"] == TITLE


@pytest.mark.parametrize("path", ["references/", "case-studies/robin-taxis/", "about/"])
def test_zotero_finds_each_work_in_a_list(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    listed = page.locator(".ec-bibliography > li").count()
    titles = page.locator(".Z3988").evaluate_all("all => all.map(one => one.title)")
    assert len(titles) == listed > 0
    assert all(from_coins(title)["title"] for title in titles)


def test_a_work_says_what_cites_it_and_for_which_claim(work: Page) -> None:
    expect(work.get_by_role("heading", name="Cited by")).to_be_visible()
    work.locator("#cited-by ~ ul a[href*='#claim-']").first.click()
    expect(work.locator(".ec-claim:target")).to_be_in_viewport()
