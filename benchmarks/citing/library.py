"""The steps on a library alone: it is read, checked and formatted, each in a whole process."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from made_up.chance import Chance
from made_up.works import Work, library, works
from measure import Cost, cost
from steps import SETTINGS, START

LIBRARY = "references.bib"
STYLES = {"Harvard": "harvard-cite-them-right", "APA": "apa"}

IMPORT = "import evidence_commons.load.bibtex, evidence_commons.shelves"
READ = f"""
import sys
from pathlib import Path
from evidence_commons.load.bibtex import read_references
text = (Path(sys.argv[1]) / {LIBRARY!r}).read_text("utf-8")
works, faults = read_references(text, {LIBRARY!r})
assert works and not faults
"""
LINT = f"""
import sys
from pathlib import Path
from evidence_commons.pipeline import open_works
catalogue, _ = open_works(Path(sys.argv[1]), [{LIBRARY!r}], [])
assert catalogue.references
"""
FORMAT = f"""{READ}
from evidence_commons.shelves import Formatting, shelf
made = shelf(works, Formatting(sys.argv[2], folder=Path(sys.argv[3])))
assert len(made.cited) == len(works) and not made.spoiled
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one library is measured: its folder, and one for what is kept of the formatting."""

    folder: Path
    kept: Path

    @classmethod
    def at(cls, folder: Path, size: int) -> "Bench":
        """The places for one size in a folder."""
        return cls(folder / f"library-{size}", folder / f"kept-{size}")


def make_library(folder: Path, size: int, seed: int) -> list[Work]:
    """Make a library of so many works in a folder; say what is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    made = works(Chance(f"{seed} works"), size)
    text = library(Chance(f"{seed} library"), made)
    (folder / LIBRARY).write_text(text, "utf-8", newline="\n")
    return made


def library_steps(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """Read it, read and check it, and format it in each style: all, nothing and one work anew."""
    yield "start", _python(bench, START)
    yield "import", _python(bench, IMPORT)
    yield "read", _python(bench, READ, bench.folder)
    yield "read, lint", _python(bench, LINT, bench.folder)
    for name, style in STYLES.items():
        shutil.rmtree(bench.kept, ignore_errors=True)
        yield f"{name}, cold", _format(bench, style)
        yield f"{name}, warm", _format(bench, style)
        change_title(bench.folder / LIBRARY)
        yield f"{name}, 1 work", _format(bench, style)


def change_title(library: Path) -> None:
    """Change the title of the work in the middle of a library, or change it back."""
    text, front, word = library.read_text("utf-8"), "  title = {", "Again "
    place = text.index(front, len(text) // 2) + len(front)
    rest = text[place:]
    rest = rest.removeprefix(word) if rest.startswith(word) else word + rest
    library.write_text(text[:place] + rest, "utf-8", newline="\n")


def _format(bench: Bench, style: str) -> Cost:
    return _python(bench, FORMAT, bench.folder, style, bench.kept)


def _python(bench: Bench, code: str, *arguments: str | Path) -> Cost:
    return cost([sys.executable, "-c", code, *arguments], bench.folder, SETTINGS)
