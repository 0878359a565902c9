"""The broken commons in findings/: one folder for each way to break a rule."""

import shutil
from pathlib import Path

from evidence_commons.model.text import Date

TESTS = Path(__file__).parent
MINIATURES = sorted((TESTS / "findings").iterdir())
NAMES = [folder.name for folder in MINIATURES]

TODAY = Date("2024-11-22")
"""The day on which the made-up commons is looked at; all of it was last read that year."""

OURS = {"expected.txt", "expected-github.txt", "remove.txt", "links.txt"}


def laid_over(miniature: Path, commons: Path) -> Path:
    """The made-up commons with the files of a miniature laid over it."""
    shutil.copytree(TESTS / "invented", commons)
    for path in miniature.rglob("*"):
        if path.is_file() and path.name not in OURS:
            to = commons / path.relative_to(miniature)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
    for line in lines(miniature / "remove.txt"):
        (commons / line).unlink()
    for line in lines(miniature / "links.txt"):
        link, _, target = line.partition(" -> ")
        (commons / link).symlink_to(target)
    return commons


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []
