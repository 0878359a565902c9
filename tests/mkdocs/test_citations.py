"""Two readers of one page agree: the library's scan tells what the host's Markdown renders."""

import logging
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import escape
from tests.building import build, invented

from evidence_commons.load.citations import citations_in
from evidence_commons.model.cited import Cited
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.wording import Wording
from evidence_commons.render.citing import Citing
from mkdocs_evidence_commons.citing_markdown import CitationExtension

logging.getLogger("mkdocs.plugins").propagate = False


class AnyWork(dict[str, Cited]):
    """A library in which every key stands for a work."""

    def __missing__(self, key: str) -> Cited:
        words = escape(key)
        return Cited(cite=words, author=words, date=words, entry=words, order=(key,))

    def __contains__(self, key: object) -> bool:
        return True


def rendered(text: str) -> list[str]:
    """The keys that readers meet as citations, in Python-Markdown with MkDocs' extensions."""
    return re.findall(r'<a class="ec-cite" id="[^"]*" href="#ref-([^"]*)"', html(text))


def html(text: str) -> str:
    """The page, in a site whose library holds whatever is cited."""
    ours = CitationExtension()
    wording = Wording("(", ")", "; ", ", ", "; ")
    ours.turn_to(Citing(Shelf(AnyWork(), wording, takeaway=lambda _: None, styles=())))  # type: ignore[arg-type, return-value]
    return Markdown(extensions=["toc", "tables", "fenced_code", "attr_list", ours]).convert(text)


def scanned(text: str) -> list[str]:
    """The keys that the rules get to see."""
    return [str(citation.key) for citation in citations_in(text, "docs/page.md")[0]]


def told(text: str) -> list[str]:
    """What is told as a mistake."""
    return [fault.text for fault in citations_in(text, "docs/page.md")[1]]


FENCE = "```\n[@x]\n```"

