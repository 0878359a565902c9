"""Records of the library as CSL-JSON. All of these works are invented."""

import json
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_commons.load.bibtex import read_references
from evidence_commons.load.items import item
from evidence_commons.load.works import FIELDS, KINDS, OTHERS
from evidence_commons.model.item import Item, plain


def _item(record: str) -> Item:
    works, _ = read_references(record, "references.bib")
    return item(works[-1])


def _made(kind: str = "book", **fields: str) -> Item:
    typed = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    made = _item(f"@{kind}{{robin, {typed}}}")
    assert made.pop("id") == "robin"
    return made


@pytest.mark.parametrize(
    ("kind", "fields", "made"),
    [
        ("article", {"journal": "Nests"}, "article-journal"),
        ("article", {"journal": "Nests", "entrysubtype": "newspaper"}, "article-newspaper"),
        ("article", {"eprint": "2101.00001", "eprinttype": "arxiv"}, "article"),
        ("article", {"journal": "arXiv preprint arXiv:2101.00001"}, "article"),
        ("incollection", {"booktitle": "Eggs"}, "chapter"),
        ("inbook", {"chapter": "3"}, "book"),
        ("inbook", {"chapter": "On Twigs"}, "chapter"),
        ("inproceedings", {}, "paper-conference"),
        ("techreport", {}, "report"),
        ("thesis", {}, "thesis"),
        ("www", {}, "webpage"),
        ("misc", {"url": "https://robin.example/a"}, "webpage"),
        ("misc", {"howpublished": r"\url{https://robin.example/a}"}, "webpage"),
        ("misc", {}, "document"),
        ("unpublished", {}, "manuscript"),
        ("unpublished", {"eventtitle": "Bird Day"}, "speech"),
        ("dataset", {}, "dataset"),
        ("software", {}, "software"),
        ("patent", {}, "patent"),
        ("legislation", {}, "legislation"),
        ("jurisdiction", {}, "legal_case"),
        ("nest", {}, "document"),
    ],
)
def test_each_kind_of_record_has_its_type(kind: str, fields: dict[str, str], made: str) -> None:
    assert _made(kind, title="A Robin", **fields)["type"] == made


def test_an_article() -> None:
    made = _made(
        "article",
        author="Wren, Ada and others",
        title="{UK} robins: a study of 50\\% of them",
        journal="Journal of Nests \\& Eggs",
        shortjournal="J. Nests",
        year="2021",
        month="March",
        volume="3",
        number="2",
        pages="12--31",
        doi="https://doi.org/10.5555/robin_(1)",
        url="https://doi.org/10.5555/ROBIN_(1)",
        issn="0000-0000",
        keywords="robins, nests",
        langid="british",
    )
    assert made == {
        "type": "article-journal",
        "author": [{"family": "Wren", "given": "Ada"}, {"literal": "others"}],
        "title": '<span class="nocase">UK</span> robins: a study of 50% of them',
        "container-title": "Journal of Nests & Eggs",
        "container-title-short": "J. Nests",
        "issued": {"date-parts": [[2021, 3]]},
        "volume": "3",
        "issue": "2",
        "page": "12-31",
        "DOI": "10.5555/robin_(1)",
        "ISSN": "0000-0000",
        "keyword": "robins, nests",
        "language": "en-GB",
    }


def test_a_chapter_of_a_book_in_a_series() -> None:
    made = _made(
        "incollection",
        title="On Twigs",
        subtitle="What holds",
        booktitle="Is a Nest a House?",
        booksubtitle="Essays",
        editor="Rook, Bo",
        translator="Jay, Cy",
        series="Building Lightly",
        number="4",
        edition="Second edition",
        publisher="Rookery Press",
        location="Fen",
        chapter="5",
        isbn="978-0-00-000000-2",
        eventtitle="Nest Day",
        venue="Marsh",
    )
    assert made == {
        "type": "chapter",
        "title": "On Twigs: What holds",
        "container-title": "Is a Nest a House? Essays",
        "editor": [{"family": "Rook", "given": "Bo"}],
        "translator": [{"family": "Jay", "given": "Cy"}],
        "collection-title": "Building Lightly",
        "collection-number": "4",
        "edition": "2",
        "publisher": "Rookery Press",
        "publisher-place": "Fen",
        "chapter-number": "5",
        "ISBN": "978-0-00-000000-2",
        "event": "Nest Day",
        "event-title": "Nest Day",
        "event-place": "Marsh",
    }


