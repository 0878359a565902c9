"""Works as readers see them. Every person and work here is invented."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cite.made import library

from evidence_commons.cite import answers, pandoc
from evidence_commons.cite.bibliography import cite
from evidence_commons.cite.sound import sound
from evidence_commons.cite.style import HARVARD, read_style
from evidence_commons.model.cited import Cited

STYLES = (HARVARD, "apa")
BOOK: dict[str, Any] = {
    "id": "marsh2020",
    "type": "book",
    "title": "Tide Mills",
    "author": [{"family": "Marsh", "given": "Ada"}],
    "issued": {"date-parts": [[2020]]},
    "publisher": "Fen Press",
}


def cited(*items: dict[str, Any], style: str = HARVARD, **more: Any) -> dict[str, Cited]:
    return dict(cite(items, read_style(style), **more).cited)


def changed(**fields: Any) -> Cited:
    return cited({**BOOK, **fields})["marsh2020"]


def test_a_book_in_harvard() -> None:
    work = changed()
    assert work.entry == "Marsh, A. (2020) <em>Tide Mills</em>. Fen Press."
    assert (work.cite, work.author, work.date) == ("Marsh, 2020", "Marsh", "2020")


def test_a_book_in_apa() -> None:
    assert cited(BOOK, style="apa")["marsh2020"].entry == (
        "Marsh, A. (2020). <em>Tide Mills</em>. Fen Press."
    )


def test_entries_in_other_styles_stand_under_their_names() -> None:
    work = cited(BOOK, others=[read_style("apa")])["marsh2020"]
    (title,) = work.others
    assert title == "APA Style 7th edition"
    assert work.others[title] == "Marsh, A. (2020). <em>Tide Mills</em>. Fen Press."


def test_dates_and_quotation_marks_are_british() -> None:
    entry = changed(
        type="webpage", URL="https://example.org/mills", accessed={"date-parts": [[2026, 11, 2]]}
    ).entry
    assert "(Accessed: 2 November 2026)" in entry
    assert "‘Weirs’" in changed(type="article-journal", title="Weirs").entry


def test_works_of_the_same_people_and_year_get_letters_whatever_their_order() -> None:
    works = [
        {**BOOK, "id": "b", "title": "Weirs"},
        {**BOOK, "id": "a", "title": "Locks"},
        {**BOOK, "id": "c", "issued": {"date-parts": [[2021]]}},
    ]
    labels = {key: work.label for key, work in cited(*works).items()}
    assert labels == {"a": "Marsh, 2020a", "b": "Marsh, 2020b", "c": "Marsh, 2021"}
    assert {key: work.label for key, work in cited(*works[::-1]).items()} == labels


def test_a_label_is_plain_words() -> None:
    people = [{"family": name} for name in ("Marsh", "Reed & Co", "Fenn", "Moor")]
    assert changed(author=people).label == "Marsh et al., 2020"
    assert changed(author=[{"literal": "Reed & Co"}]).label == "Reed & Co, 2020"


def test_a_person_stands_before_the_same_one_with_others() -> None:
    together = [*BOOK["author"], {"family": "Abel", "given": "Bo"}]
    works = cited(
        {**BOOK, "id": "two", "author": together, "issued": {"date-parts": [[1999]]}}, BOOK
    )
    assert sorted(works, key=lambda key: works[key].order) == ["marsh2020", "two"]


@pytest.mark.parametrize("style", STYLES)
def test_parts_give_what_the_whole_gives(style: str) -> None:
    """The works are formatted in several parts; all stand as if it had been done at once."""
    works = library(450, seed=7)
    how = read_style(style)
    read = sorted((sound(work, how.variables)[0] | {"id": work["id"]} for work in works), key=_key)
    clusters = [[pandoc.Ask(place)] for place in range(len(read))]
    whole = pandoc.ask(read, how.text, clusters)
    parts = cited(*works, style=style)
    keys = [work["id"] for work in read]
    assert [f"({parts[key].cite})" for key in keys] == [_bare(one) for one in whole.clusters]
    order = sorted(parts, key=lambda key: (parts[key].order, key))
    assert order == [keys[place] for place in whole.entries]


def _key(work: dict[str, Any]) -> str:
    return str(work["id"])


def _bare(html: str) -> str:
    return html.replace("<span>", "").replace("</span>", "")


HOSTILE = "<script>alert(1)</script>"


@pytest.mark.parametrize("style", STYLES)
def test_nothing_in_a_work_becomes_markup(style: str) -> None:
    item = dict.fromkeys(("title", "container-title", "publisher", "note", "DOI"), HOSTILE)
    people = [{"family": HOSTILE, "given": HOSTILE, "suffix": HOSTILE}]
    work = cited(
        {**BOOK, **item, "author": people, "editor": people, "ISBN": HOSTILE}, style=style
    )["marsh2020"]
    for html in (work.entry, work.cite, work.author):
        assert "<script" not in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a b"])
def test_an_address_that_is_none_of_the_web_is_left_out_and_told(address: str) -> None:
    found = cite([{**BOOK, "type": "webpage", "URL": address}], read_style(HARVARD))
    assert "href" not in found.cited["marsh2020"].entry
    assert found.spoiled == (
        ("marsh2020", "Its URL cannot be read, and is left out of the reference."),
    )


def test_a_field_without_end_is_cut_and_told() -> None:
    found = cite([{**BOOK, "title": "mill " * 200_000}], read_style(HARVARD))
    assert len(found.cited["marsh2020"].entry) < 6_000
    assert "more than 5,000 letters" in found.spoiled[0].message


@pytest.mark.parametrize("sign", ["<i>", "</b>", "<sub>x", "‘", "“", "‘“", "<span ", "&", "{", "'"])
def test_signs_that_nothing_closes_do_no_harm(sign: str) -> None:
    """Pandoc would need a lifetime for some of them."""
    assert "mill" in changed(title=sign * 800 + "mill").entry


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the ‘90s", "the ’90s"),
        ("a “great” work’s end", "a ‘great’ work’s end"),
        ("<i>Rosa</i> and CO<sub>2</sub>", "Rosa<em> and CO<sub>2</sub></em>"),
        ("<i>Rosa</b>", "Rosa"),
        ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
    ],
)
def test_signs_in_titles(typed: str, shown: str) -> None:
    assert shown in changed(title=typed).entry


@pytest.mark.parametrize(
    "fields",
    [
        {"issued": {"date-parts": [["x"]]}},
        {"issued": {"date-parts": [[2020, 13]]}},
        {"issued": {"date-parts": [[10**30]]}},
        {"issued": "2020"},
        {"author": "Marsh"},
        {"author": [None, 3, {"given": "Ada"}]},
        {"title": ["Tide", "Mills"]},
        {"volume": {"a": 1}},
    ],
)
def test_one_bad_field_is_left_out_and_told(fields: dict[str, Any]) -> None:
    (name,) = fields
    good = {**BOOK, "id": "good", "title": "Weirs"}
    found = cite([{**BOOK, "type": "article-journal", **fields}, good], read_style(HARVARD))
    assert [one.key for one in found.spoiled] == ["marsh2020"]
    assert name in found.spoiled[0].message
    assert "Weirs" in found.cited["good"].entry


def test_a_field_that_no_style_shows_may_be_anything() -> None:
    assert cite([{**BOOK, "custom": {"a": [1]}}], read_style(HARVARD)).spoiled == ()


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
_NAMES = "type title author editor issued accessed volume page URL DOI publisher".split()


@given(st.dictionaries(st.sampled_from([*_NAMES, "given", "family"]), _ANYTHING))
def test_whatever_a_work_holds_what_is_taken_of_it_has_the_right_form(item: dict[str, Any]) -> None:
    made, _ = sound(item, read_style(HARVARD).variables)
    for name, value in made.items():
        if name in ("author", "editor"):
            assert all(person.get("family") or person.get("literal") for person in value)
        elif name in ("issued", "accessed"):
            assert all(1 <= len(day) <= 3 for day in value.get("date-parts", ()))
        else:
            assert isinstance(value, str)


def test_what_was_formatted_is_not_formatted_again(
    tmp_path: Path, without_pandoc: Callable[[], None]
) -> None:
    first = cited(BOOK, folder=tmp_path)
    without_pandoc()
    assert cited(BOOK, folder=tmp_path) == first
    with pytest.raises(pandoc.CannotFormat):
        cited({**BOOK, "title": "Another"}, folder=tmp_path)


def test_a_changed_work_costs_its_own_part_alone(tmp_path: Path) -> None:
    works = library(450, seed=7)
    cited(*works, folder=tmp_path)
    before = set(tmp_path.iterdir())
    works[17] = {**works[17], "edition": "2"}
    cited(*works, folder=tmp_path)
    assert len(before) > 3
    assert len(set(tmp_path.iterdir()) - before) == 1


def test_a_work_that_pandoc_refuses_is_told_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def choosy(items: Any, *question: Any) -> pandoc.Answer:
        if any(item["title"] == "Unfit" for item in items):
            raise pandoc.Failed("it cannot be read")
        return pandoc.ask(items, *question)

    monkeypatch.setattr(answers, "ask", choosy)
    works = [{**BOOK, "id": f"mill{number}"} for number in range(5)]
    works[3] = {**works[3], "title": "Unfit"}
    found = cite(works, read_style(HARVARD))
    assert [one.key for one in found.spoiled] == ["mill3"]
    assert found.cited["mill3"].entry == "Unfit"
    assert found.cited["mill4"].cite == "Marsh, 2020d"


@pytest.mark.parametrize("content", ["", "{", "[]", "[[1,2,3,4,5]]", '{"a": 1}', "[" * 10_000])
def test_what_was_kept_may_be_damaged(tmp_path: Path, content: str) -> None:
    first = cited(BOOK, folder=tmp_path)
    for file in tmp_path.iterdir():
        file.write_text(content, "utf-8")
    assert cited(BOOK, folder=tmp_path) == first


def test_what_was_kept_is_not_believed(tmp_path: Path) -> None:
    cited(BOOK, folder=tmp_path)
    for file in tmp_path.iterdir():
        file.write_text(file.read_text("utf-8").replace("Tide Mills", HOSTILE), "utf-8")
    assert "<script" not in cited(BOOK, folder=tmp_path)["marsh2020"].entry


def test_a_folder_in_which_nobody_may_write_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert cited(BOOK, folder=tmp_path / "file")["marsh2020"].date == "2020"


def test_without_pandoc_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError("No pandoc was found")

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    pandoc.program.cache_clear()
    with pytest.raises(pandoc.CannotFormat, match="pypandoc_binary"):
        cited(BOOK)
    pandoc.program.cache_clear()


def test_no_works_at_all() -> None:
    assert cited() == {}


@pytest.fixture
def without_pandoc(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From a moment on, no question to Pandoc gets an answer."""
    path, version = pandoc.program()
    gone = f"{path}-that-is-not-there"
    return lambda: monkeypatch.setattr(pandoc, "program", lambda: (gone, version))