AGREED = {
    "plain": ("One [@x].", "x"),
    "several": ("One [@x, p. 4; @y].\n\nTwo [@z].", "x y z"),
    "code": ("`[@x]` and [@y]", "y"),
    "code over two lines": ("`a\n[@x]` and [@y]", "y"),
    "code in a list": ("- `[@x]`\n- [@y]", "y"),
    "a stray backtick, another in the next paragraph": ("a ` b [@x]\n\nc ` d [@y]", "x y"),
    "a stray backtick, another in the same paragraph": ("a ` b [@x]\nc ` d [@y]", "y"),
    "a stray backtick in a heading": ("# a ` b [@x]\nc ` d [@y]", "x y"),
    "a stray backtick under a heading": ("a ` b [@x]\n# c ` d [@y]", "x y"),
    "a stray backtick in a list": ("- a ` b [@x]\n- c ` d [@y]", "x y"),
    "a stray backtick before code in a list": ("- a ` b\n- `[@x]` [@y]", "y"),
    "a stray backtick over a line": ("a ` b [@x]\n===\nc ` d [@y]", "x y"),
    "a stray backtick before a block quote": ("a ` b [@x]\n> c ` d [@y]", "x y"),
    "a stray backtick before HTML": ("a ` b [@x]\n<hr>\nc ` d [@y]", "x y"),
    "backticks of other lengths": ("`` a ` b [@x] `` [@y]", "y"),
    "backticks that end early": ("``` a [@x] ` b [@y]", "y"),
    "an escaped backtick": ("\\` [@x] \\` [@y]", "x y"),
    "an escaped backtick before code": ("\\` [@x] ` [@y] `", "x"),
    "an escaped backslash before code": ("\\\\` [@x] ` [@y]", "y"),
    "a fence": (f"[@y]\n\n{FENCE}\n[@z]", "y z"),
    "a fence right under a paragraph": (f"[@y]\n{FENCE}\n[@z]", "y z"),
    "a fence with a language": ("```python title\n\n[@x]\n\n```", "x"),
    "a fence with one language": ("``` {.python #a}\n[@x]\n```\n[@y]", "y"),
    "a fence that is not closed": ("```\n[@x]\n\n[@y]", "x y"),
    "a fence that is closed by another": ("```\n[@x]\n\n~~~\n[@y]\n\n````\n[@z]", "x y z"),
    "a fence of tildes with words": ("~~~ some words\n\n[@x]\n\n~~~\n\n[@y]", "x y"),
    "a fence of tildes, indented": ("  ~~~\n\n[@x]\n\n  ~~~\n\n[@y]", "x y"),
    "a fence in a list": ("- a\n\n    ~~~\n\n    [@x]\n\n    ~~~", "x"),
    "indented code": ("a\n\n    [@x]\n\nb [@y]", "y"),
    "indented by a tab": ("a\n\n\t[@x]\n\nb [@y]", "y"),
    "indented, in a list": ("- a\n\n    [@x]\n\nb [@y]", "x y"),
    "indented, without a blank line": ("a\n    [@x]", "x"),
    "a comment": ("<!-- [@x] -->\n\n[@y]", "y"),
    "a comment over paragraphs": ("<!-- a\n\n[@x]\n\n-->\n\n[@y]", "y"),
    "a comment in a line": ("a <!-- [@x] --> [@y]", "y"),
    "a comment in a line, over paragraphs": ("a <!-- b\n\n[@x] --> [@y]", "x y"),
    "a comment that is not closed": ("<!-- a\n\n[@x]", "x"),
    "a comment in code": ("`<!--` [@x] `-->`", "x"),
    "in a block quote": ("> a [@x] b\n> `[@y]`", "x"),
    "split over a block quote": ("> a [@x,\n> p. 4; @y]", "x y"),
    "split over a nested block quote": ("> > a [@x,\n> > p. 4; @y]", "x y"),
    "split where a block quote begins": ("a [@x,\n> p. 4]", ""),
    "split over two lines": ("a [@x,\np. 4]", "x"),
    "split over entries": ("- [@x,\n- p. 4]", ""),
    "escaped": ("\\[@x] [@y\\] [@z]", "z"),
    "the address of a label": ("[@x]: https://a.example\n\n[@y]", "y"),
    "in a table": ("a | b\n--|--\n[@x] | `[@y]`\n`a | b` | [@z]", "x z"),
    "in a heading": ("# a [@x]\n\nb [@y]\n---\n", "x y"),
    "in emphasis": ("*a [@x]* **b [@y]** _[@z]_", "x y z"),
    "with an underscore": ("[@a_b] and [@c_d]", "a_b c_d"),
    "with attributes": ("# a [@x] {#here}\n\n*a [@y]*{.b}", "x y"),
    "with an entity": ("[@x, p.&nbsp;4; @y]", "x y"),
    "in the text of a link": ("[a [@x]](https://a.example)", ""),
    "as the text of a link": ("[@x](https://a.example)", ""),
    "as the text of a link with a label": ("[a [@x]][b]\n\n[b]: https://a.example", ""),
    "before a bracket that stays open": ("[@x](see", "x"),
    "in the title of a link": ('[a](https://a.example "[@x]") [@y]', "y"),
    "in the address of a link": ("[a](https://a.example/[@x]) [@y]", "y"),
    "in the words of an image": ("![a [@x]](b.png) [@y]", "y"),
    "in the title of an image": ('![a](b.png "[@x]") [@y]', "y"),
    "in an attribute": ('<b title="[@x]">a</b> [@y]', "y"),
    "between tags": ("<b>[@x]</b>", "x"),
    "in a block of HTML": ("<div>\n\n[@x]\n\n</div>\n\n[@y]", "y"),
    "in nested blocks of HTML": ("<div><p>a</p>\n<div></div>\n[@x]</div>\n\n[@y]", "y"),
    "in a block of HTML that is not closed": ("[@y]\n\n<div>\n\n[@x]", "y"),
    "in an address between signs": ("<https://a.example/[@x]> [@y]", "y"),
    "with code in it": ("[@x, `p`. 4]", ""),
    "with an address in it": ("[@x, <https://a.example>]", ""),
    "with a tag in it": ("[@x, <b>p</b>. 4]", ""),
    "with a line break in it": ("[@x,  \np. 4]", ""),
    "with emphasis in it": ("[@x, *p*. 4]", ""),
    "with an escape in it": ("[@x, p\\. 4]", ""),
    "with another in it": ("[@x [@y] z]", "y"),
    "no citation": ("a@x.example (@x) [see x] @ x [x@y] [^1]", ""),
    "in a sentence": ("@x says, and so does @y [p. 4].\n\nSee @z.", "x y z"),
    "in a sentence, in code": ("`@x` and @y", "y"),
    "in a sentence, in a link": ("[what @x says](https://a.example) and @y", "y"),
    "in a sentence, escaped": ("\\@x and @y", "y"),
    "in a sentence, in emphasis": ("*@x says* **@y**", "x y"),
    "in a sentence, in a heading": ("# What @x says\n\na", "x"),
    "in a sentence, in a table": ("a | b\n--|--\n@x | `@y`", "x"),
    "in a sentence, in an attribute": ('<b title="@x">a</b> @y', "y"),
    "in a sentence, beside a label of the same name": ("@x\n[@x]: https://a.example\n@y", "x y"),
    "in an address of mail": ("<a@x.example> b@y.example", ""),
    "with words before it": ("[see @x, p. 4; and -@y]", "x y"),
    "without its author": ("He says so [-@x, p. 4].", "x"),
}


