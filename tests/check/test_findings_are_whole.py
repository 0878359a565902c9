"""Findings together: all in one run, in order, each once, and none for another's mistake."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_commons.check.run import MOST, compare
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.link.outline import outlines
from evidence_commons.model.collection import Collection, ProsePage
from evidence_commons.model.outline import Survey
from evidence_commons.pipeline import open_commons

MAGPIE = "case_studies/magpie-energy.yaml"
ROBIN = "case_studies/robin-taxis.yaml"

Edit = Callable[[str, str, str], None]


def found(commons: Path) -> list[tuple[str, str]]:
    """Each finding's rule and place."""
    return [
        (one.rule, f"{one.location.path.rsplit('/', 1)[-1]}:{one.location.line}")
        for one in open_commons(commons).diagnostics
    ]


def test_six_different_mistakes_in_one_file_are_told_in_one_run(commons: Path, edit: Edit) -> None:
    edit(ROBIN, "started: 2019-04-01", "started: 2019-02-30")
    edit(ROBIN, "url: https://robintaxis.example\n", "url: www.robintaxis.example\n")
    edit(ROBIN, "  - transport", "  - transprot")
    edit(ROBIN, "longitude: -2.59", "longitude: 2.59")
    edit(ROBIN, "key: plover2022taxis", "key: plover2022taxi")
    edit(ROBIN, "the *app*", "the <b>app</b>")
    assert found(commons) == [
        ("bad-date", "robin-taxis.yaml:6"),
        ("bad-url", "robin-taxis.yaml:7"),
        ("coordinates", "robin-taxis.yaml:21"),
        ("unknown-term", "robin-taxis.yaml:28"),
        ("unknown-citation", "robin-taxis.yaml:76"),
        ("raw-html", "robin-taxis.yaml:140"),
    ]


def test_findings_stand_in_the_order_of_files_and_lines(commons: Path, edit: Edit) -> None:
    edit(ROBIN, "status: scaled", "status: scalled")
    edit(MAGPIE, "themes:\n  - energy", "themes:\n  - enrgy")
    edit(MAGPIE, "status: ended", "status: endd")
    places = [one.location for one in open_commons(commons).diagnostics]
    assert places == sorted(places)
    assert len(places) == 3


def test_a_mistake_made_twice_is_told_twice(commons: Path, edit: Edit) -> None:
    edit(ROBIN, "key: heron2023guide", "key: heron2023gide")
    edit(ROBIN, "@heron2023guide", "@heron2023gide")
    assert Counter(rule for rule, _ in found(commons)) == {"unknown-citation": 2}


def test_the_same_files_give_the_same_findings(commons: Path, edit: Edit) -> None:
    edit(ROBIN, "  - transport", "  - transprot")
    assert open_commons(commons).diagnostics == open_commons(commons).diagnostics


class TestAFileThatCannotBeReadHurtsNoOther:
    @pytest.mark.parametrize(
        ("path", "rule"),
        [
            ("docs/questions/who-owns-the-wires.md", "unreadable-file"),
            ("docs/metrics/members.md", "unreadable-file"),
            ("case_studies/vocabulary/themes.yaml", "unreadable-file"),
            (ROBIN, "unreadable-file"),
        ],
    )
    def test_when_it_is_empty(self, commons: Path, path: str, rule: str) -> None:
        (commons / path).write_text("", "utf-8")
        assert [told for told, _ in found(commons)] == [rule]

    @pytest.mark.parametrize(
        "path",
        [
            "references.bib",
            "docs/about.md",
            "docs/questions/who-owns-the-wires.md",
            "docs/metrics/members.md",
            "case_studies/vocabulary/themes.yaml",
            ROBIN,
        ],
    )
    def test_when_it_is_no_text(self, commons: Path, path: str) -> None:
        (commons / path).write_bytes(b"\xff\xfe\x00")
        assert [told for told, _ in found(commons)] == ["not-text"]

    def test_when_it_is_a_link(self, commons: Path) -> None:
        (commons / "references.bib").rename(commons / "other.bib")
        (commons / "references.bib").symlink_to("other.bib")
        assert found(commons) == [("not-a-file", "references.bib:1")]

    def test_when_its_id_is_wrong(self, commons: Path, edit: Edit) -> None:
        edit("docs/metrics/members.md", "id: members", "id: member")
        edit("case_studies/vocabulary/themes.yaml", "id: themes", "id: theme")
        assert [told for told, _ in found(commons)] == ["file-name", "file-name"]


