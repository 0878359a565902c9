"""BibTeX that leaves the house: each record stands alone and loses nothing."""

import pytest

from evidence_commons.export.bibtex import bibtex, standing_alone
from evidence_commons.load.bibtex import read_references
from evidence_commons.load.items import item
from evidence_commons.model.reference import Reference

LIBRARY = """\
% Four works that nobody wrote.
@string{rp = {Rookery {\\&} Sons}}
@string{fen = "Fen"}

@Book{plain,
    author = "Wren, Ada",   % no other record looks like this
    title  = {{UK} Robins},
    month  = mar,
    year   = 2020,
    mynote = {Kept},
}
@book{worded, title = {Nests}, publisher = rp # { of } # fen, month = may # "~" # 3, year = 2021}
@collection{house, title = {Houses}, editor = {Rook, Bo}, publisher = rp, date = {2022}}
@incollection{twig, crossref = {house}, author = {Jay, Cy and others}, title = {Twigs}}
@xdata{shared, publisher = {Shared Press}, location = {Marsh}}
@book{lent, title = {Lent}, xdata = {shared}, doi = {10.5555/a\\_b}}
"""


def _works(text: str) -> dict[str, Reference]:
    return {str(work.key): work for work in read_references(text, "references.bib")[0]}


def test_a_record_that_needs_no_other_leaves_as_typed() -> None:
    work = _works(LIBRARY)["plain"]
    assert standing_alone(work) == work.bibtex
    assert work.bibtex in LIBRARY


def test_words_and_parents_are_put_into_the_records_that_need_them() -> None:
    works = _works(LIBRARY)
    assert standing_alone(works["worded"]) == (
        "@book{worded,\n"
        "  title = {Nests},\n"
        "  publisher = {Rookery {\\&} Sons of Fen},\n"
        "  month = {May~3},\n"
        "  year = {2021},\n"
        "}"
    )
    assert "booktitle = {Houses}" in standing_alone(works["twig"])
    assert "publisher = {Rookery {\\&} Sons}" in standing_alone(works["twig"])
    assert "crossref" not in standing_alone(works["twig"])
    assert "publisher = {Shared Press}" in standing_alone(works["lent"])


@pytest.mark.parametrize("key", ["plain", "worded", "house", "twig", "lent"])
def test_one_record_read_alone_is_the_same_work(key: str) -> None:
    work = _works(LIBRARY)[key]
    alone = _works(standing_alone(work))
    assert [item(one) for one in alone.values()] == [item(work)]
    kept = {name: value for name, value in work.fields.items() if name not in ("crossref", "xdata")}
    assert dict(alone[key].fields) == kept


def test_the_whole_library_read_again_is_the_same() -> None:
    works = list(_works(LIBRARY).values())
    again = _works(bibtex(works))
    assert [item(work) for work in again.values()] == [item(work) for work in works]
    assert (
        read_references(bibtex(works), "references.bib")[1]
        == (read_references(bibtex(works[:1]), "references.bib")[1])
    )


def test_a_broken_record_leaves_as_typed() -> None:
    works = _works("@book{odd, title = {A \\} B {C}, year = }")
    assert all(work.bibtex == standing_alone(work) for work in works.values())
