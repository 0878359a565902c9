"""The benchmark of citations, at the smallest sizes: every step does its work."""

import os
import re
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FORMATTED = [f"{style}, {step}" for style in ("Harvard", "APA") for step in ("cold", "warm")]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, BENCHMARKS / "citations.py", *arguments],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def steps(printed: str) -> list[str]:
    """The steps of both tables, which are their second columns."""
    rows = [re.split(" {2,}", row.strip()) for row in printed.splitlines()]
    return [row[1] for row in rows if row[0].isdecimal()]


def test_a_library_and_a_site_are_measured(tmp_path: Path) -> None:
    kept, figures = tmp_path / "kept", tmp_path / "figures.json"
    sizes = ("--works", "5", "--site", "5", "--pages", "2", "--repeat", "2")
    measured = run(*sizes, "--keep", kept, "--json", figures)
    assert measured.returncode == 0, measured.stderr
    told = steps(measured.stdout)
    assert told[:4] == ["start", "import", "read", "read, lint"]
    assert set(FORMATTED) < set(told)
    assert told[-4:-2] == ["plain", "evidence-citations, cold"]
    assert figures.is_file()
    pages = [path.read_text("utf-8") for path in (kept / "built").rglob("index.html")]
    assert len(pages) == 2
    assert all('class="ec-cite"' in page for page in pages), "every page cites"


def test_a_plugin_that_is_not_installed_is_left_out_with_a_word() -> None:
    measured = run(*"--works 2 --site 5 --pages 1 --repeat 1 --peers".split())
    assert measured.returncode == 0, measured.stderr
    left_out = "mkdocs-bibtex is not installed, and is left out." in measured.stderr
    assert left_out != ("mkdocs-bibtex" in steps(measured.stdout))


def test_run_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    refused = run("--keep", tmp_path)
    assert refused.returncode == 2
    assert "not an empty folder" in refused.stderr
