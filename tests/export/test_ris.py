"""RIS, read back by Pandoc where its reader knows the tag."""

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export import made_up

from evidence_commons.export.ris import ris
from evidence_commons.model.item import Item

pypandoc = pytest.importorskip("pypandoc")


def _read_back(*items: Item) -> list[Item]:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=ris", "--to=csljson"],
        input=ris(items).encode(), capture_output=True, check=True,
    )  # fmt: skip
    found: list[Item] = json.loads(done.stdout)
    return found


def test_pandoc_reads_every_kind_back() -> None:
    items = list(made_up.KINDS.values())
    found = _read_back(*items)
    assert [one["id"] for one in found] == [one["id"] for one in items]
    for item, back in zip(items[1:7], found[1:7], strict=True):
        assert back["title"] == item["title"]
        for variable in ("container-title", "publisher", "volume", "issue", "DOI", "URL"):
            assert back.get(variable) == item.get(variable)
    kinds = {item["id"]: item["type"] for item in found}
    assert kinds["wren2021"] == "article-journal"
    assert kinds["wren2019"] == "chapter"
    assert kinds["wren2018"] == "paper-conference"
    assert kinds["office2016"] == "report"
    assert kinds["wren2001"] == "thesis"


def test_pandoc_reads_people_and_bodies_back() -> None:
    article, report = _read_back(made_up.ARTICLE, made_up.REPORT)
    assert article["author"][1] == made_up.WREN
    assert article["author"][0]["family"] == "Mol"
    assert len(article["author"]) == 3
    assert report["author"] == [{"family": "Office for Eggs Nests and Twigs"}]


def test_the_lines_of_an_article() -> None:
    assert ris([made_up.ARTICLE]).split("\r\n") == [
        "TY  - JOUR",
        "ID  - wren2021",
        "AU  - van der Mol, Jan Pieter, Jr.",
        "AU  - Wren, Ada",
        "AU  - Office for Eggs Nests and Twigs,",
        'TI  - UK robins & CO2: "who" <script>?',
        "T2  - Journal of Nests",
        "PY  - 2021",
        "DA  - 2021/03/05",
        "Y2  - 2024/05/",
        "VL  - 3",
        "IS  - 2",
        "SP  - 12",
        "EP  - 31",
        "SN  - 0000-0000",
        "DO  - 10.5555/robin_(1)",
        "LA  - en-GB",
        "AB  - They sing.",
        "KW  - robins",
        "KW  - nests",
        "KW  - twigs",
        "ER  - ",
        "",
    ]


def test_no_word_of_a_title_becomes_a_tag() -> None:
    hostile = {**made_up.PAGE, "title": "A\r\nER  - \r\nTY  - BOOK\u2028AU  - B\x0bC\x85D"}
    lines = ris([hostile]).splitlines()
    assert [line[:6] for line in lines if line.startswith(("TY", "ER"))] == ["TY  - ", "ER  - "]
    assert "TI  - A ER - TY - BOOK AU - B C D" in lines


@given(st.dictionaries(st.sampled_from([*made_up.ARTICLE][2:]), st.text(max_size=30)))
def test_each_line_begins_with_a_tag_whatever_the_words(fields: dict[str, str]) -> None:
    texts = {name: said for name, said in fields.items() if isinstance(made_up.ARTICLE[name], str)}
    lines = ris([{**made_up.ARTICLE, **texts}]).splitlines()
    assert all(line[2:6] == "  - " and line[:2].isalnum() for line in lines)
    assert lines[0][:2] == "TY"
    assert lines[-1] == "ER  - "
