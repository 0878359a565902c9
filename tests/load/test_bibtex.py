"""Reading references.bib. All people, bodies and works in these tests are invented."""

import logging
import pickle
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.load.bibtex import read_references
from evidence_commons.load.works import OTHERS
from evidence_commons.model import faults
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.text import Date, Url

PATH = "references.bib"


def read(text: str) -> tuple[tuple[Reference, ...], tuple[faults.Fault, ...]]:
    return read_references(text, PATH)


def only(text: str) -> Reference:
    (reference,), found = read(text)
    assert found == ()
    return reference


def with_fields(fields: str) -> Reference:
    return only(f"@misc{{quill2024, title = {{Slow}}, {fields}}}")


# What a record says


def test_a_record_becomes_a_reference_of_plain_text() -> None:
    text = dedent(r"""
        @string{fen = "Fen"}
        @Article{quill2024slow,
          author    = {Quill, Ada and {Fen and Co} and others},
          Editor    = "Jan van der Mol",
          title     = {Slow {UK} networks: {\"U}ber CO$_2$},
          journal   = fen # " " # {Review},
          publisher = {Marsh \& Sons},
          year      = 2024,
          month     = mar,
          volume    = {3}, number = {2}, pages = {12--15},
          doi       = {https://doi.org/10.1234/a_b},
          isbn      = {978-0-00-000000-2},
          url       = {https://example.org/a?b=c_d%20e},
          urldate   = {2024-03-31},
          keywords  = {networks, Background},
          note      = {A note},
        }
    """)
    work = only(text)
    assert (work.key, work.kind, work.title) == (
        "quill2024slow",
        "article",
        "Slow UK networks: Über CO₂",
    )
    assert work.authors == (Name("Quill", "Ada"), Name("Fen and Co"), Name("others"))
    assert work.editors == (Name("van der Mol", "Jan"),)
    assert (work.container, work.publisher) == ("Fen Review", "Marsh & Sons")
    assert (work.year, work.accessed) == ("2024", "2024-03-31")
    assert (work.volume, work.number, work.pages) == ("3", "2", "12\N{EN DASH}15")
    assert (work.doi, work.isbn) == ("10.1234/a_b", "978-0-00-000000-2")
    assert work.url == "https://example.org/a?b=c_d%20e"
    assert work.background
    assert work.note == "A note"


def test_a_reference_knows_where_it_stands_and_how_it_was_typed() -> None:
    record = "@misc{ quill2024,\n  title = {Slow},\n  year = { 2024 },\n}"
    work = only(f"% A comment\n\n{record}\n\n% a note\n")
    assert work.bibtex == record
    assert work.lines == 4
    assert (work.location.line, work.location.column) == (3, 1)
    assert (work.key.location.line, work.key.location.column, work.key.location.width) == (3, 8, 9)
    assert work.year is not None
    assert (work.year.location.line, work.year.location.column) == (5, 12)


def test_columns_are_right_behind_a_byte_order_mark_and_carriage_returns() -> None:
    (work,), (found,) = read("\ufeff@misc{quill2024,\r\n  title={Slow},\r\n  year={20x}\r\n}\r\n")
    assert (work.key.location.line, work.key.location.column) == (1, 7)
    assert (found.location.line, found.location.column, found.location.width) == (3, 9, 3)


def test_a_work_that_is_kept_alone_does_not_take_the_library_along() -> None:
    text = "% a note\n" * 10_000 + "@misc{quill2024,\n  title = {Slow},\n}\n"
    kept = pickle.dumps(only(text))
    assert len(kept) < 2_000
    title = pickle.loads(kept).fields["title"]  # noqa: S301 - just written
    assert (title, title.location.line, title.location.column) == ("Slow", 10_002, 12)


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("year = 1999", "1999"),
        ("date = {2024-03-31}", "2024-03-31"),
        ("date = {2024-03}, year = 2024", "2024-03"),
        ("date = {2004/2006}", "2004"),
        ("year = {2001--}", "2001"),
        ("year = {2024a}", "2024"),
        ("date = {2024-03-31T10:00:00}", "2024"),
        ("month = mar", None),
    ],
)
def test_the_year_comes_from_date_or_year(typed: str, year: str | None) -> None:
    assert with_fields(typed).year == year


