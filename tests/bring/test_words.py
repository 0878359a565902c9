"""Words of others stand in a record so that they are read as what they say."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.bring.words import LONGEST, cleaned, plain, typed, typed_title
from evidence_commons.load.latex import plain_text


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("Fares &amp; waits", r"Fares \& waits"),
        ("Plots of <i>Erithacus rubecula</i>", r"Plots of \emph{Erithacus rubecula}"),
        ("CO<sub>2</sub> in nests", "{CO}₂ in nests"),
        ("A x<sup>n</sup> of birds", r"A x\textsuperscript{n} of birds"),
        ("Nests\n   and <b>eggs</b>", "Nests and eggs"),
        ("Café, Łódź, 道具", "Café, Łódź, 道具"),
        ("The UK and an iNest", "The {UK} and an {iNest}"),
        ("A WARM WINTER", "A WARM WINTER"),
        ('Of <span class="nocase">robin redbreast</span>', "Of {robin redbreast}"),
        ("Nest -- or ''home''", "Nest – or ”home”"),
        (
            "100% of {x}_y for $5 #1 ~ \\o",
            r"100\% of \{x\}\_y for \$5 \#1 \textasciitilde{} \textbackslash{}o",
        ),
        ("Tags like <script> stay words", "Tags like <script> stay words"),
        ("&lt;b&gt; in pages", "<b> in pages"),
        ("un<i>closed", r"un\emph{closed}"),
        ("<i>in <b>both</b></i> and out</i>", r"\emph{in both} and out"),
        ("a\x00b\u202ec\u200bd", "a bcd"),
        (7, "7"),
        (["First", "Second"], "First"),
        (None, ""),
        ({"a": 1}, ""),
        ("x" * (LONGEST + 1), ""),
    ],
)
def test_a_title(told, stands):
    assert typed_title(told) == stands


@settings(deadline=None)
@given(st.text(max_size=60))
def test_all_words_are_read_as_they_were(text):
    assert plain_text(typed(text)) == plain(text)


SIGNS = st.text("\\{}[]$%&#_~^`'-!?<>@\"(),= abUK2é\u0301道/", max_size=40)


@settings(deadline=None)
@given(SIGNS)
def test_all_signs_are_read_as_they_were(text):
    assert plain_text(typed(text)) == plain(text)


@settings(deadline=None)
@given(st.one_of(SIGNS, st.text(max_size=40)))
def test_titles_lose_nothing_but_tags(text):
    if "<" not in text and "&" not in text:
        assert plain_text(typed_title(text)) == plain(text)


@settings(deadline=None)
@given(st.text())
def test_what_nobody_sees_is_gone(text):
    clean = cleaned(text)
    assert clean == cleaned(clean)
    assert not {unicodedata.category(sign) for sign in clean} & {"Cc", "Cs", "Zl", "Zp"}
