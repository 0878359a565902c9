"""A library that was formatted before is the same again, whatever stands in what was kept."""

import json
from pathlib import Path

import pytest

from evidence_commons.load.bibtex import read_references
from evidence_commons.model.shelf import Shelf
from evidence_commons.shelves import Formatting, shelf

LIBRARY = """
@book{wren2021, author = {Wren, Ada and Finch, Bo}, title = {Who owns the taxi?}, year = 2021}
@book{wren2021b, author = {Wren, Ada and Finch, Bo}, title = {{CO$_2$} and \\emph{taxis}},
  year = 2021}
@misc{, title = {Nobody can cite this}}
"""


def shelved(folder: Path, text: str = LIBRARY, style: str = "harvard-cite-them-right") -> Shelf:
    """The works of a made-up library."""
    works, _ = read_references(text, "references.bib")
    return shelf(works, Formatting(style, ("apa",), folder=folder))


def test_it_is_the_same_again(tmp_path: Path) -> None:
    first, again = shelved(tmp_path), shelved(tmp_path)
    assert dict(first.cited) == dict(again.cited) == dict(shelved(tmp_path / "elsewhere").cited)
    assert first.wording == again.wording
    assert first.takeaway("wren2021") == again.takeaway("wren2021")
    assert "nobody" not in again.cited


def test_a_changed_work_is_formatted_anew(tmp_path: Path) -> None:
    shelved(tmp_path)
    changed = shelved(tmp_path, LIBRARY.replace("Ada", "Cy", 1))
    assert "Wren, Cy" in changed.takeaway("wren2021").bibtex
    assert changed.cited["wren2021"].entry.startswith("Wren, C. and Finch, B. (2021)")


def test_a_changed_work_among_many_is_what_it_is_in_a_library_that_nobody_knows(
    tmp_path: Path,
) -> None:
    many = "\n".join(
        f"@book{{w{number}, author = {{Wren{number % 190}, Ada}}, title = {{Taxi {number}}},"
        f" year = {2000 + number % 3}}}"
        for number in range(700)
    )
    shelved(tmp_path / "here", many)
    changed = many.replace("Taxi 20}", "A taxi}")
    here, fresh = shelved(tmp_path / "here", changed), shelved(tmp_path / "elsewhere", changed)
    assert "A taxi" in here.cited["w20"].entry
    assert dict(here.cited) == dict(fresh.cited)


def test_other_spaces_in_a_record_are_taken_away_as_they_are_typed_now(tmp_path: Path) -> None:
    shelved(tmp_path).takeaway("wren2021")
    changed = LIBRARY.replace("taxi?}, year", "taxi?},\n  year")
    assert ",\n  year = 2021}" in shelved(tmp_path, changed).takeaway("wren2021").bibtex


def test_another_style_is_another_question(tmp_path: Path) -> None:
    assert shelved(tmp_path).cited["wren2021"] != shelved(tmp_path, style="apa").cited["wren2021"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "[]",
        lambda _: '{"works": {"wren2021": 1}, "spoiled": []}',
        lambda text: text.replace('"order"', '"ordre"'),
        lambda text: text.replace('["Book"', '[["Book"]'),
        lambda text: text.replace('["Book", ', "["),
        lambda text: text.replace('"{\\"id\\"', '"[\\"id\\"'),
    ],
)
def test_what_cannot_be_read_is_made_anew(tmp_path: Path, spoil: object) -> None:
    first = shelved(tmp_path)
    away = first.takeaway("wren2021")
    for file in tmp_path.iterdir():
        file.write_text(spoil(file.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    assert dict(shelved(tmp_path).cited) == dict(first.cited)
    assert shelved(tmp_path).takeaway("wren2021") == away


def test_nothing_that_somebody_put_there_acts(tmp_path: Path) -> None:
    shelved(tmp_path).takeaway("wren2021")
    bad = "<script>alert(1)</script><a href='javascript:alert(1)'>x</a>"
    for file in tmp_path.iterdir():
        known = json.loads(file.read_text("utf-8"))
        if isinstance(known, dict) and "works" in known:
            for row in known["works"].values():
                row.update(cite=bad, entry=bad, others={"APA": bad})
            file.write_text(json.dumps(known), "utf-8")
        elif isinstance(known, dict) and "wren2021" in known:
            known["wren2021"][-2] = bad
            file.write_text(json.dumps(known), "utf-8")
    assert "<" not in shelved(tmp_path).takeaway("wren2021").linked
    work = shelved(tmp_path).cited["wren2021"]
    for words in (work.cite, work.entry, *work.others.values()):
        assert "<script" not in words
        assert "javascript:" not in words.replace("&#39;", "").split(">")[0]