@pytest.mark.parametrize(
    ("typed", "value", "kind", "column"),
    [
        ("year = {c. 1962}", "c. 1962", Date, 44),
        ("year = {2024-13}", "2024-13", Date, 44),
        ("urldate = { soon }", "soon", Date, 48),
        ("url = {javascript:x}", "javascript:x", Url, 43),
        ('url = "www.example.org"', "www.example.org", Url, 43),
    ],
)
def test_a_value_that_cannot_be_right_is_told_where_it_stands(
    typed: str, value: str, kind: type, column: int
) -> None:
    (work,), (found,) = read(f"@misc{{quill2024, title = {{Slow}},   {typed}}}")
    assert isinstance(found, faults.BadValue)
    assert (found.text, found.kind) == (value, kind)
    assert (found.location.column, found.location.width) == (column, len(value))
    assert (work.year, work.accessed, work.url) == (None, None, None)


@pytest.mark.parametrize(
    "typed",
    [
        r"url = {https://example.org/a_b}",
        r"url = {https://example.org/a\_b}",
        r"url = {\url{https://example.org/a{\_}b}}",
        r"howpublished = {\url{https://example.org/a_b}}",
    ],
)
def test_an_address_is_taken_out_of_its_latex(typed: str) -> None:
    work = with_fields(typed)
    assert (work.url, work.publisher) == ("https://example.org/a_b", "")


def test_a_subtitle_belongs_to_the_title() -> None:
    assert with_fields("subtitle = {A tale}").title == "Slow: A tale"


def test_what_protects_capitals_and_brackets_in_braces_is_dropped() -> None:
    assert only(r"@misc{k, title = {{A {UK} tale \{sic\}}}}").title == "A UK tale {sic}"


def test_round_brackets_may_hold_a_record() -> None:
    work = only('@misc(quill2024, title = "Slow (and) steady", year = 2024)')
    assert (work.title, work.year) == ("Slow (and) steady", "2024")


