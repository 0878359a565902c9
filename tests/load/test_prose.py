"""Contributed Markdown is safe, keeps its citations, and loses nothing in silence."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from evidence_commons.diagnostics import Location
from evidence_commons.load.calm_prose import calm_citations
from evidence_commons.load.prose import read_prose, walk
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import Citation, CitationGroup, Manner
from evidence_commons.model.faults import BadCitation, BadLink, Fault, RawHtml, TooBig
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text

START = Location("entry.yaml")
TAGS = "p em strong ul ol li blockquote pre code hr br a h3 h4 h5 h6".split()
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}} | {f"h{n}": {"id"} for n in range(3, 7)}
SIGNS = st.sampled_from(
    [
        *"abz09 <>\"'&;:/()[]!*_`#=-+.\\\n\t@\u202e",
        *("\n\n", "\n    ", "](", "![", "](javascript:", "[x]: ", "```", "~~~", "1. ", "- ", "> "),
        *("<script>", "<b ", "</b>", "<!--", "-->", "onload=", "href=", "&#106;", "&lt;"),
        *(
            "[@key]",
            "[@a; @b, p. 4]",
            "[see @a]",
            " @b ",
            "\\@",
            "https://x.example",
            "mailto:a@b.example",
        ),
    ]
)
MARKDOWNISH = st.lists(SIGNS, max_size=50).map("".join)


def read(text: str) -> tuple[Prose, tuple[Fault, ...]]:
    return read_prose(Text(text, START), Whereabouts(text, "entry.yaml", START))


def html(text: str) -> str:
    """The markup of a text, with a sign in place of each citation."""
    pieces = read(text)[0].pieces
    return "".join(piece if isinstance(piece, Markup) else "¶" for piece in pieces)


def told(text: str) -> list[str]:
    """The faults of a text by place."""
    _, faults = read(text)
    return [f"{type(one).__name__} {one.location.line}:{one.location.column}" for one in faults]


class Tags(HTMLParser):
    """Collects what a browser would make of some markup."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.odd: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)


class TestOnlySafeMarkupComesOut:
    @settings(deadline=None, max_examples=600)
    @given(MARKDOWNISH | st.text(max_size=200))
    @example("[x](javascript:alert(1))")
    @example("<img src=x onerror=alert(1)>")
    @example('[x](https://a.example"onmouseover=alert(1))')
    @example("# <svg/onload=alert(1)>\n\n[@key]")
    @example("[a](http://[)")
    def test_for_any_text(self, text: str) -> None:
        tags = Tags(html(text))
        assert not tags.odd
        for tag, attributes in tags.found:
            assert tag in TAGS
            assert set(attributes) <= ATTRIBUTES.get(tag, set())
            if "href" in attributes:
                assert re.match(r"(https?|mailto):", attributes["href"] or "", re.IGNORECASE)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "&#106;avascript:alert(1)",
            "java&Tab;script:alert(1)",
            "<java\\script:alert(1)>",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//example.org",
            "/about/",
            "about.md",
            "#top",
        ],
    )
    def test_an_address_that_is_neither_web_nor_mail_is_told(self, address: str) -> None:
        assert html(f"See [this]({address}).") == "<p>See <a>this</a>.</p>\n"
        assert told(f"See [this]({address}).")[0].startswith("BadLink 1:")

    def test_links_to_the_web_and_to_mail_pass(self) -> None:
        for address in ("https://a.example/b?c=d&e", "http://a.example", "mailto:a@b.example"):
            assert f'<a href="{Markup.escape(address)}"' in html(f"[x]({address})")
            assert not read(f"[x]({address})")[1]

    def test_links_ask_no_one_to_follow_them(self) -> None:
        assert 'rel="nofollow noopener ugc"' in html("<https://a.example>")


class TestNothingIsLostInSilence:
    @settings(deadline=None)
    @given(MARKDOWNISH)
    def test_whatever_is_html_is_told(self, text: str) -> None:
        found, faults = read(text)
        assert not any("raw HTML" in piece for piece in found.pieces if isinstance(piece, str))
        if re.search(r"^<(script|b)>", text):
            assert faults

    def test_html_is_told_once_and_where_it_stands(self) -> None:
        assert told("a <b>bold</b> word\n\nand <i>one</i>") == ["RawHtml 1:3", "RawHtml 3:5"]

    def test_a_block_of_html_is_told_once(self) -> None:
        assert told("Text.\n\n<div>\n<p>x</p>\n</div>\n\n<br>") == ["RawHtml 3:1", "RawHtml 7:1"]

    def test_html_in_code_is_text(self) -> None:
        text = "Type `<b>`.\n\n```\n<script>\n```\n\nNot <b>this</b>.\n"
        assert told(text) == ["RawHtml 7:5"]
        assert "<code>&lt;b&gt;</code>" in html(text)

    def test_a_bad_link_is_told_at_its_address(self) -> None:
        assert told("[a](https://a.example) [b](b.html)\n\n[c]\n\n[c]: c.html\n") == [
            "BadLink 1:28",
            "BadLink 5:6",
        ]

    def test_an_image_is_told_and_its_words_stay(self) -> None:
        assert told("A ![red taxi](taxi.png)") == ["BadLink 1:3"]
        assert html("A ![red taxi](taxi.png)") == "<p>A red taxi</p>\n"

    def test_every_fault_tells_its_words(self) -> None:
        _, faults = read("[a](b.html) <b>c</b>")
        link, tag = faults
        assert isinstance(link, BadLink)
        assert isinstance(tag, RawHtml)
        assert (link.address, tag.markup) == ("b.html", "<b>")


