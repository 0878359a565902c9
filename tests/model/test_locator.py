"""Where in a work: labels and numbers, and the words that are neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.model.locator import LABELS, read_locator


@pytest.mark.parametrize(
    ("words", "label", "value", "rest"),
    [
        ("p. 4", "page", "4", ""),
        ("pp. 4-7", "page", "4–7", ""),
        ("pp. 4--7", "page", "4–7", ""),
        (", pp. 4-7, 9 and more", "page", "4–7, 9", " and more"),
        ("page 4", "page", "4", ""),
        ("Page 4", "page", "4", ""),
        ("p4", "page", "4", ""),
        ("4", "page", "4", ""),
        ("33-35, for one", "page", "33–35", ", for one"),
        ("p. iv", "page", "iv", ""),
        ("section 3", "section", "3", ""),
        ("sec. 3.2", "section", "3.2", ""),
        ("§ 3", "section", "3", ""),
        ("§§3-5", "section", "3–5", ""),
        ("ch. 3", "chapter", "3", ""),
        ("chapter 3, p. 14", "chapter", "3", ", p. 14"),
        ("fig. S4", "figure", "S4", ""),
        ("para. 12.", "paragraph", "12", "."),
        ("¶12", "paragraph", "12", ""),
        ("footnote 3", "note", "3", ""),
        ("n. 3", "note", "3", ""),
        ("vol. 2", "volume", "2", ""),
        ("no. 7", "issue", "7", ""),
        ("verse 3:15", "verse", "3:15", ""),
        ("pp. 4 and 9", "page", "4 and 9", ""),
        ("pp. 4 & 9", "page", "4 & 9", ""),
        ("table 3", "", "", "table 3"),
        ("the introduction", "", "", "the introduction"),
        ("part of it", "", "", "part of it"),
        ("no figures", "", "", "no figures"),
        ("v", "", "", "v"),
        ("", "", "", ""),
    ],
)
def test_reading(words: str, label: str, value: str, rest: str) -> None:
    assert read_locator(words) == (label, value, rest)


@pytest.mark.parametrize(
    ("words", "several"),
    [("p. 4", False), ("pp. 4-7", True), ("pp. 4, 9", True), ("pp. 4 and 9", True)],
)
def test_several(words: str, several: bool) -> None:
    assert read_locator(words).several is several


@given(st.text() | st.from_regex(r"(pp?\.? ?|ch. |)[0-9ivx,; -]*", fullmatch=True))
def test_no_word_is_lost(words: str) -> None:
    read = read_locator(words)
    assert read.label in ("", *LABELS)
    assert bool(read.label) == bool(read.value)
    assert " ".join(words.split()).endswith(read.rest)
