"""Entries of many kinds, against what another program made of them with the same styles.

``oracle/said.json`` holds the words of citeproc-js, ``oracle/README.md`` why some of ours differ.
"""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from evidence_commons.cite.bibliography import cite
from evidence_commons.cite.style import HARVARD, read_style

HERE = Path(__file__).parent / "oracle"
WORKS: list[dict[str, Any]] = json.loads((HERE / "works.json").read_text("utf-8"))
SAID: dict[str, dict[str, dict[str, str]]] = json.loads((HERE / "said.json").read_text("utf-8"))

KNOWN = {
    HARVARD: {"cjk": "水明. (2018) 磨坊. Fen Press."},
    "apa": {
        "four": "(Marsh, Reed, Fenn, & Moor, 2020)",
        "article": "(Moor & Marsh, 2015)",
        "quotes": "Rowe, D. (2004). What ‘gates’ mean. Mill Letters, 2(1), 33.",
    },
}
"""The differences, each with our words."""


@pytest.mark.parametrize("style", sorted(SAID))
def test_others_say_the_same(style: str) -> None:
    found = cite(WORKS, read_style(style)).cited
    differing = {}
    for key, said in SAID[style].items():
        pairs = (f"({found[key].cite})", said["cite"]), (str(found[key].entry), said["entry"])
        for ours, theirs in pairs:
            if plain(ours) != plain(theirs):
                differing[key] = plain(ours)
    assert differing == KNOWN[style]


def test_it_holds_works_of_many_kinds() -> None:
    assert len(WORKS) > 30
    assert len({work["type"] for work in WORKS}) > 15


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", "", html)).split())