# What is wrong with a library: a mistake, the references that are read, and what is told
MALFORMED = {
    "a brace is not closed": (
        "@book{a1,\n  title = {Slow,\n  year = {2000},\n}\n\n@misc{b1, title={Next}}",
        {"a1": ("Slow", "2000"), "b1": ("Next", None)},
        [(faults.BrokenReference, 2, 11)],
    ),
    "a quotation mark is not closed": (
        '@book{a1,\n  title = "Slow,\n  note = "No",\n  year = 2000\n}\n@misc{b1, title={Next}}',
        {"a1": ("Slow", "2000"), "b1": ("Next", None)},
        [(faults.BrokenReference, 2, 11)],
    ),
    "the last record is not closed": (
        "@book{a1,\n  title = {Slow},\n  year = 2000,\n",
        {"a1": ("Slow", "2000")},
        [(faults.BrokenReference, 1, 1)],
    ),
    "a record in the middle is not closed": (
        "@book{a1,\n  title = {Slow},\n  year = 2000\n\n  @misc{b1, title={Next}}",
        {"a1": ("Slow", "2000"), "b1": ("Next", None)},
        [(faults.BrokenReference, 1, 1)],
    ),
    "a comma is missing between fields": (
        "@book{a1,\n  title = {Slow}\n  year = 2000\n}",
        {"a1": ("Slow", "2000")},
        [(faults.SwallowedField, 2, 16)],
    ),
    "a comma is missing behind the key": (
        "@book{a1\n  title = {Slow},\n  year = 2000\n}",
        {"a1": ("Slow", "2000")},
        [(faults.BrokenReference, 1, 7)],
    ),
    "there is no key": ("@book{ title={Slow}}", {}, [(faults.BrokenReference, 1, 1)]),
    "the key is empty": ("@book{, title={Slow}}", {}, [(faults.BrokenReference, 1, 1)]),
    "the key has spaces": ("@book{a 1, title={Slow}}", {}, [(faults.BrokenReference, 1, 7)]),
    "there is no kind": ("@{a1, title={Slow}}", {}, [(faults.BrokenReference, 1, 1)]),
    "words have no quotation marks": (
        "@book{a1, title = hello world, year = 2000}",
        {"a1": ("hello world", "2000")},
        [(faults.UnknownMacro, 1, 19)],
    ),
    "there is a brace too many": (
        "@book{a1,\n  title = {Slow}},\n  year = {2000},\n}\n@misc{b1, title={Next}}",
        {"a1": ("Slow", None), "b1": ("Next", None)},
        [(faults.LostText, 2, 16)],
    ),
    "there is a brace too many inside a value": (
        "@book{a1,\n  title = {Slow},\n  note = {a} b},\n  year = {2000},\n}\n",
        {"a1": ("Slow", None)},
        [(faults.LostText, 3, 14)],
    ),
    "a key is used twice": (
        "@book{a1, title={Slow}}\n@book{a1, title={Next}}",
        {"a1": ("Next", None)},
        [],
    ),
    "a field is filled in twice": (
        "@book{a1, title={Slow},\n Title={Next}}",
        {"a1": ("Slow", None)},
        [(faults.RepeatedField, 2, 2)],
    ),
    "a word is not defined": (
        "@book{a1, title={Slow}, year=2000,\n journal = fenrev}",
        {"a1": ("Slow", "2000")},
        [(faults.UnknownMacro, 2, 12)],
    ),
    "a word is defined twice": (
        '@string{fen="Fen"}\n@string{fen="Bog"}\n@misc{a1, title=fen}',
        {"a1": ("Fen", None)},
        [(faults.RepeatedField, 2, 9)],
    ),
    "there is a space behind the at sign": (
        "@ book {a1,\n title={Slow}}\n@misc{b1, title={Next}}",
        {"a1": ("Slow", None), "b1": ("Next", None)},
        [(faults.BrokenReference, 1, 1)],
    ),
    "there is a line break behind the kind": (
        "@book\n{a1,\n title={Slow}}",
        {"a1": ("Slow", None)},
        [(faults.BrokenReference, 1, 1)],
    ),
    "the kind holds other signs": (
        "@in-book{a1, title={Slow}}",
        {"a1": ("Slow", None)},
        [(faults.UnknownRecordWord, 1, 2)],
    ),
    "there is a brace too many behind a record": (
        "@book{a1, title={Slow}}}\n@misc{b1, title={Next}}\n}\n\n)\n",
        {"a1": ("Slow", None), "b1": ("Next", None)},
        [(faults.LostText, 1, 24), (faults.LostText, 3, 1), (faults.LostText, 5, 1)],
    ),
    "there is a brace too many in front of all": (
        "  }\n@book{a1, title={Slow}}",
        {"a1": ("Slow", None)},
        [(faults.LostText, 1, 3)],
    ),
    "words without braces go on over two lines": (
        "@book{a1,\n  title = |9\nmall and slow},\n  year = 2000,\n}",
        {"a1": ("|9 mall and slow", "2000")},
        [(faults.UnknownMacro, 2, 11)],
    ),
    "a comment holds a record and is closed behind it": (
        "@comment{\n@misc{b1, title={Next}}\n}\n",
        {"b1": ("Next", None)},
        [(faults.BrokenReference, 1, 1)],
    ),
    "there is no at sign": (
        "book{a1,\n title={Slow},\n\n year=2000\n}\n@misc{b1, title={Next}}",
        {"b1": ("Next", None)},
        [(faults.LostText, 1, 1)],
    ),
    "a season, an open date and a time are dates, and others are not": (
        "@misc{a1, title={A}, date={2024-21}}\n@misc{b1, title={B}, date={2024/2/3}}\n"
        "@misc{c1, title={C}, year={2024/03}}",
        {"a1": ("A", "2024"), "b1": ("B", None), "c1": ("C", None)},
        [(faults.BadValue, 2, 28), (faults.BadValue, 3, 28)],
    ),
    "there is plain text between records": (
        "@misc{b1, title={Next}}\n\n  Wren, A. (2020). Slow.\nFen.\n\n% A note\nMore {x}\n",
        {"b1": ("Next", None)},
        [(faults.LostText, 3, 3), (faults.LostText, 7, 1)],
    ),
    "there is text behind a record, and the next begins on its line": (
        "@misc{b1, title={Next}} and @misc{c1, title={Last}} of jane@example.org",
        {"b1": ("Next", None), "c1": ("Last", None)},
        [(faults.LostText, 1, 25), (faults.LostText, 1, 53)],
    ),
    "there is a comment inside": (
        "@book{a1,\n  % not here\n  title = {Slow},\n}",
        {"a1": ("Slow", None)},
        [(faults.BrokenReference, 2, 3)],
    ),
    "there are two commas": (
        "@book{a1, title = {Slow},, year = 2000}",
        {"a1": ("Slow", "2000")},
        [(faults.BrokenReference, 1, 25)],
    ),
    "there is no equals sign": (
        "@book{a1, title {Slow}, year = 2000}",
        {"a1": ("Slow", "2000")},
        [(faults.BrokenReference, 1, 11)],
    ),
    "there is no value": (
        "@book{a1, title = {Slow},\n note = , year = 2000}",
        {"a1": ("Slow", "2000")},
        [(faults.BrokenReference, 2, 2)],
    ),
    "there are quotation marks inside quotation marks": (
        '@book{a1, title = "A "slow" tale", year = 2000}',
        {"a1": ('A "slow" tale', "2000")},
        [(faults.BrokenReference, 1, 19)],
    ),
    "there is no title": (
        "@book{a1, year=2000}",
        {"a1": ("", "2000")},
        [(faults.MissingField, 1, 7)],
    ),
    "the title is empty": (
        "@book{a1, title={}}",
        {"a1": ("", None)},
        [(faults.MissingField, 1, 11)],
    ),
    "a comment is not closed": (
        "@comment{\n@misc{b1, title={Next}}\n",
        {"b1": ("Next", None)},
        [(faults.BrokenReference, 1, 1)],
    ),
    "the parent is not known": (
        "@misc{a1, title={Slow},\n  crossref = {b1}}",
        {"a1": ("Slow", None)},
        [(faults.BrokenReference, 2, 15)],
    ),
    "five things at once": (
        "@misc{a1, title={Slow} year=20, url={x}}\n@misc{a 1, title=slow}\n@ misc{c1, title={C}}",
        {"a1": ("Slow", None), "c1": ("C", None)},
        [
            (faults.SwallowedField, 1, 22),
            (faults.BadValue, 1, 29),
            (faults.BadValue, 1, 38),
            (faults.BrokenReference, 2, 7),
            (faults.UnknownMacro, 2, 18),
            (faults.BrokenReference, 3, 1),
        ],
    ),
}


