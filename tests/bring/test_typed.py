"""Records of BibTeX from elsewhere are set in the manner of the library."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.bring.entry import NoRecordError, record
from evidence_commons.bring.typed import entry_of
from evidence_commons.load.bibtex import read_references
from evidence_commons.load.latex import plain_text

TODAY = "2026-11-22"


def records(text):
    works, _ = read_references(text, "")
    return [record(entry_of(work, TODAY, plain_text), "new") for work in works]


def test_an_article():
    assert records(
        "@string{jn = {Journal of Nests}}\n"
        '@Article{Plover22, Journal = jn, title = "{UK} Fares \\& {\\"U}ber {W}aits",\n'
        "  AUTHOR = {Pl{\\'o}ver, In\\`es and\n {Robin \\& Sons}}, year = 2022, month = mar,\n"
        "  pages = {12--31}, file = {:/home/me/x.pdf:PDF}, keywords = {background},\n"
        "  url = {https://doi.org/10.5555/a_b}, doi = {https://doi.org/10.5555/a_b}}"
    ) == [
        "@article{new,\n"
        "  author = {Plóver, Inès and {Robin \\& Sons}},\n"
        "  title = {{UK} Fares \\& Über {W}aits},\n"
        "  journaltitle = {Journal of Nests},\n"
        "  pages = {12–31},\n"
        "  date = {2022-03},\n"
        "  doi = {10.5555/a_b},\n"
        "}"
    ]


def test_a_thesis_and_a_web_page():
    thesis, page = records(
        "@phdthesis{a, author = {Wren, Ada}, title = {Nests}, school = {Nowhere}, year = {2020}}\n"
        "@misc{b, title = {Lent}, howpublished = {\\url{https://owl.example/lent}}, note = {Kept}}"
    )
    assert thesis.startswith("@thesis{new,")
    assert "  type = {PhD thesis},\n  institution = {Nowhere},\n" in thesis
    assert f"  urldate = {{{TODAY}}},\n  note = {{Kept}},\n" in page


def test_what_a_record_takes_from_its_parent_is_its_own():
    chapter, _ = records(
        "@incollection{part, title = {Nests}, crossref = {whole}}\n"
        "@book{whole, title = {All Birds}, publisher = {Nowhere Press}, year = {2020}}"
    )
    assert "booktitle = {All Birds}" in chapter
    assert "publisher = {Nowhere Press}" in chapter
    assert "crossref" not in chapter


VALUES = st.text("\\{}$%&#_~^`'\"-<>@(),= \n\tabUK2éox", max_size=25)
NAMES = ("title", "author", "journal", "note", "year", "month", "url", "doi", "isbn", "pages", "x")


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES), st.sampled_from(["{}", '""']))
def test_whatever_is_handed_over_is_read_back_as_one_record(fields, around):
    rows = (f"{name} = {around[0]}{text}{around[1]}" for name, text in fields.items())
    works, _ = read_references(f"@misc{{some, {', '.join(rows)}}}", "")
    for work in works:
        try:
            text = record(entry_of(work, TODAY, plain_text), "new")
        except NoRecordError:
            continue
        assert [one.bibtex for one in read_references(text, "")[0]] == [text]
