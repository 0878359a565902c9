"""How to cite a page of the site itself, in each style."""

import pytest

from evidence_commons.cite.kept import Kept
from evidence_commons.cite.mould import Mould, mould
from evidence_commons.cite.style import HARVARD, read_style
from evidence_commons.model.text import Date


def made(style: str = HARVARD, accessed: str = "2026-11-22") -> Mould:
    return mould(read_style(style), "Fen & Marsh Commons", Date(accessed), Kept())


def test_a_page_in_harvard() -> None:
    assert made().fill("Robin taxis", "https://example.org/robin/", "2025") == (
        "Fen &amp; Marsh Commons (2025) <em>Robin taxis</em>. Available at: "
        '<a href="https://example.org/robin/" rel="noopener">https://example.org/robin/</a> '
        "(Accessed: 22 November 2026)."
    )


def test_a_page_in_apa() -> None:
    assert (
        made("apa")
        .fill("Robin taxis", "https://example.org/", "2025")
        .startswith("Fen &amp; Marsh Commons. (2025). <em>Robin taxis</em>. <a ")
    )


def test_without_a_year_it_says_so() -> None:
    assert "(no date)" in made().fill("Robin taxis", "https://example.org/")


def test_a_title_that_ends_a_sentence_gets_no_second_stop() -> None:
    assert "<em>Who pays?</em> Available" in made().fill("Who pays?", "https://example.org/")


@pytest.mark.parametrize("hostile", ["<script>x</script>", '"><b onclick=x>', "Qtitleq 1907 \\1"])
def test_titles_and_addresses_stay_words(hostile: str) -> None:
    entry = made().fill(hostile, f"https://example.org/{hostile}", "2025")
    assert "<script" not in entry
    assert "<b" not in entry
    assert made().fill(hostile, "https://example.org/").count("available") == 0


def test_an_address_of_another_kind_is_no_link() -> None:
    assert "href" not in made().fill("Robin", "javascript:alert(1)")
