"""Citations in pages of the host's Markdown are found with their places, or told.

What counts as code and what as prose is held against the host itself, in tests/mkdocs.
"""

import time

import pytest

from evidence_commons.load.citations import citations_in
from evidence_commons.load.code_spans import without_code


def found(text: str) -> list[str]:
    """The citations of a page by place."""
    return [f"{one.key} {one.location}" for one in citations_in(text, "a.md")[0]]


def told(text: str) -> list[str]:
    """The mistakes of a page by place."""
    return [f"{one.text} {one.location}" for one in citations_in(text, "a.md")[1]]


def test_each_citation_has_its_own_place() -> None:
    text = "`[@a]` [@a; @b, p. 4]\n\n```\n[@b]\n```\n\n> [@c,\n> p. 4] [@b]\n"
    assert found(text) == ["a a.md:1:9", "b a.md:1:13", "c a.md:7:4", "b a.md:8:10"]


def test_citations_in_sentences_and_with_words_before_them_have_their_places() -> None:
    text = "@a says\n\n> [see @b, p. 4;\n> -@c] @d [p. 1]\n\n[no @e](x.md) \\@f"
    assert found(text) == ["a a.md:1:1", "b a.md:3:8", "c a.md:4:4", "d a.md:4:8"]
    assert told(text) == []


def test_a_key_in_entities_is_found_at_its_bracket() -> None:
    assert found("One [@a&#45;b] and [@c]") == ["a-b a.md:1:5", "c a.md:1:21"]


@pytest.mark.parametrize(
    "typed",
    [
        *("[@smith2020; p. 4]", "[@m\N{LATIN SMALL LETTER U WITH DIAERESIS}ller2020]", "[@]"),
        *("[@nobody, *p*. 4]", "[@x, <https://a.example>]", "[@x, `p`. 4]", "[@x, p\\. 4]"),
        *("[@ key]", "[ @key]", "[@x | p. 4]", "[@one, @two]", "[@x](y.md)"),
    ],
)
def test_what_was_meant_to_be_one_is_told(typed: str) -> None:
    assert not found(f"a\n\nb {typed} c")
    assert told(f"a\n\nb {typed} c") == [f"{typed.removesuffix('(y.md)')} a.md:3:3"]


@pytest.mark.parametrize("typed", ["[a [@x]](y)", '[a](y "[@x]")', "![[@x]](y)", '<b c="[@x]">'])
def test_one_that_cannot_stand_there_is_told(typed: str) -> None:
    assert [words.split()[0] for words in told(typed)] == ["[@x]"]


@pytest.mark.parametrize(
    "typed", ["(@key)", "[see key]", "a@b.example", "`[@]`", "\\[@ x]", "[x]", "\\@key", "`@key`"]
)
def test_what_was_not_meant_to_be_one_is_left_alone(typed: str) -> None:
    assert not found(typed)
    assert not told(typed)


def test_one_without_an_end_is_told_by_its_first_word() -> None:
    assert told("So [@key, p. 4 and no more.\n\n[@key]") == ["[@key, a.md:1:4"]


@pytest.mark.parametrize(
    "sign",
    [
        *("`", "`\n", "`\n\n", "- `\n", "` ``", "```\n", "```a\n", "~~~\n", "``` ", "\\`", "\\"),
        *("[", "]", "[@", "[@x] ", "[@x](", "](", "](a()", "[a]:", "[a]: b\n", "[\n", "[@&#64;a] "),
        *("<!--", "<!-- -->", "<a ", "<a '", "<a '<a \"", "<div>", "<div>\n</p>", "<@", "@"),
        *(
            "> ",
            ">\n",
            "# `\n",
            "    a\n\n",
            " ",
            "\n",
            "[@x,\n> ",
            "\N{LATIN SMALL LETTER E WITH ACUTE}",
        ),
    ],
)
@pytest.mark.parametrize("before", ["", "<div>", "[@x", "`"])
def test_no_text_takes_long(sign: str, before: str) -> None:
    text = before + (sign * (250_000 // len(sign) + 1))[:250_000]
    begun = time.process_time()
    citations_in(text, "a.md")
    without_code(text)
    assert time.process_time() - begun < 2
