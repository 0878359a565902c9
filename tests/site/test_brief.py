"""The evidence brief: collected on any page, ordered, annotated, shared and taken away."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ROBIN = "case-studies/robin-taxis/"
FULL = (
    "claim:robin-taxis/waits",
    "example:magpie-energy",
    "question:who-owns-the-wires",
    "proposal:who-owns-the-wires/share-for-riders",
    "metric:members",
    "work:heron2023guide",
)
PAGES = {
    "example": "case-studies/",
    "claim": "case-studies/",
    "question": "questions/",
    "proposal": "questions/",
    "metric": "metrics/",
    "work": "references/",
}


def _shared(address: str, *keys: str, note: str = "") -> str:
    items = "&".join(f"i={key}" for key in keys)
    return f"{address}brief/#{items}" + (f"&n={note}" if note else "")


@pytest.fixture
def brief(page: Page, address: str) -> Page:
    """A brief with one thing of each kind; the work has a note."""
    page.goto(_shared(address, *FULL, note="=Ask Bola"))
    expect(_items(page)).to_have_count(len(FULL))
    return page


def _items(page: Page) -> Locator:
    return page.locator(".ec-brief__item")


def _saved(page: Page, format: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"{format}: save").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_things_of_all_kinds_are_collected_by_keyboard_where_they_stand(
    page: Page, address: str
) -> None:
    for key in FULL:
        kind, _, name = key.partition(":")
        page.goto(address + PAGES[kind] + name.partition("/")[0] + "/")
        page.locator(f'button[data-ec-collect="{key}"]').first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f'button[data-ec-collect="{key}"]').first).to_have_text(
            "Take out of brief"
        )
    page.get_by_role("link", name=f"Brief ({len(FULL)})").click()
    expect(page.locator(".ec-brief__title")).to_have_text(
        [
            "People wait less long for a taxi than before.",
            "Magpie Energy",
            "Ownership",
            "Give every rider a share.",
            "Members",
            "How to Start a Taxi That Its Riders Own",
        ]
    )


def test_a_claim_comes_with_its_level_its_direction_and_its_works(brief: Page) -> None:
    claim = _items(brief).first
    expect(claim).to_contain_text("Level 2 of 5: a measurement")
    expect(claim).to_contain_text("Better")
    expect(brief.locator(".ec-brief__works li")).to_contain_text(
        ["Heron, B. (2023)", "Wren, A. and Finch, T. (2021)"]
    )


def test_the_order_and_a_note_stay_in_the_address_and_in_the_browser(
    brief: Page, address: str
) -> None:
    brief.get_by_role("button", name="Move down: People wait less long").press("Enter")
    expect(_items(brief).nth(1)).to_contain_text("People wait less long")
    expect(brief.get_by_role("status").filter(has_text="now 2 of 6")).to_be_visible()
    assert "Move down" in brief.evaluate("document.activeElement.textContent")
    brief.get_by_label("Your note on: Magpie Energy").fill("Why did it end?\nAsk.")
    noted = "i=example%3Amagpie-energy&n=Why+did+it+end%3F%0AAsk.&i=claim"
    brief.wait_for_function("noted => location.hash.includes(noted)", arg=noted)
    brief.goto(address)
    brief.goto(address + "brief/")
    expect(brief.get_by_label("Your note on: Magpie Energy")).to_have_value("Why did it end?\nAsk.")
    expect(_items(brief).first).to_contain_text("Magpie Energy")


def test_a_shared_brief_leaves_one_s_own_alone_until_it_is_wanted(
    brief: Page, address: str
) -> None:
    brief.goto(address)
    brief.goto(_shared(address, "example:owl-library"))
    expect(_items(brief)).to_have_count(1)
    expect(brief.get_by_text("Your own has 6 things in it")).to_be_visible()
    brief.get_by_role("button", name="Add these to my own").click()
    expect(_items(brief)).to_have_count(7)


def test_an_address_cannot_bring_in_anything_but_things_of_this_site(
    page: Page, address: str
) -> None:
    page.goto(
        _shared(
            address, "claim:robin-taxis/nothing", "evil:x", "constructor:x", "work:../../x?", ""
        )
    )
    expect(_items(page)).to_have_count(2)
    expect(page.get_by_text("This is no longer here")).to_have_count(2)
    assert _items(page).locator("a").all() == []


def test_an_emptied_brief_can_be_brought_back(brief: Page) -> None:
    brief.get_by_role("button", name="Empty the brief").click()
    expect(brief.get_by_text("Nothing is in your brief yet.")).to_be_visible()
    assert brief.evaluate("localStorage.getItem('ec-brief')") is None
    brief.get_by_role("button", name="Bring it back").press("Enter")
    expect(_items(brief)).to_have_count(len(FULL))


def test_the_brief_is_saved_as_markdown_with_works_and_where_it_is_from(
    brief: Page, tmp_path: Path
) -> None:
    text = _saved(brief, "Markdown", tmp_path).read_text("utf-8")
    assert text.startswith("# Evidence brief\n\n## People wait less long for a taxi than before.\n")
    assert "- **Strength of evidence:** Level 2 of 5: a measurement" in text
    assert "- **Rests on:** (Wren and Finch, 2021, p. 9)" in text
    assert "- **Why this level:** It cites a work. Its design can show a change." in text
    assert "**Note:**\n\n=Ask Bola\n" in text
    assert "## Works\n\n- Heron, B. (2023) How to Start a Taxi" in text
    assert re.search(r"edition [0-9a-f]{12} of 30 June 2024", text)


def test_a_note_just_written_is_in_the_file(brief: Page, tmp_path: Path) -> None:
    brief.get_by_label("Your note on: Magpie Energy").fill("Why did it end?")
    assert "**Note:**\n\nWhy did it end?\n" in _saved(brief, "Markdown", tmp_path).read_text(
        "utf-8"
    )


def test_the_brief_is_saved_as_a_word_file(brief: Page, tmp_path: Path) -> None:
    brief.get_by_label("What it is called").fill("For the council & us")
    path = _saved(brief, "Word", tmp_path)
    assert path.name == "for-the-council-us.docx"
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml"} <= set(packed.namelist())
        for name in packed.namelist():
            ElementTree.fromstring(packed.read(name))  # noqa: S314 - we wrote it ourselves
        words = re.sub("<[^>]+>", "", packed.read("word/document.xml").decode())
        links = packed.read("word/_rels/document.xml.rels").decode()
    assert "For the council &amp; us" in words
    assert "Give every rider a share." in words
    assert "case-studies/robin-taxis/#claim-waits" in links


def test_the_works_are_saved_as_bibtex_and_ris(brief: Page, tmp_path: Path) -> None:
    bibtex = _saved(brief, "BibTeX", tmp_path).read_text("utf-8")
    works = re.findall(r"^@\w+\{(\w+),", bibtex, re.MULTILINE)
    assert {"heron2023guide", "wren2021taxis"} < set(works)
    expect(brief.locator(".ec-brief__works li")).to_have_count(len(works))
    ris = _saved(brief, "RIS", tmp_path).read_text("utf-8")
    assert re.findall(r"^ID  - (\w+)", ris, re.MULTILINE) == works


def test_a_table_holds_each_thing_and_no_formula(brief: Page, tmp_path: Path) -> None:
    text = _saved(brief, "CSV", tmp_path).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    kinds = ["Claim", "Example", "Policy question", "Proposal", "Metric", "Work"]
    assert [row["Kind"] for row in rows] == kinds
    assert rows[0]["Direction"] == "Better"
    assert rows[0]["Address"].endswith(f"{ROBIN}#claim-waits")
    assert rows[-1]["Note"] == "'=Ask Bola"


def test_on_paper_stand_the_things_and_the_notes_and_no_buttons(brief: Page) -> None:
    brief.get_by_label("What it is called").fill("For the council")
    brief.emulate_media(media="print")
    expect(brief.get_by_text("For the council", exact=True)).to_be_visible()
    expect(brief.get_by_text("How it works")).not_to_be_visible()
    expect(brief.get_by_role("heading", name="Magpie Energy")).to_be_visible()
    expect(brief.locator(".ec-brief__printed", has_text="=Ask Bola")).to_be_visible()
    assert brief.get_by_role("button").filter(visible=True).all() == []


def test_without_scripts_the_page_says_what_it_does(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "brief/")
    expect(page.get_by_text("The brief is put together by a script")).to_be_visible()
    page.goto(address + ROBIN)
    assert page.get_by_role("button", name="Add to brief").filter(visible=True).all() == []
    context.close()