@pytest.mark.parametrize(
    ("kind", "fields", "variables"),
    [
        ("phdthesis", {"school": "Fen College"},
         {"genre": "PhD thesis", "publisher": "Fen College"}),
        ("thesis", {"type": "mathesis", "institution": "Fen College"},
         {"genre": "Master\N{RIGHT SINGLE QUOTATION MARK}s thesis", "publisher": "Fen College"}),
        ("techreport", {"institution": "Owl Office", "number": "7", "type": "Working paper"},
         {"genre": "Working paper", "number": "7", "publisher": "Owl Office"}),
        ("report", {"pages": "64 pp."}, {"number-of-pages": "64"}),
        ("book", {"pages": "64--70"}, {"page": "64-70"}),
        ("book", {"edition": "3rd"}, {"edition": "3"}),
        ("book", {"edition": "Revised"}, {"edition": "Revised"}),
        ("book", {"maintitle": "All Birds", "volume": "2"},
         {"collection-title": "All Birds", "volume": "2"}),
        ("collection", {"editor": "Rook, Bo", "editortype": "compiler"},
         {"compiler": [{"family": "Rook", "given": "Bo"}]}),
        ("article", {"pages": "pp.~3, 7 -- 9"}, {"page": "3, 7-9"}),
        ("article", {"eid": "e0123"}, {"page": "e0123"}),
        ("article", {"series": "3"}, {"collection-title": "3rd series"}),
        ("misc", {"howpublished": "Film, 41 minutes"}, {"medium": "Film, 41 minutes"}),
        ("book", {"pubstate": "inpress"}, {"status": "in press"}),
        ("book", {"origdate": "1901"}, {"original-date": {"date-parts": [[1901]]}}),
        ("book", {"language": "EN-us"}, {"language": "en-US"}),
        ("patent", {"location": "countryuk and countryfr", "number": "1"},
         {"publisher-place": "United Kingdom; France", "number": "1"}),
        ("misc", {"eprint": "2101.00001", "archiveprefix": "arXiv"},
         {"publisher": "arXiv", "number": "arXiv:2101.00001",
          "URL": "https://arxiv.org/abs/2101.00001"}),
        ("article", {"journal": "Nests", "eprint": "77", "eprinttype": "jstor"},
         {"container-title": "Nests", "archive": "JSTOR", "archive_location": "77",
          "URL": "https://www.jstor.org/stable/77"}),
        ("article", {"pmid": "123", "pmcid": "PMC9"}, {"PMID": "123", "PMCID": "PMC9"}),
        ("book", {"note": "See p. 4. More at https://robin.example/~a_b%20c."},
         {"note": "See p. 4. More at https://robin.example/~a_b%20c",
          "URL": "https://robin.example/~a_b%20c"}),
    ],
)  # fmt: skip
def test_a_field_becomes_its_variable(
    kind: str, fields: dict[str, str], variables: dict[str, Any]
) -> None:
    assert {name: value for name, value in _made(kind, **fields).items() if name != "type"} == (
        variables
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (r"https://robin.example/a\_b?c=1\&d=50\%25\#e", "https://robin.example/a_b?c=1&d=50%25#e"),
        (r"\url{https://robin.example/{\textasciitilde}a}", "https://robin.example/~a"),
        ("ftp://robin.example/a", "ftp://robin.example/a"),
        ("https://robin.example/a\n   b", "https://robin.example/ab"),
        ("https://robin.example/a https://robin.example/b", "https://robin.example/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("www.robin.example", ""),
        ("https://robin.example/<script>", "https://robin.example/"),
    ],
)
def test_an_address_is_no_latex_and_leads_to_the_web(typed: str, address: str) -> None:
    assert _made("book", url=typed).get("URL", "") == address


def test_a_doi_that_is_only_in_the_address_is_found_there() -> None:
    made = _made("article", url="https://dx.doi.org/10.5555/a%28b%29")
    assert (made["DOI"], made.get("URL")) == ("10.5555/a(b)", None)


def test_a_note_that_is_only_an_address_or_a_day_is_none() -> None:
    made = _made("misc", note=r"Available at: \url{https://robin.example/a}")
    assert (made["URL"], made.get("note")) == ("https://robin.example/a", None)
    made = _made("misc", url="https://robin.example", note="[Online; accessed 2-May-2024]")
    assert (made["accessed"], made.get("note")) == ({"date-parts": [[2024, 5, 2]]}, None)
    made = _made(
        "misc", url="https://robin.example", urldate="2024-06", note="Accessed: 2024-05-02"
    )
    assert made["accessed"] == {"date-parts": [[2024, 6]]}


