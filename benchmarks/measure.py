"""Measure whole processes, from the outside."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from checkout import door

SHOWN = 20
"""Of a process that failed, so many of its last lines are told."""

PRINTED = "printed.txt"
"""The file for what a process prints."""

Command = Sequence[str | Path]


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


def cost(
    command: Command,
    folder: Path,
    settings: Mapping[str, str] | None = None,
    judged: bool = True,
) -> Cost:
    """Run a process to its end in ``folder``; what it prints goes to a file there.

    Raises:
        FailedError: it failed, and is ``judged`` by that; the message holds the last that it said.
    """
    log = folder / PRINTED
    with log.open("wb") as printed:
        streams = {"stdout": printed, "stderr": subprocess.STDOUT, "cwd": folder}
        start = time.perf_counter()
        with door.started(command, env={**os.environ, **(settings or {})}, **streams) as process:
            cpu, peak = _reaped(process)
        wall = time.perf_counter() - start
    if process.returncode and judged:
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


def together(costs: Iterable[Cost]) -> Cost:
    """Of processes that ran in turn: their seconds in all, and the memory of the largest."""
    every = list(costs)
    cpu = [one.cpu for one in every if one.cpu is not None]
    peak = [one.peak for one in every if one.peak is not None]
    return Cost(
        sum(one.wall for one in every),
        sum(cpu) if cpu else None,
        max(peak) if peak else None,
    )


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