class TestCitationsAreKeptApart:
    def test_with_their_locators_and_places(self) -> None:
        prose, _ = read("Riders own it [@wren2021, p. 4; @heron2023].")
        (group,) = (piece for piece in prose.pieces if isinstance(piece, CitationGroup))
        assert [(one.key, one.locator) for one in group.citations] == [
            ("wren2021", "p. 4"),
            ("heron2023", None),
        ]
        assert [one.key.location.column for one in group.citations] == [17, 34]

    def test_in_code_and_in_links_they_are_text(self) -> None:
        assert not list(read("`[@key]` and [[@key]](https://a.example)")[0].citations)

    def test_what_is_no_citation_stays_as_it_is(self) -> None:
        assert html("[@] [@ key] [see key]") == "<p>[@] [@ key] [see key]</p>\n"
        assert html("a@b.example (@key) @ x") == "<p>a@b.example (@key) @ x</p>\n"

    @pytest.mark.parametrize(
        ("typed", "read_as"),
        [
            ("[see @key, p. 4]", [("key", "p. 4", "see", Manner.IN_BRACKETS)]),
            ("[-@key]", [("key", None, "", Manner.WITHOUT_AUTHOR)]),
            ("[cf. -@key, pp. 4-7]", [("key", "pp. 4-7", "cf.", Manner.WITHOUT_AUTHOR)]),
            ("@key says", [("key", None, "", Manner.IN_SENTENCE)]),
            ("@key [p. 4] says", [("key", "p. 4", "", Manner.IN_SENTENCE)]),
            ("@key [*p*. 4]", [("key", None, "", Manner.IN_SENTENCE)]),
            ("As @key, and @two.", [(key, None, "", Manner.IN_SENTENCE) for key in ("key", "two")]),
            (
                "[@one; see also @two, ch. 3]",
                [
                    ("one", None, "", Manner.IN_BRACKETS),
                    ("two", "ch. 3", "see also", Manner.IN_BRACKETS),
                ],
            ),
        ],
    )
    def test_in_all_the_ways_of_pandoc(
        self, typed: str, read_as: list[tuple[str, str | None, str, Manner]]
    ) -> None:
        prose, faults = read(f"Well, {typed}.")
        assert not faults
        cited = prose.citations
        assert [(c.key, c.locator, c.prefix, c.manner) for c in cited] == read_as
        assert all(
            f"Well, {typed}"[c.key.location.column - 1 :][:3] == c.key for c in prose.citations
        )

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            (r"\@key says", "@key says"),
            (r"\[@key]", "[@key]"),
            (r"`\@key`", r"<code>\@key</code>"),
            (r"\\[a](https://a.example/\@b)", None),
        ],
    )
    def test_not_behind_a_stroke(self, typed: str, shown: str | None) -> None:
        prose, faults = read(typed)
        assert not prose.citations
        assert not faults
        made = html(typed)
        assert "\ufdd0" not in made
        assert "%EF" not in made
        assert shown is None or made == f"<p>{shown}</p>\n"

    def test_not_in_the_words_of_a_link(self) -> None:
        prose, faults = read("[what @key says](https://a.example)")
        assert not prose.citations
        assert not faults

    @pytest.mark.parametrize(
        "typed",
        [
            *("[@smith2020; p. 4]", "[@m\N{LATIN SMALL LETTER U WITH DIAERESIS}ller2020]"),
            *("[@nobody, *p*. 4]", "[@x, <https://a.example>]", "[@x, `p`. 4]", "[@x | p. 4]"),
            *("[@ key]", "[@]", "[ @key]", "[@one, @two]", "[@x;\np. 4]"),
        ],
    )
    def test_what_was_meant_to_be_one_is_told_whole_and_where_it_stands(self, typed: str) -> None:
        found, faults = read(f"`{typed}` and [@good2020]\n\nHere {typed}.")
        assert [str(one.key) for one in found.citations] == ["good2020"]
        assert [fault.text for fault in faults if isinstance(fault, BadCitation)] == [typed]
        assert (faults[0].location.line, faults[0].location.column) == (3 + typed.count("\n"), 6)

    def test_one_without_an_end_is_told_by_its_first_word(self) -> None:
        _, (fault,) = read("So [@key, p. 4 and no more.")
        assert isinstance(fault, BadCitation)
        assert fault.text == "[@key,"

    def test_one_in_a_link_is_told(self) -> None:
        assert told("a [b [@key]](https://a.example)") == ["BadCitation 1:6"]

    def test_a_place_in_round_brackets_is_none(self) -> None:
        assert not told("Said (@key) and a@b.example.")


