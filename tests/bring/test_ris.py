"""RIS, as libraries and publishers write it, well or badly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.bring.entry import NoRecordError, record
from evidence_commons.bring.item import entry
from evidence_commons.bring.ris import read_ris

TODAY = "2026-11-22"


def records(text):
    return [record(entry(item, TODAY), "new") for item in read_ris(text)]


def test_a_chapter():
    assert records(
        "TY  - CHAP\r\nAU  - Wren, Ada\r\nAU  - Department for Birds\r\nA2  - Swift, Mina\r\n"
        "TI  - Who pays for the\r\n  nests?\r\nT2  - The Nowhere Companion\r\nPY  - 2021/03//\r\n"
        "SP  - 3\r\nEP  - 19\r\nPB  - Nowhere Press\r\nCY  - Nowhere\r\nSN  - 9780000000002\r\n"
        "N1  - My own thoughts\r\nER  - \r\n"
    ) == [
        "@incollection{new,\n"
        "  author = {Wren, Ada and {Department for Birds}},\n"
        "  editor = {Swift, Mina},\n"
        "  title = {Who pays for the nests?},\n"
        "  booktitle = {The Nowhere Companion},\n"
        "  pages = {3–19},\n"
        "  publisher = {Nowhere Press},\n"
        "  location = {Nowhere},\n"
        "  date = {2021-03},\n"
        "  isbn = {978-0-00-000000-2},\n"
        "}"
    ]


def test_an_article_has_the_fuller_date_and_no_issn():
    (made,) = records(
        "TY - JOUR\nT1 - Nests\nA1 - Wren, A.\nJO - J. Nests\nPY - 2022\nDA - 2022/03/09\nIS - 4\n"
        "SP - 12-31\nSN - 1234-5679\nUR - https://doi.org/10.5555/nests\nER -"
    )
    assert "journaltitle = {J. Nests}" in made
    assert "date = {2022-03-09}" in made
    assert "number = {4}" in made
    assert "pages = {12–31}" in made
    assert "doi = {10.5555/nests}" in made
    assert "isbn" not in made
    assert "url" not in made


def test_old_addresses_and_notes_hold_the_doi():
    old = (
        "TY  - JOUR\nTI  - Nests\nPY  - 2013/1/8/\nT2  -\nSP  - e6\nEP  -\n"
        "M3  - {}\nUR  - {}\nER  -\n"
    )
    by_note, by_address = records(
        old.format("doi: 10.5555/a", "http://www.owl.example/")
        + old.format("", "http://dx.doi.org/10.5555%2Fa")
    )
    assert by_note == by_address
    assert "date = {2013-01-08},\n  doi = {10.5555/a},\n}" in by_note
    assert "pages = {e6}" in by_note


def test_records_end_where_the_next_begins():
    every = records("TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \nTY  - BOOK\nTI  - Three")
    assert [made.count("title") for made in every] == [1, 1, 1]


@pytest.mark.parametrize("text", ["", "ER  - ", "TI  - Nests", "words"])
def test_without_a_record(text):
    with pytest.raises(NoRecordError):
        read_ris(text)


@settings(deadline=None)
@given(st.text("TYERAUI -\n\r\u2028x,", max_size=60))
def test_no_text_is_too_odd(text):
    try:
        items = read_ris("TY  - BOOK\n" + text)
    except NoRecordError:
        return
    assert items
