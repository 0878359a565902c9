"""The made-up commons: always the same, always sound, and like a real one."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_commons.model.text import Date
from evidence_commons.pipeline import Opened, open_commons

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TODAY = Date("2026-01-01")


def run(
    script: str, *arguments: str | Path, hash_seed: str = "0"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, BENCHMARKS / script, *arguments],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def make(out: Path, seed: int = 1, size: int = 5, hash_seed: str = "0") -> Path:
    made = run("make_corpus.py", str(size), out, "--seed", str(seed), hash_seed=hash_seed)
    assert made.returncode == 0, made.stderr
    return out


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "commons", size=40)


@pytest.fixture(scope="module")
def opened(made: Path) -> Opened:
    return open_commons(made, TODAY)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one"), make(tmp_path / "other", hash_seed="7")
    assert contents(one) == contents(other)


def test_another_seed_gives_another_commons(tmp_path: Path) -> None:
    one, other = contents(make(tmp_path / "one")), contents(make(tmp_path / "other", seed=2))
    differing = {path for path in one if one[path] != other.get(path)}
    assert "references.bib" in differing
    assert any(path.startswith("case_studies/") for path in differing)


def test_it_has_nothing_to_mend(opened: Opened) -> None:
    assert opened.diagnostics == ()


@pytest.mark.parametrize(("seed", "size"), [(2, 1), (3, 11), (4, 200)])
def test_no_size_and_no_seed_has_anything_to_mend(tmp_path: Path, seed: int, size: int) -> None:
    made = make(tmp_path / "commons", seed, size)
    assert open_commons(made, TODAY).diagnostics == ()


def test_it_uses_the_fields_that_real_entries_use(opened: Opened) -> None:
    studies = opened.catalogue.case_studies.values()
    assert any(study.community_tech and study.community_tech.licence for study in studies)
    assert any(study.sdgs for study in studies)
    assert any(grant.recipient and grant.recipient.id for one in studies for grant in one.funding)
    assert any(place.region == "London" for study in studies for place in study.places)


def test_it_has_as_much_of_everything_as_was_asked_for(opened: Opened) -> None:
    catalogue = opened.catalogue
    counts = [catalogue.case_studies, catalogue.references, catalogue.questions, catalogue.metrics]
    assert [len(things) for things in counts] == [40, 20, 12, 8]


def test_its_claims_are_at_all_five_levels(opened: Opened) -> None:
    catalogue = opened.catalogue
    levels = {
        catalogue.strength(claim, study).level
        for study in catalogue.case_studies.values()
        for claim in study.claims
    }
    assert levels == {1, 2, 3, 4, 5}


def test_its_files_are_as_long_as_real_ones(made: Path) -> None:
    sizes = [path.stat().st_size for path in (made / "case_studies").glob("*.yaml")]
    assert 3_000 < sum(sizes) / len(sizes) < 4_500


def test_it_holds_scripts_that_run_in_both_directions(opened: Opened) -> None:
    titles = " ".join(study.title for study in opened.catalogue.case_studies.values())
    assert re.search("[\u0600-\u06ff]", titles), "Arabic, from right to left"
    assert re.search("[\u0900-\u097f]", titles), "Hindi, from left to right"


def test_accents_typed_in_latex_are_read(made: Path, opened: Opened) -> None:
    assert r"{\'e}" in (made / "references.bib").read_text("utf-8")
    words = " ".join(_words(opened))
    assert re.search("[éüøçł]", words)
    assert not re.search(r"[\\{}]", words)


def _words(opened: Opened) -> Iterator[str]:
    for work in opened.catalogue.references.values():
        yield from (work.title, work.container, work.publisher)
        yield from (f"{name.given} {name.family}" for name in (*work.authors, *work.editors))


def test_every_file_says_that_it_is_made_up(made: Path) -> None:
    written = [path for path in made.rglob("*") if path.suffix in (".yaml", ".yml", ".md", ".bib")]
    silent = [path for path in written if "invented" not in path.read_text("utf-8")]
    assert [path for path in silent if path.parent.name != "vocabulary"] == []


def test_a_commons_made_here_can_be_made_anew(tmp_path: Path) -> None:
    out = make(tmp_path / "commons", seed=2)
    assert contents(make(out)) == contents(make(tmp_path / "other"))


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    refused = run("make_corpus.py", "5", tmp_path)
    assert refused.returncode == 2
    assert "choose another folder" in refused.stderr
    assert contents(tmp_path) == {"mine.txt": b"mine"}


@pytest.mark.parametrize("script", ["make_corpus.py", "run.py", "citations.py"])
def test_help_shows_examples_and_exit_codes(script: str) -> None:
    helped = run(script, "--help")
    assert helped.returncode == 0
    assert "examples:" in helped.stdout
    assert "exit codes:" in helped.stdout


def test_run_prints_a_table(tmp_path: Path) -> None:
    measured = run("run.py", "--sizes", "5", "--repeat", "1", "--json", tmp_path / "figures.json")
    assert measured.returncode == 0, measured.stderr
    assert steps(measured.stdout) == [*CHECKS, *BUILDS, "preview, 1 entry"]
    assert (tmp_path / "figures.json").is_file()


def test_checks_are_measured_without_builds_and_beside_other_programs(tmp_path: Path) -> None:
    options = ("--sizes", "5", "--repeat", "2", "--steps", "check", "--keep", tmp_path)
    options += ("--peers", "check-jsonschema", "pydantic")
    measured = run("run.py", *options)
    assert measured.returncode == 0, measured.stderr
    assert steps(measured.stdout)[: len(CHECKS)] == CHECKS
    for peer in ("check-jsonschema", "pydantic"):
        left_out = f"{peer} is not installed, and is left out." in measured.stderr
        assert left_out != (f"{peer} accepted 5 of 5 entries." in measured.stdout)
    assert not (tmp_path / "work-5").exists()


def test_each_change_is_taken_back_by_the_next_run(tmp_path: Path) -> None:
    run("run.py", "--sizes", "40", "--repeat", "2", "--steps", "check", "--keep", tmp_path)
    assert contents(make(tmp_path / "new", size=40)) == contents(tmp_path / "commons-40")


CHECKS = [
    *("start", "import", "check", "check, first", "check, again"),
    *("check, 1 entry", "check, 1 work", "check, 1 term"),
]
BUILDS = ["build", "build, again", "build, 1 entry", "build, 1 term"]


def steps(printed: str) -> list[str]:
    """The steps in a table, which are its second column."""
    rows = printed.splitlines()[3:]
    return [re.split(" {2,}", row.strip())[1] for row in rows if row.startswith(" ")]


def test_run_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    refused = run("run.py", "--sizes", "5", "--keep", tmp_path)
    assert refused.returncode == 2
    assert "not an empty folder" in refused.stderr