@pytest.mark.parametrize(("text", "works", "told"), MALFORMED.values(), ids=MALFORMED.keys())
def test_each_mistake_is_told_once_and_the_rest_is_read(
    text: str,
    works: dict[str, tuple[str, str | None]],
    told: list[tuple[type[faults.Fault], int, int]],
) -> None:
    references, found = read(text)
    assert {str(work.key): (work.title, work.year) for work in references} == works
    assert [(type(f), f.location.line, f.location.column) for f in found] == told


@pytest.mark.parametrize("text", [case[0] for case in MALFORMED.values()], ids=MALFORMED.keys())
def test_what_is_broken_is_told_in_plain_words(text: str) -> None:
    for fault in read(text)[1]:
        if isinstance(fault, faults.BrokenReference):
            assert fault.why.endswith(".")
            assert fault.remedy.endswith((".", ","))
            words = f"{fault.why} {fault.remedy}".lower()
            assert not any(word in words for word in ("token", "pars", "block", "regex", "syntax"))


def test_a_missing_comma_names_both_fields() -> None:
    _, (found,) = read("@misc{a1,\n  title = {Slow}\n  year = 2000\n}")
    assert isinstance(found, faults.SwallowedField)
    assert (found.swallower, found.swallowed) == ("title", "year")


def test_a_field_that_is_not_closed_is_told_at_its_value_with_what_to_type() -> None:
    _, (found,) = read("@misc{a1,\n  year = 2000,\n  title = {Slow {UK},\n  note = {No},\n}\n")
    assert isinstance(found, faults.BrokenReference)
    assert found.why == 'Nothing closes the field "title".'
    assert (found.location.line, found.meant) == (3, "{Slow {UK}}")


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ('@misc{"a1", title = {Slow}}', "a1"),
        ("@misc{a1 title = {Slow}}", "a1,"),
        ("@misc{a1, title: {Slow}}", "title ="),
        ("@misc{a1,\n title = (Slow),\n}", "{Slow}"),
        ('@misc{a1, title = "A "slow" tale"}', '{A "slow" tale}'),
        ("@misc{a1, title = {Slow},, year = 2000}", ","),
        ("@ misc {a1, title = {Slow}}", "@misc{"),
    ],
)
def test_what_has_one_remedy_says_what_to_type(wrong: str, meant: str) -> None:
    (work,), (found,) = read(wrong)
    assert isinstance(found, faults.BrokenReference)
    assert (work.key, found.meant) == ("a1", meant)
    lines = wrong.split("\n")
    line, start = lines[found.location.line - 1], found.location.column - 1
    lines[found.location.line - 1] = line[:start] + meant + line[start + found.location.width :]
    assert read("\n".join(lines))[1] == ()


