"""The steps that are measured: each a whole process on one made-up commons."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from checkout import CHECKOUT, SCRIPTS
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

THEMES = "case_studies/vocabulary/themes.yaml"
TERM = "  - id: again\n    label: Again\n    definition: It was added to measure with.\n"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one size is measured: its commons, and folders for the sites and the memory."""

    commons: Path
    site: Path
    memory: Path

    @classmethod
    def at(cls, folder: Path, size: int) -> "Bench":
        """The places for one size in a folder."""
        return cls(folder / f"commons-{size}", folder / f"site-{size}", folder / f"memory-{size}")


def make_commons(bench: Bench, size: int, seed: int) -> None:
    """Make a commons to measure with; this is not measured itself."""
    script = CHECKOUT / "benchmarks/make_corpus.py"
    cost([sys.executable, script, str(size), bench.commons, "--seed", str(seed)], bench.site.parent)


def check_steps(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """What it takes to start, and to check without a memory and with one."""
    yield "start", _python(bench, START)
    yield "import", _python(bench, IMPORT)
    yield "check", _check(bench, {MEMORY: ""})
    shutil.rmtree(bench.memory, ignore_errors=True)
    yield "check, first", _check_again(bench)
    yield "check, again", _check_again(bench)
    changes: tuple[tuple[str, Callable[[Bench], None]], ...] = (
        ("entry", change_entry),
        ("work", change_work),
        ("term", add_term),
    )
    for name, change in changes:
        change(bench)
        yield f"check, 1 {name}", _check_again(bench)


def build_steps(bench: Bench) -> Iterator[tuple[str, Cost]]:
    """Build in an empty folder, then change a word and build in the full one."""
    shutil.rmtree(bench.site, ignore_errors=True)
    bench.site.mkdir()
    yield "build", _build(bench)
    change_entry(bench)
    yield "rebuild", _build(bench)


def change_entry(bench: Bench) -> None:
    """Change one word of one case study, or change it back."""
    _turn(min((bench.commons / "case_studies").glob("*.yaml")), "body: |\n  ", "Again. ")


def change_work(bench: Bench) -> None:
    """Change a field of the work in the middle of the library, or change it back.

    It is cited as often as most are; the first ones are cited nearly everywhere.
    """
    library = bench.commons / "references.bib"
    front = "  keywords = {"
    _turn(library, front, "again, ", start=library.stat().st_size // 2)


def add_term(bench: Bench) -> None:
    """Add a term to the themes, or take it away."""
    _turn(bench.commons / THEMES, "terms:\n", TERM)


def _turn(path: Path, front: str, word: str, start: int = 0) -> None:
    """Behind the first ``front`` from ``start``, add a word, or take it away if it is there."""
    text = path.read_text("utf-8")
    place = text.index(front, start) + len(front)
    rest = text[place:]
    rest = rest.removeprefix(word) if rest.startswith(word) else word + rest
    path.write_text(text[:place] + rest, "utf-8", newline="\n")


def _python(bench: Bench, code: str) -> Cost:
    return cost([sys.executable, "-c", code], bench.commons.parent, SETTINGS)


def _check(bench: Bench, settings: Mapping[str, str]) -> Cost:
    command: list[str | Path] = [sys.executable, "-c", CHECK, SCRIPTS, bench.commons]
    return cost(command, bench.commons.parent, {**SETTINGS, **settings})


def _check_again(bench: Bench) -> Cost:
    return _check(bench, {MEMORY: str(bench.memory)})


def _build(bench: Bench) -> Cost:
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["-f", bench.commons / "mkdocs.yml", "-d", bench.site]
    return cost(command, bench.commons.parent, SETTINGS)