class TestHeadings:
    def test_begin_at_the_third_level_and_have_anchors_made_of_their_words(self) -> None:
        assert html("# One\n\n## Two & a half\n\n# One\n\n# !") == (
            '<h3 id="text-one">One</h3>\n'
            '<h3 id="text-two-a-half">Two &amp; a half</h3>\n'
            '<h3 id="text-one-2">One</h3>\n'
            '<h3 id="text-section">!</h3>\n'
        )

    def test_skip_no_level(self) -> None:
        levels = re.findall(r"<h([3-6])", html("#### Deep\n\n###### Deeper\n\n# High\n\n### Low"))
        assert levels == ["3", "4", "3", "4"]

    def test_keep_their_anchor_when_they_hold_a_citation(self) -> None:
        assert html("# Owners [@wren2021]") == '<h3 id="text-owners">Owners \N{PILCROW SIGN}</h3>\n'


class TestDepth:
    @pytest.mark.parametrize("text", [">" * 20_000, "- " * 3_000 + "x", "*a **b " * 200])
    def test_parts_deep_in_parts_are_told_once(self, text: str) -> None:
        _, faults = read(text)
        assert len([fault for fault in faults if isinstance(fault, TooBig)]) <= 1

    def test_what_people_write_is_not_too_deep(self) -> None:
        assert not read("> - one\n>   - two\n>     1. three\n>        > **four *five***")[1]


@pytest.mark.parametrize(
    "sign",
    [
        *("[", "![", "](", "[a]: b\n", "![](x)", "[a](javascript:x) ", "[@a; @b] "),
        "&#64;[&#64;a] ",
        *("<a", "<b>", "</b>", "<!--", "<div>\n\n", "<http:", "`", "```\n", "# a\n", "* ", "\\"),
        *("@", "@a", "[@a", "@a\n", "@a \n> b\n", "\n>", "[@a\n"),
        "> " * 500 + "\n",
    ],
)
def test_no_text_takes_long(sign: str) -> None:
    text = (sign * (200_000 // len(sign) + 1))[:200_000]
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 5


def test_many_different_citations_written_as_entities_do_not_take_long() -> None:
    text = " ".join(f"[&#64;a{number}]" for number in range(1_000))
    begun = time.perf_counter()
    assert len(list(read(text)[0].citations)) == 1_000
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("sign", ["[@a] ", "[@", "[&#64;a] "])
def test_more_citations_than_anyone_writes_are_told_once_and_not_read(sign: str) -> None:
    prose, faults = read(sign * 1_001)
    assert len(list(prose.citations)) <= 1_000
    assert [fault for fault in faults if isinstance(fault, TooBig)] == [
        TooBig(faults[-1].location, "It holds more than 1,000 citations.")
    ]


def test_a_folded_text_still_points_into_its_file() -> None:
    file = "title: a\nbody: |\n  One <b>two</b>.\n"
    text = Text("One <b>two</b>.\n", Location("entry.yaml", 2, 7))
    _, faults = read_prose(text, Whereabouts(file, "entry.yaml", text.location))
    assert str(faults[0].location) == "entry.yaml:3:7"


@settings(max_examples=1_500, deadline=None)
@given(MARKDOWNISH)
@example("*a **b " * 15 + "c** d*" * 15)
@example("- " * 25 + "x")
@example("[a [@key] b](https://x.example)")
@example("`[@key]` and [@key]")
@example("[@x, `p`. 4]")
@example("[a @key b](https://x.example) <a@b.example> @key")
@example("[see @a][w](https://x.example)")
@example("# [@key,\np. 4]")
@example("> [\n> -@b @b")
@example("- [see\n> @b]")
@example('"@key" and >@key')
@example("_@key_ and *@key*")
@example("@key\n  [p. 4]")
@example("[@key,\n4. p]")
@example("[@a; see @b, p. 4].\n  - *One* `two` [three](https://x.example)\n")
def test_a_glance_sees_what_a_walk_sees(text: str) -> None:
    around = Whereabouts(text, "entry.yaml", START)
    glanced = calm_citations(text, around.again())
    if glanced is not None:
        pieces, faults = walk(text, around.again())
        groups = [piece for piece in pieces if isinstance(piece, CitationGroup)]
        assert not faults
        assert [spot(one) for group in groups for one in group.citations] == list(
            map(spot, glanced)
        )


@pytest.mark.parametrize(
    "text",
    [
        "Words [@a, p. 4; @b] and\nmore, as @c [sec. 2] says.\n\n## Title\n\n- **Bold** `code`\n",
        'Words [@a,\nsec. "Title"] and [more](https://x.example/a_b).',
    ],
)
def test_a_glance_suffices_for_what_is_simply_written(text: str) -> None:
    assert calm_citations(text, Whereabouts(text, "entry.yaml", START))


def spot(citation: Citation) -> tuple[str, str | None, Location]:
    return citation.key, citation.locator, citation.location
