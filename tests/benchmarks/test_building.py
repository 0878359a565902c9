"""What a build wrote, and that a build or a preview counts only when it shows the edit."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Part = Callable[[str], ModuleType]

ENTRY = "body: |\n  They met on Mondays.\n"
BUILD = """
import sys
from pathlib import Path
entry, page = Path(sys.argv[1], "case_studies/hall.yaml"), Path(sys.argv[2], sys.argv[3])
if not page.exists() or sys.argv[4] == "honest":
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(entry.read_text("utf-8"), "utf-8")
"""
"""A site of one page; one that is not honest never builds it again."""

SERVE = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(Path(sys.argv[1], "case_studies/hall.yaml").read_bytes())
HTTPServer(("127.0.0.1", int(sys.argv[2])), Page).serve_forever()
"""


@dataclass
class Maker:
    """A made-up program that makes a site."""

    preview: ModuleType
    manner: str = "honest"
    name: str = "Made up"

    def prepare(self, site: Any) -> None:
        """Nothing is laid out."""

    def commands(self, site: Any) -> list[list[Any]]:
        page = "case-studies/hall/index.html"
        return [[sys.executable, "-c", BUILD, site.commons, site.out, page, self.manner]]

    def settings(self, site: Any) -> dict[str, str]:
        return {}

    def server(self, site: Any, port: int) -> Any:
        code = SERVE if self.manner == "honest" else "raise SystemExit('no such luck')"
        return self.preview.Server([sys.executable, "-c", code, site.commons, str(port)])


@pytest.fixture
def bench(part: Part, tmp_path: Path) -> Any:
    made = part("steps").Bench.at(tmp_path, 1)
    vocabulary = made.commons / "case_studies/vocabulary"
    vocabulary.mkdir(parents=True)
    (vocabulary.parent / "hall.yaml").write_text(ENTRY)
    (vocabulary / "themes.yaml").write_text("terms:\n  - id: a\n    label: A\n")
    return made


def test_each_step_of_a_build_is_told(part: Part, bench: Any) -> None:
    built = list(part("building").build_steps(Maker(part("preview")), bench))
    assert [one.step for one in built] == [
        *("build", "build, again", "build, 1 entry", "build, 1 term")
    ]
    assert [one.output.files for one in built] == [1] * 4


def test_a_build_that_leaves_the_edit_out_is_refused(part: Part, bench: Any) -> None:
    steps = part("building").build_steps(Maker(part("preview"), "lazy"), bench)
    with pytest.raises(part("measure").FailedError, match="The edit is not to be seen"):
        list(steps)


def test_a_preview_lasts_until_the_page_shows_the_edit(part: Part, bench: Any) -> None:
    (told,) = part("building").preview_steps(Maker(part("preview")), bench)
    assert told.step == "preview, 1 entry"
    assert told.cost.wall > 0
    assert (told.cost.cpu is None) == (not Path("/proc/self/stat").exists())


def test_a_preview_that_ends_is_told_with_its_last_words(part: Part, bench: Any) -> None:
    steps = part("building").preview_steps(Maker(part("preview"), "broken"), bench)
    with pytest.raises(part("measure").FailedError, match="no such luck"):
        list(steps)


def test_files_that_are_new_or_written_anew_are_counted(part: Part, tmp_path: Path) -> None:
    look = part("written")
    old, site = tmp_path / "old", tmp_path / "site"
    old.mkdir()
    for name in ("kept", "again", "gone"):
        (old / name).write_text("A page.")
    before = look.seen(old)
    site.mkdir()
    os.link(old / "kept", site / "kept")
    (site / "again").write_text("A page.")
    (site / "new").write_text("A page.")
    assert look.written(before, look.seen(site)) == 2


@pytest.mark.parametrize("edit", ["edit_entry", "edit_label", "add_term"])
def test_an_edit_made_twice_is_taken_back(part: Part, bench: Any, edit: str) -> None:
    files = [path for path in bench.commons.rglob("*") if path.is_file()]
    before = [path.read_text() for path in files]
    make = getattr(part("edits"), edit)
    make(bench.commons)
    assert [path.read_text() for path in files] != before
    make(bench.commons)
    assert [path.read_text() for path in files] == before
