"""What the rules about records of the library let rest, and what they tell in other forms."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from tests.miniatures import TESTS, TODAY

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.recheck.run import check_commons

WHOLE = """\
@{kind}{{goose2020,
  author = {{Goose, Greta}},
  title = {{A Lake of Our Own}},
  journal = {{Lakes}},
  booktitle = {{Lakes}},
  publisher = {{Pond Press}},
  school = {{School of Ponds}},
  institution = {{Institute of Ponds}},
  volume = {{4}},
  year = {{2020}},
  keywords = {{background}},
}}
"""


def found(folder: Path, *records: str) -> list[Diagnostic]:
    """What is told when these records are added to the library."""
    commons = folder / "commons"
    shutil.copytree(TESTS / "invented", commons)
    with (commons / "references.bib").open("a", encoding="utf-8", newline="\n") as library:
        library.write("\n" + "\n".join(records))
    return list(check_commons(commons, TODAY).diagnostics)


def told(folder: Path, *records: str) -> set[str]:
    return {one.rule for one in found(folder, *records)}


def work(kind: str = "article", without: str = "", key: str = "goose2020", **fields: str) -> str:
    """A whole record of that kind, without some of its fields and with others."""
    dropped = {*without.split(), *fields}
    lines = WHOLE.format(kind=kind).replace("goose2020", key).splitlines()
    kept = [line for line in lines if line.split(" = ")[0].strip() not in dropped]
    added = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([*kept[:-1], *added, "}"]) + "\n"


class TestARecordIsWhole:
    @pytest.mark.parametrize(
        ("kind", "without", "fields"),
        [
            ("book", "publisher institution school", {"url": "https://pond.example/lake"}),
            ("book", "publisher institution school", {"year": "1790"}),
            ("book", "author", {"editor": "Goose, Greta"}),
            ("book", "year", {"note": "Listed without a date"}),
            ("book", "year", {"note": "Forthcoming"}),
            ("book", "year", {"pubstate": "inpress"}),
            ("misc", "author year journal booktitle publisher school institution volume", {}),
            ("report", "author publisher school", {}),
            ("article", "author", {"note": "It names no author, date or title"}),
            ("article", "journal booktitle", {"eprint": "2203.00001", "archiveprefix": "arXiv"}),
            ("article", "volume year", {"date": "2020-05-04"}),
            ("article", "volume", {"note": "In press"}),
            ("article", "volume", {"month": "may"}),
            ("online", "year", {"url": "https://pond.example", "note": "Accessed 4 May 2024"}),
            ("proceedings", "author publisher school institution", {}),
        ],
    )
    def test_when_it_says_enough(
        self, tmp_path: Path, kind: str, without: str, fields: dict[str, str]
    ) -> None:
        assert told(tmp_path, work(kind, without, **fields)) == set()

    def test_when_it_takes_fields_from_another(self, tmp_path: Path) -> None:
        part = work(
            "incollection", "journal booktitle publisher school institution year", crossref="swan"
        )
        whole = work("book", "journal booktitle", key="swan", title="Lakes of the North")
        assert told(tmp_path, part, whole) == set()

    @pytest.mark.parametrize("slip", ["publsher = {Pond Press}", "publisher = {Pond Press}}"])
    def test_when_another_slip_hides_a_field(self, tmp_path: Path, slip: str) -> None:
        record = (
            "@book{goose2020,\n  author = {Goose, Greta},\n  title = {A Lake of Our Own},\n"
            f"  keywords = {{background}},\n  {slip},\n  year = {{2020}},\n}}\n"
        )
        assert len(told(tmp_path, record)) == 1

    @pytest.mark.parametrize("field", ["author", "year", "journal", "volume", "doi", "url"])
    def test_when_a_field_is_empty_which_is_told_once(self, tmp_path: Path, field: str) -> None:
        assert len(found(tmp_path, work(**{field: ""}))) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("pages", value) for value in ("e12-3", "S1-4", "12", "xii-xxiv", "12-1", "A-12", "4-1")),
        *(("pages", value) for value in ("12--31", "1123--45", "1123--1145", "12–31", "7+")),
        *(("pages", value) for value in ("p21", "12-31--12-40", "10.1-10.4", "131---144")),
        *(
            ("title", value)
            for value in ("The Ducks of A. Goose Ltd.", "And So On...", "Lake Inc.")
        ),
        *(("title", value) for value in ("{GooseNet}", "{A lake of our own and for all}")),
        *(("author", value) for value in ("{Ministry of Lakes}", "WHO", "{NEST, The}", "LAKES UK")),
        *(("author", value) for value in ("Church, Ada and Bank, Tobias", "de la LEE, J. P.")),
        *(("edition", value) for value in ("2", "Second", "First Pond Press edition", "Revised")),
        *(
            ("publisher", value)
            for value in ("Press: Lakes", r"Goose \& Duck", "London Pond Press")
        ),
        *(("note", value) for value in ("Data at https://pond.example", "In 100\\% of ponds")),
        *(("issn", value) for value in ("1234-5679", "12345679", "1050-124X, 1234-5679")),
        *(("issn", value) for value in ("ISSN 1234-5679 (Print)", "1234-5679 1050-124X")),
        ("date", "2020/2021"),
        ("abstract", "Lakes & ponds, 40% of them"),
        ("url", "https://pond.example/a?b=%20&c=d"),
        ("eprint", "jstor/1234"),
    ],
)
def test_a_field_may_be_right(tmp_path: Path, name: str, value: str) -> None:
    assert told(tmp_path, work(**{name: value})) == set()


@pytest.mark.parametrize(
    "number", ["2203.00001", "0704.0001v2", "hep-th/9901001", "math.GT/0309136"]
)
def test_a_number_of_arxiv_may_be_right(tmp_path: Path, number: str) -> None:
    assert told(tmp_path, work(eprint=number, archiveprefix="arXiv")) == set()


@pytest.mark.parametrize(
    ("name", "value", "typed"),
    [
        ("pages", "12 - 31", "12--31"),
        ("pages", "12\u201031", "12--31"),
        ("pages", "1123-45", "1123--45"),
        ("pages", "p. 12", "12"),
        ("pages", "Pages 12--31", "12--31"),
        ("edition", "3rd ed.", "3"),
        ("edition", "Tenth Edn", "10"),
        ("author", "O'HERON, Bola and Swift, Mina", "O'Heron, Bola and Swift, Mina"),
        ("author", "WREN, GRETA", "Wren, Greta"),
        ("author", "McDuck, Ada and MACAW, Ada", ""),
        ("publisher", "{Goose & Duck}", r"\&"),
        ("publisher", "Pond Press: London", ""),
        ("editor", "World Bank and Goose, Greta", "{World Bank}"),
    ],
)
def test_what_to_type_is_told(tmp_path: Path, name: str, value: str, typed: str) -> None:
    (one,) = found(tmp_path, work(**{name: value}))
    assert one.typed == typed


def test_a_word_of_the_library_is_not_mended_where_it_is_used(tmp_path: Path) -> None:
    word = "@string{gd = {Goose & Duck}}\n\n"
    assert told(tmp_path, word + work().replace("{Pond Press}", "gd")) == set()


@pytest.mark.parametrize(
    "other",
    [
        {"title": "A Lake of Our Own: Part 2"},
        {"title": "A Lake of Your Own"},
        {"title": "A Lakes of Our Own", "pages": "12--31"},
        {"title": "A Lakes of Our Own", "journal": "Ponds"},
        {"title": "A Lakes of Our Own", "author": "Goose, Greta and Swift, Mina"},
        {"title": "A Lakes of Our Own", "year": "2021"},
    ],
)
def test_two_works_may_be_alike(tmp_path: Path, other: dict[str, str]) -> None:
    assert told(tmp_path, work(pages="40--50"), work(key="goose2020b", **other)) == set()


def test_a_circle_of_three_is_told_once(tmp_path: Path) -> None:
    keys = ("goose", "duck", "swan", "goose")
    circle = [
        work("book", key=key, title=f"The {key} and its {other}", crossref=other)
        for key, other in pairwise(keys)
    ]
    leads_in = work("inbook", key="coot", title="All of them", crossref="swan")
    assert [one.rule for one in found(tmp_path, leads_in, *circle)] == ["parents-in-a-circle"]


def test_each_title_is_held_against_the_habit_of_the_library(tmp_path: Path) -> None:
    titles = ("Ponds of the NHS", "Lakes of the NHS", "Rivers of the {NHS}")
    works = [work(key=f"goose{n}", title=title) for n, title in enumerate(titles)]
    assert told(tmp_path, *works) == set()
