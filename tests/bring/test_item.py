"""A work of CSL-JSON becomes one record that can be read, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.bring.entry import NoRecordError, record
from evidence_commons.bring.item import KINDS, doi_in, entry, isbn_in
from evidence_commons.bring.people import in_parts, typed_names
from evidence_commons.load import items
from evidence_commons.load.bibtex import read_references
from evidence_commons.load.names import read_names

TODAY = "2026-11-22"

ARTICLE = {
    "type": "journal-article",
    "title": ["Riding Together: Fares &amp; Waits in the UK"],
    "author": [
        {"given": "Ines", "family": "Plover"},
        {"given": "Jan", "family": "Berg", "non-dropping-particle": "van der"},
        {"name": "Robin & Sons"},
        {"given": "T.", "family": "Swift", "suffix": "Jr."},
    ],
    "container-title": "Journal of Places That Are Not There",
    "publisher": "Nowhere Press",
    "volume": "3",
    "issue": 2,
    "page": "12-31",
    "issued": {"date-parts": [[2022, 3, 9]]},
    "DOI": "10.5555/Invented.2022.12",
    "URL": "http://dx.doi.org/10.5555/Invented.2022.12",
    "abstract": "<jats:p>Long.</jats:p>",
}


def test_an_article():
    assert record(entry(ARTICLE, TODAY), "plover2022") == (
        "@article{plover2022,\n"
        "  author = {Plover, Ines and van der Berg, Jan and {Robin \\& Sons} and Swift, Jr., T.},\n"
        "  title = {Riding Together: Fares \\& Waits in the {UK}},\n"
        "  journaltitle = {Journal of Places That Are Not There},\n"
        "  volume = {3},\n"
        "  number = {2},\n"
        "  pages = {12–31},\n"
        "  date = {2022-03-09},\n"
        "  doi = {10.5555/Invented.2022.12},\n"
        "}"
    )


def test_a_web_page_was_looked_at_today():
    page = {"type": "webpage", "title": "What we lent", "URL": "https://owl.example/lent"}
    fields = entry(page, TODAY).fields
    assert (fields["url"], fields["urldate"]) == ("https://owl.example/lent", TODAY)
    seen = entry({**page, "accessed": {"date-parts": [["2024", "5"]]}}, TODAY)
    assert seen.fields["urldate"] == "2024-05"


def test_a_subtitle_belongs_to_the_title():
    parts = {"title": ["Nests"], "subtitle": ["Homes in the UK"]}
    assert entry(parts, TODAY).fields["title"] == "Nests: Homes in the {UK}"
    again = entry({"title": "Nests: homes in the UK", "subtitle": ["Homes in the UK"]}, TODAY)
    assert again.fields["title"] == "Nests: homes in the {UK}"


def test_a_name_in_one_piece_may_be_that_of_a_person():
    told = entry({"title": "Nests", "author": [{"literal": "Ada Wren"}]}, TODAY).remarks
    assert told == (
        '"Ada Wren" was taken for the name of a body. A person is typed as: Wren, Ada.',
    )


def test_what_leaves_the_library_is_what_came():
    work = read_references(record(entry(ARTICLE, TODAY), "plover2022"), "")[0][0]
    left = items.item(work)
    assert left["type"] == "article-journal"
    assert left["author"][0] == {"family": "Plover", "given": "Ines"}
    assert left["author"][2] == {"literal": "Robin & Sons"}
    assert left["issued"] == {"date-parts": [[2022, 3, 9]]}
    assert (left["volume"], left["issue"], left["DOI"]) == ("3", "2", ARTICLE["DOI"])


def test_a_report_and_a_thesis_have_an_institution():
    for kind in ("report", "thesis"):
        made = entry({"type": kind, "title": "Nests", "publisher": "Nowhere University"}, TODAY)
        assert made.fields["institution"] == "Nowhere University"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://owl.example/", "https://a b.example/"]
)
def test_an_address_that_is_none_is_left_out_and_told(url):
    made = entry({"title": "Nests", "URL": url}, TODAY)
    assert "url" not in made.fields
    assert "urldate" not in made.fields
    assert made.remarks == ("Its web address cannot be right, so it was left out.",)


@pytest.mark.parametrize("title", [None, "", " \n", [], "\x00", "x" * 2_000_000])
def test_without_a_title_there_is_no_record(title):
    with pytest.raises(NoRecordError, match="by hand"):
        entry({"title": title}, TODAY)


@pytest.mark.parametrize(
    ("date", "field"),
    [
        ({"date-parts": [[2024]]}, {"year": "2024"}),
        ({"date-parts": [["2024", "2", "30"]]}, {"date": "2024-02"}),
        ({"date-parts": [[2019, 13]]}, {"year": "2019"}),
        ({"date-parts": [[2019], [2021]]}, {"year": "2019"}),
        ({"raw": "2024-10-14"}, {"date": "2024-10-14"}),
        ({"literal": "Spring 1987"}, {"year": "1987"}),
        ({"date-parts": [[None]]}, {}),
        ({"date-parts": [[]]}, {}),
        ({"date-parts": 5}, {}),
        ("2024", {"year": "2024"}),
        ([1], {}),
    ],
)
def test_dates(date, field):
    fields = entry({"title": "Nests", "issued": date}, TODAY).fields
    assert {name: fields[name] for name in ("year", "date") if name in fields} == field


@pytest.mark.parametrize(
    ("part", "told", "stands"),
    [
        ("page", "pp. 12-31", "12–31"),
        ("page", "e12-e31, 40-41", "e12–e31, 40–41"),
        ("page", "2021-03-12", "2021-03-12"),
        ("edition", "2nd ed.", "2"),
        ("edition", "First Nowhere edition", "First Nowhere edition"),
        ("volume", "Volume 52", "52"),
        ("title", "The owners of the taxis.", "The owners of the taxis"),
        ("title", "The taxis of Wren Ltd.", "The taxis of Wren Ltd."),
    ],
)
def test_what_lists_of_works_put_there_is_taken_out(part, told, stands):
    fields = entry({"title": "Nests", "type": "book", part: told}, TODAY).fields
    assert fields["pages" if part == "page" else part] == stands


@pytest.mark.parametrize(
    ("typed", "doi"),
    [
        ("https://doi.org/10.5555/a.b", "10.5555/a.b"),
        ("doi: 10.5555/a(1)<2>", "10.5555/a(1)<2>"),
        ("10/gf29tr", "10/gf29tr"),
        ("http://dx.doi.org/10.5555%2Fa", "10.5555/a"),
        ("10.5555/a}b", ""),
        ("taxi", ""),
        (10.5, ""),
    ],
)
def test_dois(typed, doi):
    assert doi_in(typed) == doi


@pytest.mark.parametrize(
    ("typed", "isbn"),
    [
        (["0-00-000000-0"], "978-0-00-000000-2"),
        ("9780000000002 9780000000019", "978-0-00-000000-2"),
        ("978-0-00-000000-2 (pbk.)", "978-0-00-000000-2"),
        ("9780000000003", ""),
        ("1234-5678", ""),
        ({}, ""),
    ],
)
def test_isbns(typed, isbn):
    assert isbn_in(typed) == isbn


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Wren", {"given": "Ada", "family": "Wren"}),
        ("Ludwig van der Berg", {"given": "Ludwig", "family": "van der Berg"}),
        ("Wren, Ada", {"family": "Wren", "given": "Ada"}),
        ("Swift, Tom, Jr.", {"family": "Swift", "given": "Tom", "suffix": "Jr."}),
        ("Institute for Invented Studies", {"literal": "Institute for Invented Studies"}),
        ("Magpie", {"literal": "Magpie"}),
    ],
)
def test_names_in_one_piece(name, parts):
    assert in_parts(name) == parts


NAME = st.fixed_dictionaries(
    {}, optional={part: st.text(max_size=20) for part in ("family", "given", "literal", "suffix")}
)


@settings(deadline=None)
@given(st.lists(NAME, max_size=4))
def test_no_name_becomes_two_or_is_lost(names):
    told = typed_names(names)
    count = sum(bool(typed_names([one])) for one in names)
    read = [one for one in read_names(told) if one.family != "others"]
    assert len(read) <= len(names)
    assert count == len(read) or "others" in told.lower()


def test_of_very_many_names_the_first_are_written():
    told = typed_names([{"family": f"Wren{n}", "given": "A."} for n in range(5_000)])
    assert told.count(" and ") == 100
    assert told.endswith(" and others")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside),
    max_leaves=6,
)
WORDS = st.text("\\{}$%&#_~^`'\"-<>@(),= \n\r\tabUK2é\u202e\x00/i", max_size=30)
PARTS = (
    *("type", "author", "editor", "container-title", "publisher", "publisher-place", "volume"),
    *("issue", "page", "edition", "issued", "accessed", "DOI", "URL", "ISBN", "genre", "event"),
    *("collection-title", "translator", "number"),
)
ITEMS = st.fixed_dictionaries(
    {"title": WORDS | st.text(max_size=30)},
    optional={
        **dict.fromkeys(PARTS, JSON | WORDS),
        "type": st.sampled_from(sorted(KINDS)),
        "author": st.lists(st.dictionaries(st.sampled_from(["family", "given", "literal"]), WORDS)),
    },
)


@settings(max_examples=150, deadline=None)
@given(ITEMS)
def test_any_work_is_read_back_as_one_sound_record(item):
    try:
        text = record(entry(item, TODAY), "some-key")
    except NoRecordError:
        return
    works, faults = read_references(text, "references.bib")
    assert [work.bibtex for work in works] == [text]
    assert works[0].key == "some-key"
    assert works[0].title
    assert faults == ()
    assert text.count("\n") == len(works[0].fields) + 1
