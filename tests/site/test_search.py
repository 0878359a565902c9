"""The search, as somebody uses it: in the head of each page, and on the page of results."""

import json
import re
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.building import INVENTED
from tests.site.conftest import Built
from tests.site.looking import faults

from evidence_commons.export.search_words import Stems, forms, tokens

FIELD, RESULTS = ".ec-search__words", ".ec-search__list a"
SEARCH = """async ([root, words, options]) => {
    const { search } = await import(root + 'assets/index.js');
    return search(root, words, options);
}"""
EACH = """async ([root, typed]) => {
    const { search } = await import(root + 'assets/index.js');
    const found = {};
    for (const [stem, word] of Object.entries(typed)) {
        const { results } = await search(root, word + ' ', { limit: 1000 });
        found[stem] = results.map(({ address }) => address);
    }
    return found;
}"""
TYPED = {
    "joining": "case-studies/robin-taxis/",
    "bills": "case-studies/robin-taxis/",
    "sauce": "case-studies/owl-library/",
    "saucpan": "case-studies/owl-library/",
    "suacepan": "case-studies/owl-library/",
    "asucepan": "case-studies/owl-library/",
    "rabin taxi": "case-studies/robin-taxis/",
    "the saucepan of": "case-studies/owl-library/",
    "LENDS-Drills": "case-studies/owl-library/",
    "wholly unheard saucepan": "case-studies/owl-library/",
}
"""Words that are no words of the commons as they stand, and what they should lead to."""

ODD = "Gŵyl’s e-bike, co\u2011op's ½ ﬁne İstanbul straße 日本語 naïve don't a_b 2024-05 café's"


def _search(page: Page, address: str, words: str, **options: Any) -> dict[str, Any]:
    page.goto(f"{address}find/")
    found: dict[str, Any] = page.evaluate(SEARCH, [address, words, options])
    return found


def _addresses(found: dict[str, Any]) -> list[str]:
    return [result["address"] for result in found["results"]]


def test_nothing_of_the_index_is_fetched_before_somebody_searches(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "/data/" in url or "index.js" in url]
    page.locator(FIELD).fill("saucepan")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert 2 <= len([url for url in fetched if "/data/search/" in url]) < 8


def test_by_keyboard_alone_from_a_key_to_the_heading_that_has_the_word(
    page: Page, address: str
) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.keyboard.type("riding bad")
    expect(page.locator(".ec-search [role=status]")).to_contain_text("result")
    first = page.locator(RESULTS).first
    expect(first).to_contain_text("Robin Taxis")
    expect(first.locator("mark")).to_contain_text(["bad", "ride"])
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/case-studies/robin-taxis/#text-what-is-not-known")


def test_escape_leaves_the_results_and_stays_in_the_field(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(FIELD).fill("taxis")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(".ec-search__panel")).to_be_hidden()
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("taxis")


