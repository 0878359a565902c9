r"""LaTeX titles come back as words with the tags of citation styles."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_commons.load.rich import rich_text
from evidence_commons.model.item import plain

KEPT = '<span class="nocase">{}</span>'.format


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("Plain words", "Plain words"),
        (r"\emph{Now} and \textit{then}, {\em here} and {\itshape there}",
         "<i>Now</i> and <i>then</i>, <i>here</i> and <i>there</i>"),
        (r"\textbf{Bold \emph{and} more}", "<b>Bold <i>and</i> more</b>"),
        (r"\textsc{Nasa}", '<span style="font-variant:small-caps;">Nasa</span>'),
        (r"CO$_2$ and $H_{2}O$ and $\mathrm{NO}_x$",
         "CO<sub>2</sub> and H<sub>2</sub>O and NO<sub>x</sub>"),
        (r"m\textsuperscript{2}, 10$^{-3}$, $\alpha_2$, 30$^\circ$C",
         "m<sup>2</sup>, 10<sup>-3</sup>, \N{GREEK SMALL LETTER ALPHA}<sub>2</sub>, 30°C"),
        ("From $5 to $10, or $5", "From $5 to $10, or $5"),
        ("``Said'' --- \\enquote{so} 10--12", "“Said” — “so” 10\N{EN DASH}12"),
        (r"A\\ B \newline C\unknown D", "A B C D"),
        (r"\LuaTeX{} \textasciicircum{} {\bf\TeXLive}", "LuaTeX ^ <b>TeXLive</b>"),
        (r"\href{https://rook.example/{x}}{The page}", "The page"),
    ],
)  # fmt: skip
def test_styles_become_tags_and_the_rest_is_read_as_in_print(latex: str, text: str) -> None:
    assert rich_text(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("The {UK} story", f"The {KEPT('UK')} story"),
        ("{DNA}-based {mRNA}s", f"{KEPT('DNA-based')} {KEPT('mRNAs')}"),
        ("{U}nited {K}ingdom, i{P}hone", f"{KEPT('United')} {KEPT('Kingdom')}, {KEPT('iPhone')}"),
        ("{L}a{T}e{X} and {A}{B}", f"{KEPT('LaTeX')} and {KEPT('AB')}"),
        ("{the {UK}}: {2} {--} {}", f"{KEPT('the UK')}: 2 –"),
        (r"\emph{{E}. coli}", f"<i>{KEPT('E')}. coli</i>"),
        (r"{M}{\"u}nchen, {\"U}ber, \'{E}cole", f"{KEPT('München')}, Über, École"),
        (r"{\TeX} and {\v S}imek", "TeX and Šimek"),
    ],
)
def test_braces_keep_the_capitals_of_the_words_that_they_touch(latex: str, text: str) -> None:
    assert rich_text(latex) == text


@pytest.mark.parametrize(
    "latex", ["{Robins by Night}", "{{Robins by Night}}", "{{{Robins} by Night}}"]
)
def test_braces_around_a_whole_title_say_nothing_about_its_words(latex: str) -> None:
    assert plain(rich_text(latex)) == "Robins by Night"
    assert KEPT("Robins by Night") not in rich_text(latex)


def test_what_looks_like_html_stays_words() -> None:
    assert rich_text("<script>alert(1)</script> & {UK} <b") == (
        f"<script>alert(1)</script> & {KEPT('UK')} <b"
    )


def test_nobody_can_type_the_signs_that_stand_for_tags() -> None:
    assert rich_text("a\ue000b\ue00fc {UK}\ue005d") == f"abc {KEPT('UKd')}"


@pytest.mark.parametrize(
    "latex",
    ["{" * 9_000, "{a}" * 3_000, "i{P}" * 2_500, "$_" * 4_000, "\\emph{" * 1_500, "{a}" * 400_000],
    ids=["open", "closed", "parts of words", "formulas", "styles", "long"],
)
def test_crooked_and_long_titles_come_back(latex: str) -> None:
    assert isinstance(rich_text(latex), str)


@given(st.text(alphabet="ab {}\\$_^~-'`\"<>&%#\n[]éEP", max_size=60))
@example(r"\emph{a}b}c{")
@example("{a}\\emph{b}{c")
@example("$_{a}^{b}$")
def test_whatever_is_typed_each_tag_is_closed_inside_the_one_around_it(latex: str) -> None:
    text = rich_text(latex)
    pieces = text.replace("<i>", "\0(i").replace("</i>", "\0)i")
    pieces = pieces.replace("<sub>", "\0(s").replace("</sub>", "\0)s")
    pieces = pieces.replace("<sup>", "\0(p").replace("</sup>", "\0)p")
    pieces = pieces.replace('<span class="nocase">', "\0(n").replace("</span>", "\0)n")
    opened: list[str] = []
    for piece in pieces.split("\0")[1:]:
        if piece[0] == "(":
            opened.append(piece[1])
        else:
            assert opened.pop() == piece[1]
    assert not opened