@pytest.mark.parametrize("name", AGREED)
def test_both_readers_find_the_same_keys(name: str) -> None:
    text, keys = AGREED[name]
    assert rendered(text) == keys.split()
    assert scanned(text) == keys.split()


PIECES = {
    "sentences": ["@x", "@y [p. 4]", "[see @x]", "[-@y]", "\\", "`", "a", " ", "\n", "\n\n", "> "],
    "paragraphs": ["[@x]", "[@y, p. 4]", "`", "``", "\\", "a", " ", "\n", "\n\n"],
    "blocks": ["[@x]", "`", "a", "\n", "\n\n", "# ", "- ", "1. ", "> ", "    ", "\t", "---", "==="],
    "fences": ["[@x]", "`", "```", "~~~", "~~~~", " a", " a b", "\n", "\n\n", " ", "    ", "> "],
    "HTML": [*"`a\n", "[@x]", "\n\n", "<!--", "-->", '<b t="', '">', "<div>", "</div>", "> "],
    "links": [*"`\n[]*(", "[@x]", "![", "](u)", '](u "', '")', "[@x]: u", "\n\n", " @x"],
    "tables": ["[@x]", "`", "``", "|", " | ", "\n", "\n--|--\n", "--|--", "a", "\\", "- "],
}
TEXTS = st.one_of(
    [st.lists(st.sampled_from(few), max_size=14).map("".join) for few in PIECES.values()]
)


@settings(deadline=None, max_examples=2000)
@given(TEXTS)
def test_no_key_that_is_rendered_is_missed(text: str) -> None:
    mistaken = [key for words in told(text) for key in re.findall(r"@(\w+)", words)]
    assert Counter(rendered(text)) <= Counter(scanned(text) + mistaken)


def test_what_is_no_text_stays_whole() -> None:
    shown = html('[a [@x]](b "[@x]") ![c [@x]](d) <b title="[@x]">e</b> <https://f.example/[@x]>')
    assert "ec-cite" not in shown
    assert "\x02" not in shown
    assert 'title="[@x]"' in shown
    assert 'alt="c [@x]"' in shown


class TestInASite:
    def test_a_citation_in_a_heading_is_words_in_the_title_and_in_the_contents(
        self, tmp_path: Path
    ) -> None:
        page = site(tmp_path, "# Owners *say* [@wren2021taxis]\n\n## Why [@wren2021taxis, p. 4]\n")
        assert "<title>Owners say (Wren and Finch, 2021) - " in page
        assert contents(page) == ["Why (Wren and Finch, 2021, p. 4)", "References"]

    def test_the_references_are_once_in_the_contents(self, tmp_path: Path) -> None:
        page = site(tmp_path, "One [@wren2021taxis].\n\n## Two\n\nA\n\n## Three\n\nB\n")
        assert contents(page) == ["Two", "Three", "References"]


def site(folder: Path, essay: str) -> str:
    """The page that a site of the made-up commons has for these words."""
    commons = invented(folder)
    (commons / "docs" / "essay.md").write_text(essay, encoding="utf-8")
    built = build(commons / "mkdocs.yml", commons / "site")
    assert built.returncode == 0, built.stderr
    return (commons / "site/essay/index.html").read_text(encoding="utf-8")


def contents(page: str) -> list[str]:
    """The table of contents of a page."""
    listed = page.rpartition('<ul id="__toc">')[2].partition("</nav>")[0]
    return [words.strip() for words in re.findall(r'">(.*?)</a>', listed)]
