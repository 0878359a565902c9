"""Watching a folder: every change is seen, and what only looks like one is not."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from mkdocs_evidence_commons.watching import look, watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "under").mkdir()
    for name in ("one.yaml", "under/two.yaml"):
        (tmp_path / name).write_text("text", "utf-8")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda folder: (folder / "one.yaml").write_text("other", "utf-8"),
    "deep": lambda folder: (folder / "under/two.yaml").write_text("other", "utf-8"),
    "new": lambda folder: (folder / "three.yaml").write_text("text", "utf-8"),
    "deleted": lambda folder: (folder / "one.yaml").unlink(),
    "renamed": lambda folder: (folder / "one.yaml").rename(folder / "four.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    before, seen = look([folder]), Event()
    watch(folder, lambda: None if look([folder]) == before else seen.set())
    change(folder)
    assert seen.wait(20)


def test_what_editors_keep_beside_a_file_is_no_change(folder: Path) -> None:
    before = look([folder])
    (folder / ".one.yaml.swp").write_text("text", "utf-8")
    (folder / "under/.hidden").mkdir()
    assert look([folder]) == before


def test_a_file_a_folder_and_what_is_not_there_are_looked_at_alike(folder: Path) -> None:
    assert set(look([folder / "one.yaml", folder / "under", folder / "nothing"])) == {
        str(folder / "one.yaml"),
        str(folder / "under/two.yaml"),
    }
    assert set(look([folder], without=[folder / "under"])) == {str(folder / "one.yaml")}


def test_links_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "five.yaml").write_text("text", "utf-8")
    (folder / "link").symlink_to(elsewhere)
    assert not any("five" in path for path in look([folder]))
