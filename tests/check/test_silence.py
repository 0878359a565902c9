"""What no rule tells: things that look odd at first, and are right."""

import shutil
from pathlib import Path

import pytest

from evidence_commons.model.text import Date
from evidence_commons.pipeline import open_commons

INVENTED = Path(__file__).parent.parent / "invented"
TODAY = Date("2024-11-22")

OWL, MAGPIE = "case_studies/owl-library.yaml", "case_studies/magpie-energy.yaml"
ROBIN, LIBRARY = "case_studies/robin-taxis.yaml", "references.bib"


def told(folder: Path, name: str, typed: str, instead: str, today: Date | None = TODAY) -> set[str]:
    """The rules that tell something when this stands in place of that."""
    commons = folder / "commons"
    shutil.copytree(INVENTED, commons)
    path = commons / name
    text = path.read_text("utf-8")
    assert typed in text
    path.write_text(text.replace(typed, instead, 1), "utf-8", newline="\n")
    return {one.rule for one in open_commons(commons, today).diagnostics}


@pytest.mark.parametrize(
    ("name", "typed", "instead"),
    [
        (OWL, "started: 2022-09", "started: 2024"),
        (OWL, "started: 2022-09", "started: 2024-11-23"),
        (OWL, "status: active\nstarted: 2022-09", "status: idea\nstarted: 2026"),
        (OWL, "last_reviewed: 2024-06-30", "last_reviewed: 2022"),
        (OWL, "last_reviewed: 2024-06-30", "last_reviewed: 2022-11-22"),
        (MAGPIE, "started: 2018", "started: 2018-06\nended: 2018"),
        (LIBRARY, "date = {2024-03}", "date = {2024-03},\n  urldate = {2024}"),
        (LIBRARY, "year = {2022}", "year = {2022},\n  urldate = {2021-12-01}"),
    ],
    ids=[
        *("this year", "tomorrow", "a plan", "some day two years ago", "two years ago"),
        *("within a year", "read in the year of its date", "an article in press"),
    ],
)
def test_a_date_may_be_right(tmp_path: Path, name: str, typed: str, instead: str) -> None:
    assert told(tmp_path, name, typed, instead) == set()


@pytest.mark.parametrize(
    ("name", "typed", "instead", "rule"),
    [
        (LIBRARY, "date = {2024-03}", "date = {2203},\n  urldate = {2024-05}", "odd-year"),
        (MAGPIE, "started: 2018", "started: 2108\nended: 2022", "future-date"),
        (OWL, "started: 2022-09", "started: 2022-09\nended: 2042", "reason-without-end"),
    ],
    ids=["a work of 2203", "a start in 2108", "an end to come"],
)
def test_one_slip_in_a_date_is_told_once(
    tmp_path: Path, name: str, typed: str, instead: str, rule: str
) -> None:
    assert told(tmp_path, name, typed, instead) == {rule}


def test_without_a_day_no_date_is_still_to_come(tmp_path: Path) -> None:
    assert told(tmp_path, OWL, "last_reviewed: 2024-06-30", "last_reviewed: 2042", None) == set()


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("status: ended\n", "status: not-an-end\n"),
        ("ended_because: The", "ended_becuase: The"),
    ],
    ids=["a status that is not known", "a slip in the field's name"],
)
def test_an_end_is_told_as_another_mistake(tmp_path: Path, typed: str, instead: str) -> None:
    found = told(tmp_path, MAGPIE, typed, instead)
    assert len(found) == 1
    assert not found & {"ended-without-reason", "reason-without-end"}


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("978-0-00-000000-2", "ISBN 978 0 00 000000 2"),
        ("978-0-00-000000-2", "978-0-00-000000-2 (print), 0-00-000000-0"),
        ("978-0-00-000000-2", "9780000000002 0000000000"),
        ("@book{stork1999,", "@book{heron2023vol,\n  author = {Heron, Bola},\n"
         "  title = {Riding, 2},\n  publisher = {Nowhere Press},\n  year = {2023},\n"
         "  volume = {2},\n  isbn = {9780000000002},\n  edition = {3},\n"
         "  keywords = {background},\n}\n\n"
         "@book{stork1999,"),
        ("@book{stork1999,", "@inbook{heron2023start,\n  title = {Start},\n"
         "  booktitle = {How to Start a Taxi},\n  isbn = {9780000000002},\n"
         "  keywords = {background},\n}\n\n@book{stork1999,"),
        ("@book{stork1999,", "@article{wren2021short,\n  author = {Wren, Ada},\n"
         "  title = {Who Owns the Ride? A First Year of Robin Taxis},\n"
         "  journal = {Rides},\n  volume = {4},\n  year = {2021},\n"
         "  keywords = {background},\n}\n\n"
         "@book{stork1999,"),
    ],
    ids=[
        *("spaces", "two with commas", "two with a space", "another volume", "a chapter"),
        "a report and an article",
    ],
)  # fmt: skip
def test_a_record_may_be_right(tmp_path: Path, typed: str, instead: str) -> None:
    assert told(tmp_path, LIBRARY, typed, instead) == set()


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("    id: GB-COH-00000000\n", ""),
        ("id: GB-COH-00000000", "id: COMMONS-robin-taxis"),
        ("id: GB-COH-00000000", "id: NO-BRC-000000000"),
        ("currency: GBP", "currency: NOK"),
        ("      name: Lower Nowhere Town Council\n      id: GB-LAE-ZZZ",
         "      name: LNTC\n      id: GB-LAE-ZZZ\n    recipientOrganization:\n"
         "      name: Robin Taxis Ltd\n      id: GB-COH-00000000"),
        ("questions:", "community_tech:\n  licence: MIT OR Apache-2.0\nquestions:"),
        ("    checked: 2024-05-02", "    checked: 2024-05-02\n    checked_by:\n"
         "      - name: Ada Wren\n        orcid: 0000-0000-0000-001X"),
    ],
    ids=[
        *("no id", "an id of our own", "another register", "crowns", "a longer name"),
        *("two licences", "an X"),
    ],
)  # fmt: skip
def test_an_identifier_may_be_right(tmp_path: Path, typed: str, instead: str) -> None:
    assert told(tmp_path, ROBIN, typed, instead) == set()


def test_a_note_among_the_fields_on_top_of_a_page_is_no_title(tmp_path: Path) -> None:
    noted = "---\n# A note\ntitle: About\n---\n# About\n"
    assert told(tmp_path, "docs/about.md", "# About\n", noted) == set()
