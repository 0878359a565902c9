"""Where one size is measured, and the steps of the check, each a whole process."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from checkout import CHECKOUT, SCRIPTS
from edits import Edit, add_term, edit_entry, edit_work
from made_up.world import TODAY
from measure import Cost, cost

START = "pass"
IMPORT = "import evidence_commons.recheck.run"
CHECK = (
    "import sys; sys.path.insert(0, sys.argv[1]); import check, gc, pathlib; gc.disable(); "
    "sys.exit(check.check(pathlib.Path(sys.argv[2])))"
)
"""What scripts/check.py does once it is in its environment."""

SETTINGS = {
    "SITE_URL": "https://example.org/",
    "REPO_URL": "https://example.org/commons",
    "PYTHONUTF8": "1",
    # On any other day, entries of the made-up commons could be old.
    "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(TODAY).replace(tzinfo=UTC).timestamp())),
    # Both speak of a MkDocs 2 that this project does not use.
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
MEMORY = "EVIDENCE_COMMONS_MEMORY"
"""The variable that names the folder of what is remembered; empty, nothing is."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one size is measured: its commons, a folder to work in, and one for the memory."""

    commons: Path
    work: Path
    memory: Path

    @classmethod
    def at(cls, folder: Path, size: int) -> "Bench":
        """The places for one size in a folder."""
        return cls(folder / f"commons-{size}", folder / f"work-{size}", folder / f"memory-{size}")


def make_commons(bench: Bench, size: int, seed: int) -> None:
    """Make a commons to measure with; this is not measured itself."""
    script = CHECKOUT / "benchmarks/make_corpus.py"
    command: list[str | Path] = [
        sys.executable,
        script,
        str(size),
        bench.commons,
        "--seed",
        str(seed),
    ]
    cost(command, bench.commons.parent)


def check_steps(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """What it takes to start, and to check without a memory and with one."""
    yield "start", _python(bench, START)
    yield "import", _python(bench, IMPORT)
    yield "check", _check(bench, {MEMORY: ""})
    shutil.rmtree(bench.memory, ignore_errors=True)
    yield "check, first", _check_again(bench)
    yield "check, again", _check_again(bench)
    edits: tuple[tuple[str, Edit], ...] = (
        ("entry", edit_entry),
        ("work", edit_work),
        ("term", add_term),
    )
    for name, edit in edits:
        edit(bench.commons)
        yield f"check, 1 {name}", _check_again(bench)


def _python(bench: Bench, code: str) -> Cost:
    return cost([sys.executable, "-c", code], bench.commons.parent, SETTINGS)


def _check(bench: Bench, settings: Mapping[str, str]) -> Cost:
    command: list[str | Path] = [sys.executable, "-c", CHECK, SCRIPTS, bench.commons]
    return cost(command, bench.commons.parent, {**SETTINGS, **settings})


def _check_again(bench: Bench) -> Cost:
    return _check(bench, {MEMORY: str(bench.memory)})
