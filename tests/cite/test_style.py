"""Styles: those that are shipped, files of others, and what cannot be used."""

from pathlib import Path

import pytest

from evidence_commons.cite.bibliography import cite
from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.style import HARVARD, SHIPPED, read_style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class='
BODY = """
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""


@pytest.fixture
def refused(tmp_path: Path):
    def telling(text: str | bytes) -> str:
        content = text.encode() if isinstance(text, str) else text
        (tmp_path / "mine.csl").write_bytes(content)
        with pytest.raises(CannotFormat) as error:
            cite([], read_style("mine.csl", tmp_path))
        return str(error.value)

    return telling


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_styles_name_their_licence(name: str) -> None:
    assert "creativecommons.org/licenses/by-sa/3.0" in read_style(name).text


def test_any_other_style_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.csl").write_text(f'{HEAD}"in-text">{BODY}', "utf-8")
    found = cite(
        [{"id": "one", "type": "book", "title": "Weirs"}], read_style("mine.csl", tmp_path)
    )
    assert found.cited["one"].cite == "1"
    assert found.cited["one"].entry == "Weirs"


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(CannotFormat, match=f"names: {HARVARD}, apa"):
        read_style("harvrad")


def test_a_style_for_footnotes_is_refused_with_the_remedy(refused) -> None:
    said = refused(f'{HEAD}"note">{BODY}')
    assert "puts citations into footnotes" in said
    assert "authors and dates" in said


def test_a_style_that_only_names_another(refused) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/elife"/>'
    assert "Download elife.csl" in refused(f'{HEAD}"in-text"><info>{link}</info></style>')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<style",
        "<html></html>",
        '<!DOCTYPE style [<!ENTITY a "b">]><style/>',
        b"\xff\xfe",
        " " * 3_000_000,
    ],
)
def test_what_is_no_style_is_refused(refused, text: str | bytes) -> None:
    assert "mine.csl" in refused(text)


def test_a_style_that_pandoc_cannot_read(refused) -> None:
    broken = BODY.replace('variable="title"', "")
    assert "Pandoc cannot read" in refused(f'{HEAD}"in-text">{broken}')
