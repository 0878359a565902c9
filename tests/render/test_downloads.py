"""Files that stand in a page: what is saved is what was written, sign by sign."""

import json
import re
from html import unescape
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.model.takeaway import Takeaway
from evidence_commons.render.downloads import Download, downloads, single, table

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
NO_SIGN_OF_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f\"#&+<>\[\\\]^`{|}]|%(?![0-9A-F]{2})")


def _saved(file: Download) -> str:
    kind, _, held = unescape(file[2]).partition(",")
    assert kind.startswith("data:") and kind.endswith(";charset=utf-8")
    assert not NO_SIGN_OF_AN_ADDRESS.search(held)
    return unquote(held)


def _work(words: str) -> Takeaway:
    return Takeaway("Report", {}, words, f"TY  - {words}\r\n", json.dumps(words), "", (), "")


@given(WORDS)
def test_a_table_is_saved_as_it_was_written(words: str) -> None:
    assert _saved(table(words, "values")) == words


@given(st.lists(WORDS, max_size=3))
def test_works_are_saved_in_each_format_one_behind_the_other(all_words: list[str]) -> None:
    works = [_work(words) for words in all_words]
    bibtex, ris, listed = map(_saved, downloads(works, "works"))
    assert bibtex == "\n\n".join(all_words) + "\n"
    assert ris == "".join(work.ris for work in works)
    assert json.loads(listed) == all_words


@given(WORDS)
def test_a_work_alone_is_saved_as_in_a_list_of_one(words: str) -> None:
    assert single(_work(words), "one") == downloads([_work(words)], "one")
