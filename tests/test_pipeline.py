"""The flow as a whole: a folder in; things, findings, pages and data files out."""

import json
from pathlib import Path
from typing import Any

import pytest

from evidence_commons.diagnostics import Location, Severity
from evidence_commons.pipeline import Opened, data_files, open_commons, site
from evidence_commons.render.pages import pages
from tests.building import INVENTED


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _data(opened: Opened, path: str) -> Any:
    return json.loads({file.path: file.content for file in data_files(opened)}[path])


def _levels(opened: Opened) -> dict[tuple[str, str], int]:
    return {
        (study["id"], claim["id"]): claim["level"]
        for study in _data(opened, "data/case-studies.json")
        for claim in study["claims"]
    }


def test_a_folder_without_anything_is_a_commons_without_entries(tmp_path: Path) -> None:
    opened = open_commons(tmp_path)
    assert opened.diagnostics == ()
    assert opened.catalogue.collection.entries == ()
    assert _data(opened, "data/case-studies.json") == []


def test_every_page_of_a_commons_without_entries_can_be_made(tmp_path: Path) -> None:
    made = {address: make() for address, make in pages(site(open_commons(tmp_path))).items()}
    assert {"", "case-studies/", "questions/", "metrics/", "references/", "vocabulary/"} <= {*made}
    assert all(page.title and "<h1" in page.html for page in made.values())


def test_a_folder_that_is_not_there_is_a_commons_without_entries(tmp_path: Path) -> None:
    assert open_commons(tmp_path / "nowhere").diagnostics == ()


@pytest.mark.parametrize("works", [None, "", "% Works to come.\n", "TY  - BOOK\nER  -\n"])
def test_without_works_one_finding_says_so_and_nothing_is_published(
    commons: Path, works: str | None
) -> None:
    library = commons / "references.bib"
    library.unlink() if works is None else library.write_text(works, encoding="utf-8")
    opened = open_commons(commons)
    assert [one.location.path for one in opened.diagnostics] == ["references.bib"]
    assert opened.blocking == opened.diagnostics


def test_the_made_up_commons_is_read_whole_and_has_nothing_to_mend() -> None:
    opened = open_commons(INVENTED)
    assert opened.diagnostics == ()
    assert set(opened.catalogue.case_studies) == {"magpie-energy", "owl-library", "robin-taxis"}
    assert set(opened.catalogue.metrics) == {"fare-per-mile", "members"}
    assert set(opened.catalogue.questions) == {"how-to-keep-warm", "who-owns-the-wires"}
    assert len(opened.catalogue.references) == 6
    assert set(_levels(opened).values()) == {1, 2, 3, 4, 5}


def test_an_excerpt_is_the_line_at_a_location_or_nothing(commons: Path) -> None:
    (commons / "old.yaml").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    excerpt = open_commons(commons).excerpt
    assert excerpt(Location("case_studies/owl-library.yaml", 2)) == "title: Owl Library of Things"
    assert [excerpt(Location("old.yaml", line)) for line in (1, 2, 3)] == ["one", "two", "three"]
    assert excerpt(Location("old.yaml", 99)) is None
    assert excerpt(Location("old.yaml", 0)) is None
    assert excerpt(Location("case_studies")) is None
    assert excerpt(Location("nowhere.yaml")) is None


def test_errors_are_the_findings_that_stop_publication(commons: Path) -> None:
    _edit(commons / "case_studies/owl-library.yaml", "\nsummary:", "\nsumary:")
    (commons / "case_studies/notes.txt").write_text("Ask the owls.\n", encoding="utf-8")
    opened = open_commons(commons)
    told = {(one.rule, one.severity) for one in opened.diagnostics}
    assert ("stray-file", Severity.WARNING) in told
    assert {one.location.path for one in opened.errors} == {"case_studies/owl-library.yaml"}
    assert set(opened.catalogue.case_studies) == {"magpie-energy", "robin-taxis"}


@pytest.mark.parametrize(
    "mistake",
    [
        ("title = {Background Reading for Birds}", "titel = {Background Reading for Birds}"),
        ("doi = {10.5555/invented.2022.12}", "url = {studies.example}"),
        ("@book{heron2023guide,", "@book{heron2023guide"),
        ("title = {Warm by Winter},", "title = {Warm by Winter,"),
    ],
    ids=["a work that nobody cites", "a work that is cited", "a manual", "the works behind it"],
)
def test_a_mistake_in_the_library_changes_no_level_of_a_claim(
    commons: Path, mistake: tuple[str, str]
) -> None:
    before = _levels(open_commons(commons))
    _edit(commons / "references.bib", *mistake)
    opened = open_commons(commons)
    assert opened.errors != ()
    after = _levels(opened)
    assert after == {claim: before[claim] for claim in after}
    assert ("robin-taxis", "fares") in after


def test_an_entry_says_in_the_data_that_nobody_from_outside_measured() -> None:
    data = _data(open_commons(INVENTED), "data/case-studies.json")
    studies = {study["id"]: study for study in data}
    claims = {claim["id"]: claim for claim in studies["robin-taxis"]["claims"]}
    assert claims["waits"]["independent"] == "no"
    assert claims["fares"]["independent"] == "yes"
    assert "independent" not in claims["members"]


def test_without_a_vocabulary_that_can_be_read_nothing_true_can_be_published(
    commons: Path,
) -> None:
    path = "case_studies/vocabulary/evidence-designs.yaml"
    (commons / path).write_text("terms: [\n", encoding="utf-8")
    opened = open_commons(commons)
    assert {one.location.path for one in opened.blocking} == {path}
    assert set(opened.blocking) <= set(opened.errors)


def test_a_mistake_in_an_entry_leaves_the_others_publishable(commons: Path) -> None:
    _edit(commons / "case_studies/owl-library.yaml", "\nsummary:", "\nsumary:")
    assert open_commons(commons).blocking == ()
