"""Works as readers see them. Every person and work here is invented."""

from typing import Any

from evidence_commons.cite.bibliography import cite
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.text import Date, Text, Url


def _work(key: str = "marsh2020", **fields: Any) -> Reference:
    made = {"kind": "book", "title": "Tide Mills", "authors": (Name("Marsh", "Ada"),), **fields}
    return Reference(key=Text(key), year=made.pop("year", Date("2020")), **made)


def _label(**fields: Any) -> str:
    return cite([_work(**fields)])["marsh2020"].label


def _entry(**fields: Any) -> str:
    return str(cite([_work(**fields)])["marsh2020"].entry)


def test_a_label_names_up_to_three_people_and_the_year() -> None:
    two = (Name("Marsh", "Ada"), Name("Reed", "Ben"))
    assert _label() == "Marsh 2020"
    assert _label(authors=two) == "Marsh and Reed 2020"
    assert _label(authors=(*two, Name("Fenn"))) == "Marsh, Reed and Fenn 2020"
    assert _label(authors=(*two, Name("Fenn"), Name("Moor"))) == "Marsh et al. 2020"
    assert _label(authors=(two[0], Name("others"))) == "Marsh et al. 2020"


def test_a_work_without_people_is_labelled_by_its_title_and_one_without_a_year_says_so() -> None:
    assert _label(authors=()) == "‘Tide Mills’ 2020"
    assert _label(year=None) == "Marsh n.d."
    assert _label(authors=(), editors=(Name("Reed", "Ben"),)) == "Reed 2020"


def test_works_of_the_same_people_and_year_get_letters_in_the_order_of_their_titles() -> None:
    works = [_work("b", title="Weirs"), _work("a", title="Locks"), _work("c", year=Date("2021"))]
    labels = {key: cited.label for key, cited in cite(works).items()}
    assert labels == {"a": "Marsh 2020a", "b": "Marsh 2020b", "c": "Marsh 2021"}
    assert {key: cited.label for key, cited in cite(works[::-1]).items()} == labels


def test_a_book_has_its_title_in_italics() -> None:
    assert _entry(publisher="Fen Press") == "Marsh, A. (2020) <cite>Tide Mills</cite>. Fen Press."


def test_an_article_has_its_journal_in_italics_with_volume_number_and_pages() -> None:
    assert (
        _entry(kind="article", container="Mill Letters", volume="4", number="2", pages="7\u20139")
        == "Marsh, A. (2020) ‘Tide Mills’. <cite>Mill Letters</cite>, 4(2), pp. 7\u20139."
    )


def test_a_chapter_names_the_book_and_its_editors() -> None:
    entry = _entry(kind="incollection", container="Water", editors=(Name("Reed", "Ben"),))
    assert "‘Tide Mills’. In Reed, B. (ed.) <cite>Water</cite>." in entry


def test_a_doi_is_a_link_and_is_preferred_to_an_address() -> None:
    entry = _entry(doi="10.1234/tide", url=Url("https://example.org/tide"))
    assert 'href="https://doi.org/10.1234/tide"' in entry
    assert "example.org" not in entry


def test_an_address_says_when_it_was_read() -> None:
    entry = _entry(url=Url("https://example.org/tide"), accessed=Date("2026-11-02"))
    assert entry.endswith("</a> (accessed 2 November 2026)")


def test_named_authors_before_others_are_all_named() -> None:
    three = (Name("Marsh", "Ada"), Name("Reed", "Ben"), Name("others"))
    assert _entry(authors=three).startswith("Marsh, A., Reed, B. et al. (2020)")


def test_nothing_in_a_record_becomes_markup() -> None:
    hostile = "<script>alert(1)</script>"
    entry = _entry(
        title=hostile,
        authors=(Name(hostile, hostile),),
        container=hostile,
        publisher=hostile,
        note=hostile,
        doi=f'10.1/"{hostile}',
    )
    assert "<script" not in entry
    assert '"<' not in entry
