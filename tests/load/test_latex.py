r"""LaTeX strings come back as the Unicode text that a reader would see in print."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_commons.load.latex import DEEPEST, LONGEST, plain_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("Plain words", "Plain words"),
        ("Two\n   lines", "Two lines"),
        (r"{\"U}ber M\"unchen, M{\"{u}}ller", "Über München, Müller"),
        (r"\'{\i}sland and na{\"\i}ve", "ísland and naïve"),
        (r"Fran\c{c}ois \c Cakir", "François Çakir"),
        (r"\v{c} \H{o} \k{a} \r{u} \u{g} \d{t} \.z \=a \~n", "č ő ą ů ğ ṭ ż ā ñ"),
        (r"Stra\ss e, \O ystein {\AA}sen, \L\'od\'z", "Straße, Øystein Åsen, Łódź"),
        ("The {UK} and {{the {EU}}}", "The UK and the EU"),
        ("12--15, a --- b", "12\N{EN DASH}15, a \N{EM DASH} b"),
        ("``Said'' and J.~Doe", "“Said” and J. Doe"),
        (r"A \& B, 50\%, \$5, \#1, a\_b", "A & B, 50%, $5, #1, a_b"),
        (r"A & B at 50% of {\textregistered}", "A & B at 50% of ®"),
        (r"\emph{Now} \textsc{Nasa} \texttt{ls} \textbf{b}", "Now Nasa ls b"),
        (r"\enquote{Hello} \LaTeX{} \copyright{} 2020", "“Hello” LaTeX © 2020"),
        (r"\href{https://example.org/a_b%20c}{The text}", "The text"),
        (r"At \url{https://example.org/a_b}", "At https://example.org/a_b"),
        (r"CO$_2$, m\textsuperscript{2}, 10$^{th}$", "CO₂, m², 10th"),
        (r"The $n$-th $\alpha$", "The n-th \N{GREEK SMALL LETTER ALPHA}"),
        ("From $5 to $10, or $5", "From $5 to $10, or $5"),
        (r"\{a\}", "{a}"),
        (r"a\textasciicircum b, a\textasciicircum{}b and a\^{}b", "a^b, a^b and a^b"),
        (r"a\textbar{}b \pounds 5 \euro{}5", "a|b £5 €5"),
        (r"One\newline two\par three\thinspace four\unknown five", "One two three four five"),
        (r"{\bf\TeXLive} and \LuaTeX{} \METAFONT", "TeXLive and LuaTeX METAFONT"),
        (r"\foreignlanguage{german}{Das Nest}", "Das Nest"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"$O(n^2)$, $10^{-3}$ and $\alpha_1$", "O(n²), 10⁻³ and α₁"),
        (r"\verb|x| \begin{b}y\end{b} \foo{z}", "x y z"),
    ],
)
def test_latex_is_read_as_it_would_be_printed(latex: str, text: str) -> None:
    assert plain_text(latex) == text


def test_no_macro_reads_a_file_or_the_clock() -> None:
    assert plain_text(r"\today: \input{/etc/hostname}") == "today: /etc/hostname"


def test_one_macro_leaves_nothing_behind_for_the_next_text() -> None:
    plain_text(r"\title{Old}\author{Someone}")
    assert plain_text(r"New \maketitle") == "New"


@pytest.mark.parametrize(
    "latex",
    [
        "{" * (DEEPEST + 1) + "deep" + "}" * (DEEPEST + 1),
        r"{\'" * 40 + "deep" + "}" * 40,
        r"\sqrt[" * 1000 + "deep",
        r"\foo{" * 3000 + "deep",
        r"\'" * 3000 + " deep",
        r"\alpha " * LONGEST + "deep",
    ],
    ids=["braces", "accents in accents", "brackets", "macros", "accents", "long"],
)
def test_beyond_the_bounds_the_words_are_kept(latex: str) -> None:
    assert "deep" in plain_text(latex)


@given(st.text(alphabet="ab {}\\$_^~-'`\"%&#\n[]énij", max_size=60))
@example(r"\href{a}")
@example(r"\frac")
@example("\\")
def test_whatever_is_typed_it_becomes_one_line_of_normal_text(latex: str) -> None:
    text = plain_text(latex)
    assert text == unicodedata.normalize("NFC", " ".join(text.split()))
