"""The keys of new works, and whether the library has them already."""

import pytest

from evidence_commons.bring.keys import key_of
from evidence_commons.bring.known import Known
from evidence_commons.bring.missing import missing
from evidence_commons.load.bibtex import read_references


def work(kind="book", **fields):
    rows = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items())
    return read_references(f"@{kind}{{new,\n{rows}}}", "references.bib")[0][0]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"author": "Wren, Ada and Finch, Tobias", "year": "2021"}, "wren2021"),
        ({"author": "Søn-Łódź, Ada", "date": "2021-03"}, "sonlodz2021"),
        ({"author": "van der Berg, Jan", "year": "2021"}, "vanderberg2021"),
        ({"author": "{The Owl Library of Things}", "year": "2021"}, "owl2021"),
        ({"editor": "Swift, Mina", "year": "2021"}, "swift2021"),
        ({"publisher": "Nowhere Press", "year": "2021"}, "nowhere2021"),
        ({"author": "道具, 子", "year": "2021"}, "warm2021"),
        ({"year": "2021"}, "warm2021"),
        ({"author": "Wren, Ada"}, "wrenwarm"),
        ({"title": "道具"}, "work"),
    ],
)
def test_a_key(fields, key):
    assert key_of(work(**{"title": "A Warm Winter", **fields}), set()) == key


def test_a_key_that_is_taken_gets_a_letter():
    new = work(title="Nests", author="Wren, Ada", year="2021")
    assert key_of(new, {"wren2021"}) == "wren2021a"
    assert key_of(new, {"wren2021", "wren2021a"}) == "wren2021b"
    assert key_of(work(title="道具"), {"work"}) == "work-2"


NESTS = {"title": "On Nests", "author": "Wren, Ada", "year": "2021"}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ({"doi": "10.5555/A"}, {"title": "Eggs", "doi": "10.5555/a"}, "DOI"),
        ({"doi": "10.5555/a"}, {"doi": "10.5555/b"}, None),
        ({"isbn": "978-0-00-000000-2"}, {"title": "Eggs", "isbn": "0-00-000000-0"}, "ISBN"),
        ({}, {"title": "{On} nests."}, "title and year"),
        ({}, {"author": "A. Wren", "note": "Film"}, "title and year"),
        ({}, {"year": "2022"}, None),
        ({}, {"author": "Finch, Tobias"}, None),
        ({"volume": "1"}, {"volume": "2"}, None),
        ({"edition": "1"}, {"edition": "2"}, None),
    ],
)
def test_the_same_work(one, other, shared):
    known = Known([work(title="Dust"), work(**{**NESTS, **other})])
    found = known.find(work(**{**NESTS, **one}))
    assert (found and found[1]) == shared


def test_chapters_of_one_book_are_several_works():
    book = {"isbn": "978-0-00-000000-2", "year": "2021"}
    chapters = [work("incollection", title=title, **book) for title in ("Nests", "Eggs")]
    assert Known(chapters[1:]).find(chapters[0]) is None


def test_what_a_record_does_not_say():
    assert [name for name, _ in missing(work(title="Nests"))] == ["author", "year", "publisher"]
    page = work("online", title="Nests", author="{Owl}", year="2024", url="https://owl.example")
    assert [name for name, _ in missing(page)] == ["urldate"]
    whole = work("report", **NESTS, institution="Owl", doi="10.5555/a")
    assert not list(missing(whole))
