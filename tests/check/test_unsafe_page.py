"""Pages that the host renders: nothing that could act in a browser passes untold."""

import re
import shutil
from pathlib import Path

import pytest
from markdown import markdown
from tests.miniatures import TESTS, TODAY

from evidence_commons.pipeline import open_commons

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT\n>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<p onclick=alert(1)>x</p>",
    '<b title=">" onclick="alert(1)">x</b>',
    "<b title='\"' onclick=alert(1)>x</b>",
    "<b/onclick=alert(1)>x</b>",
    "<p\nonclick\n=alert(1)>x</p>",
    "<x:y onfocus=alert(1) tabindex=1>x</x:y>",
    "<details open ontoggle=alert(1)>x</details>",
    "<svg onload=alert(1)>",
    "<iframe src=https://studies.example></iframe>",
    "<form action=https://studies.example><input></form>",
    '<meta http-equiv="refresh" content="0;url=https://studies.example">',
    '<p style="position:fixed">x</p>',
    "<style>p {display: none}</style>",
    '<a href="javascript:alert(1)">x</a>',
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x]( JaVascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\nscript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    f"[x](java&#{'0' * 300}115;cript:alert(1))",
    "[x](`javascript:alert(1)`)",
    "<p `onclick=alert(1)`>x</p>",
    "[x]([x](javascript:alert(1))",
    "<p <!-- onclick=alert(1) >",
    '<p title="<b>" onclick=alert(1)>x</p>',
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](data:text/html,hello)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x][a`]\n\n- [a`]: javascript:alert(1)//`",
    "![x](javascript:alert(1))",
    "![x](https://studies.example/x.png)",
    "![x](//studies.example/x.png)",
    "x\n{: onclick=alert(1) }",
    "[x](about.md){ onclick=alert(1) }",
    '[x](about.md){ title="}" onclick=alert(1) }',
    "[x](about.md){/onclick=alert(1)}",
    '[x](about.md){ href="javascript:alert(1)" }',
    "## x { onclick=alert(1) }",
    "`x`{onclick=alert(1)}",
    "a ` b\n`<script>alert(1)</script>`",
    "\\`<script>alert(1)</script>\\`",
    "<div>\n`<script>alert(1)</script>`\n</div>",
    "<!-- ` --> <script>alert(1)</script> `",
    "```\n<script>alert(1)</script>\n",
    "``` two words\n<script>alert(1)</script>\n```",
    "```\n```\t\n<script>alert(1)</script>\n```",
    "# a ` b\n` x ` <script>alert(1)</script> `",
]

HARMLESS = [
    "Write `<script>` there, and `[x](javascript:x)` here.",
    "```html\n<script>alert(1)</script>\n```",
    "~~~\n[x](javascript:alert(1))\n~~~",
    "[Read on](contribute.md){ .md-button .md-button--primary }",
    "## How sure {#how-sure}",
    '[x](contribute.md){ title="On" .wide }',
    "Press <kbd>Ctrl</kbd>, and see <https://studies.example> or <mailto:info@example.org>.",
    '<details markdown="1" open>\n<summary>More</summary>\nText.\n</details>',
    '<div class="wide" id="x">Text</div>',
    "[x](https://studies.example/a:b) and [y](mailto:info@example.org) and [z](#about)",
    "Less is < than more > here, and 3<4.",
    "In {curly} brackets the style = plain.",
    "[1]: as they say: nothing",
]


def told(folder: Path, text: str) -> set[str]:
    """What a check tells of a page that ends with this."""
    commons = shutil.copytree(TESTS / "invented", folder / "commons")
    page = commons / "docs/about.md"
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8", newline="\n")
    return {one.rule for one in open_commons(commons, TODAY).diagnostics}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_can_act_is_told(tmp_path: Path, text: str) -> None:
    assert "unsafe-page" in told(tmp_path, text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_cannot_act_is_not(tmp_path: Path, text: str) -> None:
    assert not told(tmp_path, text)


@pytest.mark.parametrize("text", HARMLESS)
def test_the_host_makes_nothing_of_it_that_acts(text: str) -> None:
    html = markdown(text, extensions=["attr_list", "tables", "toc", "fenced_code"])
    assert not re.search(r"<script|=\"javascript:|<[^>]* on\w+=", html)
