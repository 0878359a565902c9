"""Figures to a table, with what follows from them: growth, ratios, shares of a page."""

import json
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import log

from measure import Cost, Output

ABSENT = "-"
MADE = ("ms/page", "pages", "files", "MB", "kB/page", "written")

UNTOLD = "This system does not tell CPU seconds and memory of other processes: only wall seconds."


@dataclass(frozen=True, slots=True)
class Figures:
    """One step at one size: what it cost, and what it left behind if it builds.

    ``refused`` says how many entries another program did not accept, ``written`` how many files
    of a site were written, and ``by`` which other program it is, if one is.
    """

    size: int
    step: str
    cost: Cost
    output: Output | None = None
    refused: int | None = None
    written: int | None = None
    by: str = ""

    @property
    def name(self) -> str:
        """The step, with who takes it where that is not us."""
        return f"{self.by}: {self.step}" if self.by else self.step


@dataclass(frozen=True, slots=True)
class Beside:
    """What a table counts, and the steps that all others are held against.

    ``of`` is what there are so many of, ``start`` the step that is a part of all others, ``base``
    the one of which the others take so many times as long.
    """

    of: str = "case studies"
    start: str = "start"
    base: str = "check"


ENTRIES = Beside()


def table(figures: Sequence[Figures], beside: Beside = ENTRIES) -> str:
    """All figures, one row each, in columns."""
    head = (beside.of, "step", "CPU s", f"over {beside.start}", "wall s", "peak MB", "growth")
    columns = (*head, f"x {beside.base}", *MADE)
    rows = [columns, *(_row(one, figures, beside) for one in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(columns))]
    return "\n".join(_line(row, widths) for row in rows)


def as_json(figures: Iterable[Figures], repeat: int, seed: int) -> str:
    """Every figure, for programs, with how it was measured."""
    written = {
        "python": platform.python_version(),
        "system": platform.system(),
        "repeat": repeat,
        "seed": seed,
        "figures": [asdict(one) for one in figures],
    }
    return json.dumps(written, indent=2) + "\n"


def accepted(figures: Iterable[Figures]) -> Iterator[str]:
    """How many of the entries each of the other programs accepted."""
    for one in figures:
        if one.refused is not None:
            sound = max(0, one.size - one.refused)
            yield f"{one.by} accepted {sound:,} of {one.size:,} entries."


def growth(small: Figures, large: Figures) -> float | None:
    """The exponent by which CPU seconds grow: 1 is in step with the size, 2 with its square."""
    if not small.cost.cpu or not large.cost.cpu:
        return None
    return log(large.cost.cpu / small.cost.cpu) / log(large.size / small.size)


def over(one: Figures, start: Figures) -> float | None:
    """The CPU seconds over those that Python takes to start."""
    if one.cost.cpu is None or start.cost.cpu is None:
        return None
    return one.cost.cpu - start.cost.cpu


def ratio(one: Figures, other: Figures) -> float | None:
    """How many times the CPU seconds of the other."""
    if one.cost.cpu is None or not other.cost.cpu:
        return None
    return one.cost.cpu / other.cost.cpu


def _row(one: Figures, figures: Iterable[Figures], against: Beside) -> tuple[str, ...]:
    alike = [other for other in figures if other.name == one.name and other.size < one.size]
    beside = {other.name: other for other in figures if other.size == one.size}
    start, base = beside.get(against.start, one), beside.get(against.base, one)
    cost = one.cost
    return (
        f"{one.size:,}",
        one.name,
        _number(cost.cpu, 2),
        _number(over(one, start) if start is not one else None, 2),
        _number(cost.wall, 2),
        _number(cost.peak, 0, 1e6),
        _number(growth(alike[-1], one) if alike else None, 2),
        _number(ratio(one, base) if base is not one else None, 1),
        *_made(cost, one.output),
        _number(one.written),
    )


def _made(cost: Cost, output: Output | None) -> tuple[str, ...]:
    """What a build left behind, and what each page took."""
    if output is None:
        return (ABSENT,) * 5
    return (
        _number(cost.cpu and cost.cpu / output.pages, 2, 1e-3),
        _number(output.pages),
        _number(output.files),
        _number(output.bytes, 1, 1e6),
        _number(output.page_bytes / output.pages, 1, 1e3),
    )


def _number(value: float | None, places: int = 0, unit: float = 1) -> str:
    return ABSENT if value is None else f"{value / unit:,.{places}f}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """The step is a word and stands left; all else are numbers."""
    cells = zip(row, widths, strict=True)
    return "  ".join(
        cell.ljust(width) if place == 1 else cell.rjust(width)
        for place, (cell, width) in enumerate(cells)
    ).rstrip()