def test_words_that_stand_for_words_and_parents_are_taken_in() -> None:
    made = _item(
        "@string{rp = {Rookery Press}}\n"
        "@collection{house, title = {Houses}, publisher = rp # { of Fen}, year = 2020}\n"
        "@incollection{nest, title = {Nests}, crossref = {house}}"
    )
    assert made == {
        "id": "nest",
        "type": "chapter",
        "title": "Nests",
        "container-title": "Houses",
        "publisher": "Rookery Press of Fen",
        "issued": {"date-parts": [[2020]]},
    }


def test_words_for_the_order_of_works_are_not_shown() -> None:
    made = _made("book", title=r"{\noopsort{Zzz}}Robins", year=r"{\noopsort{1973b}}1981")
    assert (made["title"], made["issued"]) == ("Robins", {"date-parts": [[1981]]})


def test_what_looks_like_html_stays_words() -> None:
    made = _made("book", title="<script>alert(1)</script>", publisher="A < B & C")
    assert (made["title"], made["publisher"]) == ("<script>alert(1)</script>", "A < B & C")


def test_a_record_that_says_nothing_gives_nothing() -> None:
    empty = dict.fromkeys(("title", "author", "year", "url", "note", "pages", "doi"), " {} ")
    assert _made("book", **empty) == {"type": "book"}


@pytest.mark.parametrize("name", ["title", "author", "abstract", "note", "url", "pages", "year"])
@pytest.mark.parametrize("typed", ["robin and ", "{", "\\'", "$_1$ ", "https://a.b/", "1-"])
def test_endless_fields_come_back_short(name: str, typed: str) -> None:
    works, _ = read_references("@book{robin, title = {A}}", "references.bib")
    fields = {name: typed * (1_000_000 // len(typed))}
    made = json.dumps(item(replace(works[0], fields=fields)))
    assert len(made) < 400_000


@given(
    st.sampled_from(KINDS),
    st.dictionaries(
        st.sampled_from((*FIELDS, *OTHERS)),
        st.text(alphabet="a1 ,{}\\$_^~-'`\"<>&%#/:.=\nénA\ue000", max_size=40),
        max_size=12,
    ),
)
def test_whatever_the_fields_say_it_is_csl_json(kind: str, fields: dict[str, str]) -> None:
    works, _ = read_references(f"@{kind}{{robin, title = {{A}}}}", "references.bib")
    for work in works:
        made = item(replace(work, fields=fields))
        assert made == json.loads(json.dumps(made, allow_nan=False))
        assert all(made.values())


PIECES = st.sampled_from(
    [
        *("Robins", "{UK}", "of", "{R}obins", "i{N}est", " ", " ", " ", "~", ": ", "?", "!", "."),
        *(r"\emph{Rest less}", r"{\em and}", r"\textbf{so}", r"\textsc{Nasa}", r"{\sl on}", ","),
        *("CO$_2$", "$x^2$", "$10^{-3}$", r"$\alpha$-wren", "$n$", "from $5 to $10", r"\$5"),
        *(r"\textsuperscript{th}", r"\textsubscript{2}", r"{\"U}ber", r"\'{E}cole", r"\o re"),
        *(r"\& Co", "50%", r"50\%", "--", "---", "``said''", r"\enquote{so}", r"\LaTeX{}", "{}"),
        *(r"\newline ", r"\par ", r"\unknown ", r"\unknown{that}", r"\noopsort{a}", r"\,", "\n"),
        *(r"\href{https://x.example}{page}", r"\textasciicircum ", "{{Whole}}", r"\{a\}"),
    ]
)
TITLES = st.lists(PIECES, max_size=8).map("".join)


def _bare(text: str) -> str:
    """The words alone: plain text has signs of its own for what stands low or high."""
    return " ".join(unicodedata.normalize("NFKC", plain(text)).replace("\u2212", "-").split())


@given(TITLES, TITLES, TITLES, TITLES, st.sampled_from(["book", "inbook", "article", "periodical"]))
@example("{Robins by Night}?", "A $x_{i}$", "", r"\emph{Why?}", "incollection")
@example(r"\emph{Why?}", "Because", "", "", "book")
def test_titles_say_the_same_with_tags_and_without(
    title: str, sub: str, addon: str, book: str, kind: str
) -> None:
    named = {"title": title, "subtitle": sub, "titleaddon": addon}
    named |= {f"{'journal' if kind == 'article' else 'book'}title": book, "chapter": addon}
    typed = ", ".join(f"{name} = {{{value}}}" for name, value in named.items())
    (work,), _ = read_references(f"@{kind}{{robin, {typed}}}", "references.bib")
    made = item(work)
    assert _bare(made.get("title", "")) == _bare(work.title)
    assert _bare(made.get("container-title", "")) == _bare(work.container)
