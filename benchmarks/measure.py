"""Measure whole processes, from the outside."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from checkout import CHECKOUT, SCRIPTS, door

SHOWN = 20
"""Of a process that failed, so many of its last lines are told."""

CHECK = "import sys; sys.path.insert(0, sys.argv[1]); import check, pathlib; " + (
    "sys.exit(check.check(pathlib.Path(sys.argv[2])))"
)
"""What scripts/check.py does once it is in its environment."""

SETTINGS = {
    "SITE_URL": "https://example.org/",
    "REPO_URL": "https://example.org/commons",
    "PYTHONUTF8": "1",
    # Both speak of a MkDocs 2 that this project does not use.
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


class FailedError(Exception):
    """A process that was to be measured did not do its work."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took. CPU and memory are None where the system does not tell them."""

    wall: float
    cpu: float | None
    peak: float | None


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left behind: how many pages and files, and their bytes."""

    pages: int
    page_bytes: int
    files: int
    bytes: int


def make_commons(size: int, seed: int, place: Path) -> None:
    """Make a commons to measure with; this is not measured itself."""
    script = CHECKOUT / "benchmarks/make_corpus.py"
    cost([sys.executable, script, str(size), place, "--seed", str(seed)], place.parent)


def check(commons: Path) -> Cost:
    """Check a commons."""
    return cost([sys.executable, "-c", CHECK, SCRIPTS, commons], commons.parent)


def build(commons: Path, site: Path) -> Cost:
    """Build a commons in a folder, strictly."""
    host = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    return cost([*host, "-f", commons / "mkdocs.yml", "-d", site], commons.parent)


def build_afresh(commons: Path, site: Path) -> Cost:
    """Build in an empty folder."""
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    return build(commons, site)


def build_again(commons: Path, site: Path) -> Cost:
    """Change one word of one case study, and build in the same folder."""
    first = min((commons / "case_studies").glob("*.yaml"))
    text = first.read_text("utf-8").replace("body: |\n  ", "body: |\n  Again. ", 1)
    first.write_text(text, "utf-8", newline="\n")
    return build(commons, site)


def cost(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a process to its end; what it prints goes to a file in ``folder``.

    Raises:
        FailedError: it failed; the message holds the last that it said.
    """
    log = folder / "printed.txt"
    with log.open("wb") as printed:
        streams = {"stdout": printed, "stderr": subprocess.STDOUT}
        start = time.perf_counter()
        with door.started(command, env={**os.environ, **SETTINGS}, **streams) as process:
            cpu, peak = _reaped(process)
        wall = time.perf_counter() - start
    if process.returncode:
        last = log.read_text("utf-8", "replace").splitlines()[-SHOWN:]
        raise FailedError("\n".join([f"This failed: {' '.join(map(str, command))}", *last]))
    return Cost(wall, cpu, peak)


if sys.platform == "win32":

    def _reaped(process: subprocess.Popen[str]) -> tuple[float | None, float | None]:
        process.wait()
        return None, None
else:

    def _reaped(process: subprocess.Popen[str]) -> tuple[float | None, float | None]:
        """The seconds and the bytes that a process and all that it waited for took."""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        unit = 1 if sys.platform == "darwin" else 1024
        return used.ru_utime + used.ru_stime, float(used.ru_maxrss * unit)


def output(site: Path) -> Output:
    """Count what stands in a site."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [size for path, size in sizes.items() if path.suffix == ".html"]
    return Output(len(pages), sum(pages), len(sizes), sum(sizes.values()))


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure on its own."""
    every = list(costs)
    cpu = [one.cpu for one in every if one.cpu is not None]
    peak = [one.peak for one in every if one.peak is not None]
    return Cost(
        median(one.wall for one in every),
        median(cpu) if cpu else None,
        median(peak) if peak else None,
    )