def test_who_goes_on_by_tab_leaves_the_results_behind(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(FIELD).fill("saucepan")
    expect(page.locator(RESULTS).first).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('.ec-search')"):
            break
    expect(page.locator(".ec-search__panel")).to_be_hidden()


def test_the_key_can_be_switched_off_for_good(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(FIELD).fill("taxis")
    page.get_by_label("The key / leads here").uncheck()
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).not_to_be_focused()


def test_the_key_is_a_sign_like_others_where_somebody_types(page: Page, address: str) -> None:
    page.goto(f"{address}find/")
    field = page.get_by_label("Words to look for")
    field.click()
    page.keyboard.type("and/or")
    expect(field).to_have_value("and/or")


def test_a_thing_is_found_though_it_is_typed_otherwise(page: Page, address: str) -> None:
    page.goto(address)
    for words, wanted in TYPED.items():
        found = page.evaluate(SEARCH, [address, words, {}])
        assert wanted in [one.partition("#")[0] for one in _addresses(found)], words


def test_it_is_said_what_was_looked_for_instead(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=saucpan")
    expect(page.locator(".ec-find [role=status]")).to_contain_text(
        "Nothing has “saucpan”. Looked for “saucepan”. 1 result"
    )


def test_every_word_finds_exactly_what_has_it(page: Page, address: str, made_up: Built) -> None:
    """The browser's answers are held against a plain look through all texts."""
    stems = Stems()
    texts = [(text[1], stems.of(_words(text))) for text in _texts(made_up)]
    every = sorted(own[0] for own in set(stems.values()) if len(own) == 1)
    some = Random(1).sample(every, 100)  # noqa: S311 - no secret depends on it
    typed = {stem: next(form for form, own in stems.items() if own == (stem,)) for stem in some}
    page.goto(address)
    found = page.evaluate(EACH, [address, typed])
    for stem in some:
        # Words of terms are not in the texts of what names these terms.
        assert {one for one, own in texts if stem in own} <= set(map(_whole, found[stem])), stem


def test_examples_that_match_all_words_are_told_by_their_numbers(
    page: Page, address: str, made_up: Built
) -> None:
    page.goto(address)
    ask = """async ([root, words]) => {
        const { entriesMatching } = await import(root + 'assets/index.js');
        const found = await entriesMatching(root, words);
        return found && [...found];
    }"""
    ids = json.loads((made_up.site / "data" / "facets.json").read_text("utf-8"))["entries"]["id"]
    assert page.evaluate(ask, [address, "saucepan"]) == [ids.index("owl-library")]
    assert page.evaluate(ask, [address, "saucepan taxi"]) == []
    assert page.evaluate(ask, [address, "of the"]) is None


@pytest.mark.parametrize("stale", ["numbers", "beginnings", "texts"])
def test_files_of_two_editions_are_never_read_together(
    page: Page, address: str, stale: str
) -> None:
    """Somebody's browser kept the root from before the last publication."""
    old = {"first": True}

    def answer(route: Route) -> None:
        response = route.fetch()
        content = response.json()
        if old.pop("first", None):
            if stale == "numbers":
                content["edition"] = "before"
            elif stale == "beginnings":
                content["terms"] = " q"
            else:
                content["kinds"][0][-1] = "before"
        route.fulfill(json=content)

    page.route("**/data/search/root.json", answer)
    assert "case-studies/owl-library/" in _addresses(_search(page, address, "saucepan"))
    assert not old


def test_every_result_leads_to_a_place_that_is_there(made_up: Built) -> None:
    for title, target, parts in _texts(made_up):
        path, _, own = target.partition("#")
        html = (made_up.site / path / "index.html").read_text("utf-8")
        anchors = set(re.findall(r' id="([^"]+)"', html))
        assert {own, *(anchor for anchor, _, _ in parts)} - {""} <= anchors, title


def test_words_are_the_same_in_the_browser(page: Page, address: str) -> None:
    """Of every word of the made-up commons and of English endings, and of odd letters."""
    files = sorted(path for path in INVENTED.rglob("*") if path.suffix in (".md", ".yaml", ".bib"))
    text = " ".join([ODD, *(path.read_text("utf-8") for path in files)])
    stems = Stems()
    words = [form for token in tokens(text) for form in forms(token)] + _made_up_words()
    page.goto(address)
    read = """async ([root, text, words]) => {
        const { tokens, forms, stem } = await import(root + 'assets/words.js');
        return [tokens(text), tokens(text).flatMap(forms), words.map(stem)];
    }"""
    told = page.evaluate(read, [address, text, words])
    assert told[0] == tokens(text)
    assert told[1] == [form for token in tokens(text) for form in forms(token)]
    assert told[2] == [stems.stem(word) for word in words]


def _made_up_words() -> list[str]:
    chance = Random(1)  # noqa: S311 - no secret depends on it
    endings = """s es ed ing ingly edly eed eedly ly ation ational ization izer iveness fulness
        ousness ogist alism ality ability ivity icate ative alize icity ical ness ful ement ous
        er ion y ies ied e l ll """.split(" ")
    starts = ["".join(chance.choices("aeiouybcdlnrstgmw", k=size)) for size in range(1, 8)] * 200
    begun = [start[: chance.randint(1, 7)] for start in starts]
    return [chance.choice("bcdfst") + one + chance.choice(endings).strip() for one in begun] + [
        "skies", "dying", "early", "proceed", "succeeded", "evening", "egg", "added", "past",
        "organisation", "communities", "universal", "international", "generously", "news",
    ]  # fmt: skip


def test_the_page_of_results_can_be_shared_and_left_by_the_back_button(
    page: Page, address: str
) -> None:
    page.goto(f"{address}find/?q=taxis")
    expect(page.get_by_label("Words to look for")).to_have_value("taxis")
    group = page.locator("[data-ec-found] section").filter(has_text="Case studies")
    expect(group.get_by_role("link").first).to_contain_text("Robin Taxis")
    expect(page.locator(".ec-browse")).to_be_hidden()
    page.get_by_label("Words to look for").fill("saucepan")
    page.get_by_label("Words to look for").press("Enter")
    expect(page.locator("[data-ec-found]")).to_contain_text("Owl Library")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["saucepan"]}
    page.go_back()
    expect(page.locator("[data-ec-found]")).to_contain_text("Robin Taxis")


def test_who_finds_nothing_is_told_what_to_try(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=zzyzx")
    told = page.locator(".ec-find [role=status]")
    expect(told).to_have_text("Nothing found for “zzyzx”. Try fewer words, or other ones.")
    expect(page.get_by_role("heading", name="Lists and maps")).to_be_visible()
    page.locator(FIELD).fill("zzyzx")
    expect(page.locator(".ec-search__told")).to_contain_text("Nothing found for “zzyzx”")
    expect(page.get_by_role("link", name="Ways to browse")).to_be_visible()


def test_where_the_index_cannot_be_had_that_is_said(page: Page, address: str) -> None:
    page.route("**/data/search/**", lambda route: route.abort())
    page.goto(address)
    page.locator(FIELD).fill("taxis")
    expect(page.locator(".ec-search__told")).to_contain_text("cannot be reached")


def test_without_scripts_the_search_leads_to_lists_and_to_an_index(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(FIELD).fill("bills")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**/find/?q=bills")
    expect(page.get_by_text("the search needs them")).to_be_visible()
    expect(page.get_by_label("Words to look for")).to_be_hidden()
    row = page.locator(".ec-index li").filter(has_text="Bills")
    row.get_by_role("link", name="Living costs").click()
    page.wait_for_url("**/vocabulary/outcomes/living-costs/")
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_open_results_have_no_fault(
    browser: Browser, address: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}about/")
    page.locator(FIELD).fill("tax")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{address}find/?q=taxis")
    expect(page.locator(".ec-finds a").first).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def _texts(made_up: Built) -> list[list[Any]]:
    """What is shown of all that can be found: title, address, and parts."""
    folder = made_up.site / "data" / "search"
    kinds = json.loads((folder / "root.json").read_text("utf-8"))["kinds"]
    files = [path for kind, *_ in kinds for path in sorted((folder / kind).glob("*.json"))]
    return [text for path in files for text in json.loads(path.read_text("utf-8"))["of"]]


def _words(text: list[Any]) -> str:
    title, _, parts = text
    return " ".join([title, *(words for _, heading, words in parts if heading != "Filed under")])


def _whole(target: str) -> str:
    """An address without the anchor of a part; proposals are parts by themselves."""
    path, _, anchor = target.partition("#")
    return target if anchor.startswith("proposal-") else path