class TestTwoVersionsOfOneText:
    RECORD = "@misc{a1,\n  title = {Slow},\n}\n"
    OTHER = "@misc{b1,\n  title = {Fast},\n}\n"

    def test_inside_a_record_are_one_mistake(self) -> None:
        marked = "<<<<<<< ours\n  year = 2000,\n=======\n  year = 2001,\n>>>>>>> theirs\n"
        (work,), (found,) = read(self.RECORD.replace("\n}", f"\n{marked}}}"))
        assert work.year == "2000"
        assert (type(found), found.location.line) == (faults.Unreadable, 3)

    @pytest.mark.parametrize("base", ["", "||||||| base\n@misc{c1,\n"])
    def test_of_whole_records_are_one_mistake(self, base: str) -> None:
        text = f"<<<<<<< a\n{self.RECORD}{base}=======\n{self.OTHER}>>>>>>> b\n"
        works, (found,) = read(text)
        assert [str(work.key) for work in works] == ["a1"]
        assert (type(found), found.location.line) == (faults.Unreadable, 1)

    def test_are_not_seen_where_a_mark_is_missing(self) -> None:
        works, _ = read(f"<<<<<<< a\n{self.RECORD}=======\n{self.OTHER}")
        assert [str(work.key) for work in works] == ["a1", "b1"]


def test_the_remedy_for_a_bad_key_is_a_key_like_it() -> None:
    _, (found,) = read("@misc{Müller 2020_, title = {Slow}}")
    assert isinstance(found, faults.BrokenReference)
    assert "such as Muller2020." in found.remedy


def test_a_repeated_field_knows_the_first_one_and_what_is_lost() -> None:
    _, (found,) = read("@misc{a1, title = {Slow},\n Title = {Fast}}")
    assert isinstance(found, faults.RepeatedField)
    assert (found.first.line, found.first.column, found.lost) == (1, 11, ("Fast",))


def test_two_records_with_one_key_are_both_kept() -> None:
    references, _ = read("@misc{a1, title={Slow}}\n@misc{a1, title={Fast}}")
    assert [(work.title, work.key.location.line) for work in references] == [
        ("Slow", 1),
        ("Fast", 2),
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "% 100 % of this is a comment = {yes}",
        "@Comment no braces here",
        "  % one\n\t% two",
        "@comment{jabref-meta: {a}; title = {x}}",
        '@preamble{"\\newcommand{\\x}{y}"}',
        "% @misc{old,\n%   title = {Old},\n% }",
        "% @misc{old, title = {Old",
        "% @comment{ nothing here",
        "% }",
        "",
    ],
)
def test_comments_are_no_faults(comment: str) -> None:
    references, found = read(f"{comment}\n@misc{{a1, title={{Slow}}}}\n{comment}\n")
    assert [work.key for work in references] == ["a1"]
    assert found == ()


def test_an_at_sign_inside_a_value_begins_no_record() -> None:
    assert only("@misc{a1, title = {The Fen @ {Marsh} talk}}").title == "The Fen @ Marsh talk"


# Records that name others


def test_a_chapter_takes_over_what_its_book_says() -> None:
    (_, part), found = read(
        "@book{b1, title={Whole}, year=2000, editor={Mol, Jan}, note={N}}\n"
        "@incollection{c1, title={Part}, author={Quill, Ada}, crossref={b1}}"
    )
    assert found == ()
    assert (part.title, part.container, part.year, part.note) == ("Part", "Whole", "2000", "")
    assert part.editors == (Name("Mol", "Jan"),)


def test_a_paper_takes_over_all_that_its_proceedings_say_of_both() -> None:
    (paper, _), found = read(
        "@inproceedings{c1, author={Quill, Ada}, title={Part}, year=2001, crossref={p1}}\n"
        "@proceedings{p1, title={Talks}, subtitle={Of Birds}, titleaddon={Two}, editor={Mol, Jan},"
        " series={Nests}, location={Fen}, eventtitle={Birds 2001}, isbn={1}, issn={2}, volume=3,"
        " publisher={Owl}, year=2001, month=jul, doi={10.5555/x}, url={https://owl.example},"
        " pages={400}, keywords={background}, ids={p}, options={x}, label={L}, shorttitle={S},"
        " abstract={All}, whatever={No}, note={N}}"
    )
    taken = {name: str(value) for name, value in paper.fields.items()}
    own = {"author": "Quill, Ada", "title": "Part", "year": "2001", "crossref": "p1"}
    assert taken == own | {
        "booktitle": "Talks",
        "booksubtitle": "Of Birds",
        "booktitleaddon": "Two",
        "editor": "Mol, Jan",
        "series": "Nests",
        "location": "Fen",
        "eventtitle": "Birds 2001",
        "isbn": "1",
        "issn": "2",
        "volume": "3",
        "publisher": "Owl",
        "month": "July",
    }
    assert (paper.container, paper.doi, paper.background) == ("Talks: Of Birds. Two", "", False)
    assert [fault.location.line for fault in found] == [2]