class TestWhatAnErrorStandsInIsNotPublished:
    def test_but_all_else_is(self, commons: Path, edit: Edit) -> None:
        edit(MAGPIE, "status: ended", "status: endd")
        catalogue = open_commons(commons).catalogue
        assert set(catalogue.case_studies) == {"owl-library", "robin-taxis"}

    def test_a_warning_stops_nothing(self, commons: Path, edit: Edit) -> None:
        edit("references.bib", "  keywords = {background},\n", "  keywords = {birds},\n")
        edit(ROBIN, "references:\n  - stork1999\n", "")
        edit("docs/questions/who-owns-the-wires.md", " [@stork1999]", "")
        opened = open_commons(commons)
        assert [one.severity for one in opened.diagnostics] == [Severity.WARNING]
        assert not opened.errors
        assert "stork1999" in opened.catalogue.references


def test_pages_that_differ_in_capitals_alone_are_told() -> None:
    pages = tuple(
        ProsePage(address=f"{name}/", title=name, location=Location(f"docs/{name}.md"))
        for name in ("About", "about")
    )
    told = compare(Survey(outlines(Collection(prose_pages=pages))))
    assert [(one.rule, one.location.path) for one in told] == [("one-address", "docs/about.md")]


def test_a_very_long_text_is_cut_in_messages(commons: Path, edit: Edit) -> None:
    edit(MAGPIE, "started: 2018", f"started: {'long ' * 20_000}")
    edit(MAGPIE, "themes:\n  - energy", f"themes:\n  - {'long' * 20_000}")
    for one in open_commons(commons).diagnostics:
        assert len(one.message) < 200
        assert len(one.help) < 300
        assert len(one.typed) < 300


def test_a_file_with_thousands_of_mistakes_does_not_take_long(commons: Path, edit: Edit) -> None:
    keys = "".join(f"      - key: nobody{number}\n" for number in range(5_000))
    works = "".join(f"@book{{work{number},\n  title = {{W}},\n}}\n" for number in range(1_000))
    edit(MAGPIE, "      - key: magpie2020film\n", f"{keys}      - key: magpie2020film\n")
    edit("references.bib", "% Six works", f"{works}% Six works")
    edit(ROBIN, "status: scaled\n", "".join(f"field{n}: x\n" for n in range(5_000)))
    begun = time.perf_counter()
    assert len(open_commons(commons).diagnostics) > 10_000
    assert time.perf_counter() - begun < 30


def test_what_a_rule_no_longer_tells_is_counted(commons: Path) -> None:
    lines = "\n".join(f"- [it](no-{number}.md)" for number in range(MOST + 2_000))
    (commons / "docs/about.md").write_text(f"# About\n\n{lines}\n", "utf-8")
    told = [one for one in open_commons(commons).diagnostics if one.rule == "broken-page-link"]
    assert len(told) == MOST
    assert told[-1].message.endswith("There are 2,000 more like it in this file.")
    assert "more like it" not in told[-2].message


def test_a_library_that_is_too_big_is_told_with_what_to_take_out(commons: Path) -> None:
    with (commons / "references.bib").open("a", encoding="utf-8") as library:
        library.write("% A note.\n" * 900_000)
    (told,) = open_commons(commons).diagnostics
    assert (told.rule, told.message) == ("too-big", "It is larger than 8,192 kB.")
    assert told.help.startswith("Take out records that nothing cites")


@pytest.mark.parametrize(
    "name", ["fares/fare-per-mile.md", "fare-per-mile.MD", "fare-per-mile.markdown"]
)
def test_a_page_in_the_wrong_place_is_one_mistake(commons: Path, name: str) -> None:
    metrics = commons / "docs/metrics"
    (metrics / name).parent.mkdir(exist_ok=True)
    (metrics / "fare-per-mile.md").rename(metrics / name)
    assert [rule for rule, _ in found(commons)] == ["stray-file"]