def test_what_parents_say_goes_down_over_several_levels() -> None:
    (chapter, *_), found = read(
        "@inbook{c1, title={Part}, crossref={b1}}\n"
        "@book{b1, title={Second}, volume=2, crossref={m1}, xdata={x1}}\n"
        "@mvbook{m1, author={Quill, Ada}, title={Whole}, subtitle={Sub}, year=2000, volumes=3}\n"
        "@xdata{x1, xdata={x2}}\n@xdata{x2, publisher={Owl}, address={Fen}}"
    )
    assert found == ()
    names = ("booktitle", "maintitle", "mainsubtitle", "bookauthor", "author", "year", "volumes")
    assert [str(chapter.fields[name]) for name in names] == [
        *("Second", "Whole", "Sub", "Quill, Ada", "Quill, Ada", "2000", "3")
    ]
    assert (chapter.publisher, chapter.fields["address"], chapter.volume) == ("Owl", "Fen", "2")


def test_an_article_stands_in_the_periodical_that_it_names() -> None:
    (article, _), _ = read(
        "@article{a1, title={Slow}, crossref={p1}}\n"
        "@periodical{p1, title={Rides}, subtitle={On Wheels}, issn={1}, date={2020-03}}"
    )
    assert (article.container, article.year) == ("Rides: On Wheels", "2020-03")


@pytest.mark.parametrize(
    ("own", "parents", "lacks"),
    [
        ("year=2001", "date={1999-02}", "date"),
        ("date={2001}", "year=1999, month=jul", "month"),
        ("year=2001", "year=1999, month=jul", "month"),
        ("address={Fen}", "location={Bog}", "location"),
        ("journal={Rides}", "journaltitle={Nests}", "journaltitle"),
        ("institution={Owl}", "school={Wren}", "school"),
    ],
)
def test_nothing_is_taken_over_that_a_record_says_by_another_name(
    own: str, parents: str, lacks: str
) -> None:
    (work, _), _ = read(
        f"@misc{{a1, title={{A}}, crossref={{b1}}, {own}}}\n@misc{{b1, title={{B}}, {parents}}}"
    )
    assert lacks not in work.fields


def test_shared_fields_are_taken_over_and_are_no_work_themselves() -> None:
    work = only(
        "@misc{a1, title={Slow}, xdata={x1, x2}}\n@xdata{x1, year=2000}\n@xdata{x2, note={N}}"
    )
    assert (work.key, work.year, work.note) == ("a1", "2000", "N")


def test_a_mistake_in_a_parent_is_told_once() -> None:
    _, found = read(
        "@book{b1, title={W}, year={soon}}\n"
        "@inbook{c1, title={P}, crossref={b1}}\n@inbook{c2, title={Q}, crossref={b1}}"
    )
    assert [fault.location.line for fault in found] == [1]


@pytest.mark.parametrize("count", [1, 2, 3, 5_000])
@pytest.mark.parametrize("link", ["crossref", "xdata"])
def test_a_circle_of_parents_is_read_to_its_end(link: str, count: int) -> None:
    text = "".join(
        f"@misc{{k{n}, title={{T}}, {link}={{k{(n + 1) % count}}}}}\n" for n in range(count)
    )
    references, _ = read(text)
    assert len(references) == count


def test_what_parents_may_cost_is_bounded() -> None:
    shared = ", ".join(
        f"{name}={{x}}" for name in sorted(OTHERS) if name not in ("crossref", "xdata")
    )
    many = "".join(f"@inbook{{c{n}, title={{T}}, crossref={{p1}}}}\n" for n in range(15_000))
    references, found = read(f"@book{{p1, title={{T}}, {shared}}}\n{many}")
    assert (references, [type(fault) for fault in found]) == ((), [faults.TooBig])


def test_records_that_name_each_other_are_both_read() -> None:
    references, found = read(
        "@misc{a1, title={A}, crossref={b1}}\n@misc{b1, title={B}, year=2000, crossref={a1}}"
    )
    assert [(work.title, work.year) for work in references] == [("A", "2000"), ("B", "2000")]
    assert found == ()


# Hostile and huge


def test_words_that_stand_for_words_do_not_grow_without_bounds() -> None:
    grow = "".join(f"@string{{a{i + 1} = a{i} # a{i}}}\n" for i in range(60))
    (work,), found = read(f'@string{{a0 = "xxxx"}}\n{grow}@misc{{k1, title = a60 # a60}}')
    assert len(work.title) <= 2_000
    assert {type(fault) for fault in found} == {faults.BrokenReference}


@pytest.mark.parametrize(
    "text",
    [
        "@a{k, title = " + "{" * 50_000,
        "@a{k, title = {" + "{" * 3_000 + "Slow" + "}" * 3_000 + "}}",
        "@a{k," + "b = {,\n" * 10_000,
        "@a{k," + "b = c\n" * 10_000,
        "@a{\n" * 5_000,
        "@a{k, title={x}}" * 5_000,
        "@" + " " * 100_000,
        "% @a{\n" * 10_000,
        "@a{k, title=" + "w " * 30_000 + "}",
    ],
    ids=lambda text: text[:12],
)
def test_huge_and_crooked_libraries_are_read_to_their_end(text: str) -> None:
    read(text)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read("@book{a1,\n@misc{b1, title = {\\href{x} {\\begin{a}}, }\n")
    assert caplog.records == []


PIECES = [
    *("@book{", "@misc(", "@string{", "@comment{", "@{", "@ x {", "k1", "title", "year", "url"),
    *(" = ", "{", "}", '"', ",", "\n", "\n  ", "#", "%", "\\", "\\'", "$", "~", "and", "(", ")"),
    *("2000", "jan", "crossref", "xdata", "date", "https://x.org/a", "é", "\u2028", "\r\n"),
    *("\ufeff", "\x00", "@", "title = {A},\n", "year = 2001,\n", "}\n", "% "),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read_and_every_fault_stands_in_it(text: str) -> None:
    references, found = read(text)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for spot in [fault.location for fault in found]:
        assert 1 <= spot.line <= len(lines)
        assert spot.column - 1 + spot.width <= max(len(lines[spot.line - 1]), spot.column)
    for work in references:
        place = work.key.location
        assert lines[place.line - 1][place.column - 1 :].startswith(work.key)


WORDS = st.text(alphabet="abc é-", min_size=1, max_size=12).filter(str.strip)
RECORDS = st.lists(
    st.tuples(st.sampled_from(["book", "Article", "misc"]), WORDS, st.integers(1000, 2999)),
    max_size=12,
)


@given(RECORDS, st.sampled_from(["\n", "\n\n", "\n% comment\n", " "]))
def test_each_record_of_a_clean_library_yields_one_reference(
    records: list[tuple[str, str, int]], between: str
) -> None:
    typed = [
        f"@{kind}{{key{number},\n  title = {{{title}}},\n  year = {year}\n}}"
        for number, (kind, title, year) in enumerate(records)
    ]
    references, found = read(between.join(typed))
    assert found == ()
    assert [work.bibtex for work in references] == typed
    assert [work.key for work in references] == [f"key{number}" for number in range(len(typed))]
    assert [work.year for work in references] == [str(year) for _, _, year in records]


class TestDois:
    @pytest.mark.parametrize(
        "doi", ["10.1234/x", "10.123456789/A(b)<c>;1-2", "10.1000.10/123", "10/gh7x", "10/AB12"]
    )
    @pytest.mark.parametrize(
        "front", ["", "https://doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "doi: "]
    )
    def test_are_read_with_or_without_their_address(self, front: str, doi: str) -> None:
        assert only(f"@misc{{a1, title={{Slow}}, doi={{{front}{doi}}}}}").doi == doi

    @pytest.mark.parametrize(
        "doi", ["xyz", "10.12/x", "10.1234", "10.1234/", "11.1234/x", "10/", "https://x.example/a"]
    )
    def test_are_left_out_where_they_have_not_the_shape_of_one(self, doi: str) -> None:
        works, found = read(f"@misc{{a1, title={{Slow}},\n doi={{{doi}}}}}")
        assert [(type(one), one.location.line) for one in found] == [(faults.BadDoi, 2)]
        assert works[0].doi == ""

    def test_are_told_where_they_were_typed_alone(self) -> None:
        parent = "@book{p1, title={Whole}, doi={xyz}}"
        _, found = read(
            f"@xdata{{x1, doi={{abc}}}}\n{parent}\n@book{{a1, title={{A}}, xdata={{x1}}}}"
        )
        assert [one.location.line for one in found] == [1, 2]

    def test_are_found_inside_of_other_addresses(self) -> None:
        _, found = read("@misc{a1, title={A}, doi={https://x.example/doi/10.1234/x.1?y}}")
        assert [one.inside for one in found if isinstance(one, faults.BadDoi)] == ["10.1234/x.1"]


class TestSeveralPeopleInOneName:
    @pytest.mark.parametrize(
        "names",
        [
            "Rachel Coldicutt, Matt Dowse, Anna Dent",
            "Wren, Ada, Finch, Tobias",
            "Ada Wren & Tobias Finch",
            r"Ada Wren \& Tobias Finch",
            "Finch, Tobias and Ada Wren, Ines Plover, Olga Stork",
        ],
    )
    def test_are_told(self, names: str) -> None:
        _, found = read(f"@misc{{a1, title={{A}},\n  author = {{{names}}}}}")
        assert [(type(one), str(one.location)) for one in found] == [
            (faults.BadNames, f"{PATH}:2:13")
        ]

    @pytest.mark.parametrize(
        "names",
        [
            "Wren, Ada",
            "Wren, Ada and Finch, Tobias and others",
            "Wren, Ada\nAND\nFinch, Tobias",
            "King, Jr, Martin Luther",
            "King, Jr., Martin Luther and Gates, III, Henry",
            "King, {Jr.}, Martin Luther",
            "{Wren, Finch & Plover}",
            r"{Wren, Finch \& Plover, Ltd} and Stork, Olga",
            r"{\'E}mile, Zo{\"e}",
            "de la Wren, Ada",
            "",
        ],
    )
    def test_are_not_seen_where_they_are_not(self, names: str) -> None:
        _, found = read(f"@misc{{a1, title={{A}}, author = {{{names}}}}}")
        assert not found


class TestWordsThatNobodyKnows:
    def test_are_noted_with_the_words_that_may_be_meant(self) -> None:
        works, found = read("@bok{a1,\n  title={A},\n  publsher={B},\n}")
        words = [one for one in found if isinstance(one, faults.UnknownRecordWord)]
        assert [(one.word, one.what, str(one.location)) for one in words] == [
            ("bok", "kind", f"{PATH}:1:2"),
            ("publsher", "field", f"{PATH}:3:3"),
        ]
        assert works[0].publisher == ""

    def test_do_not_stand_among_those_of_bibtex(self) -> None:
        record = "@Report{a1, title={A}, Abstract={B}, file={C}, langid={en}, urldate={2024}}"
        assert read(record)[1] == ()


# Nothing is lost

SOUND_RECORD = "@book{KEY,\n  author = {Quill, Ada},\n  title = {Slow},\n  year = {2000},\n}\n"
DAMAGES = [
    *[("{Slow},", "{Slow,"), ("{Slow},", '"Slow,'), ("{Slow},", "{Slow}"), ("{Slow},", "{Slow}},")],
    *[("{Slow},", "Slow words,"), ("{Slow},", "slow,"), ("{Slow},", "{Slow} # slow,")],
    *[("{Slow},", "{Slow \\{ {x},"), ("{Slow},", "{Slow},,"), ("{Slow},", ",")],
    *[("= {Slow}", "{Slow}"), ("  author", "  % author"), ("}\n", "}}\n")],
    *[("KEY,", "KEY"), ("KEY,", ""), ("KEY,", ","), ("KEY,", "K E Y,"), ("KEY,", "\n")],
    *[("@book{", "@ book {"), ("@book{", "@book\n{"), ("@book{", "book{"), ("@book{", "@book ")],
    *[("@book{", "@book["), ("@book{", "@{"), ("@book{", "@("), ("  author", "}\n  author")],
    *[("2000},\n}\n", "2000},\n"), ("2000},\n}\n", "2000\n")],
    ("  author", "  title = {Fast},\n  author"),
    ("", ""),
]


@given(st.lists(st.tuples(st.sampled_from(DAMAGES), st.booleans()), min_size=1, max_size=5))
@settings(deadline=None)
def test_each_record_is_read_or_told(damages: list[tuple[tuple[str, str], bool]]) -> None:
    text, ends, line = "", {}, 1
    for number, ((sound, damage), apart) in enumerate(damages):
        record = SOUND_RECORD.replace(sound, damage, 1).replace("KEY", f"k{number}")
        record += "\n" * apart
        text += record + SOUND_RECORD.replace("KEY", f"sound{number}")
        ends[f"k{number}"] = range(line, line + record.count("\n"))
        line = 1 + text.count("\n")
    works, found = read(text)
    keys = {str(work.key) for work in works}
    assert {f"sound{number}" for number in range(len(damages))} <= keys
    told = {fault.location.line for fault in found}
    assert [key for key, lines in ends.items() if key not in keys and told.isdisjoint(lines)] == []
