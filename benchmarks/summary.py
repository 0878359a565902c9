"""The figures in a few tables of Markdown, one for each question that a reader asks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from building import OURS
from measure import FailedError
from table import ABSENT, Figures

HEADING = "## The figures"
BASE = "Hugo + Pagefind"
"""The program that all others are held against."""

LARGEST = 3
"""Growth is told over so many of the largest sizes, where starting up is a small part."""

Row = dict[int, Figures]
"""What one program took for one step, by the size."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a table tells: which figure, of which steps. Of many, each row names its step."""

    title: str
    steps: Sequence[str]
    figure: Callable[[Figures], float | None]
    is_time: bool = True


def _cpu(one: Figures) -> float | None:
    return one.cost.cpu


BUILDS = ("build", "build, again", "build, 1 entry", "build, 1 term")
QUESTIONS = (
    Question("CPU seconds to build from nothing", BUILDS[:1], _cpu),
    Question("CPU seconds to build again, with nothing changed", BUILDS[1:2], _cpu),
    Question("CPU seconds to build again, with one entry changed", BUILDS[2:3], _cpu),
    Question("CPU seconds to build again, with the label of a term changed", BUILDS[3:], _cpu),
    Question(
        "Seconds by the clock from saving an entry to the preview that shows it",
        ("preview, 1 entry",),
        lambda one: one.cost.wall,
    ),
    Question(
        "MB of memory to build from nothing, in the largest process",
        BUILDS[:1],
        lambda one: one.cost.peak and one.cost.peak / 1e6,
        is_time=False,
    ),
    Question("Files written", BUILDS, lambda one: one.written, is_time=False),
    Question(
        "CPU seconds to check",
        ("check", "check, again", "check, 1 entry", "check, 1 work", "check, 1 term"),
        _cpu,
    ),
)


def summary(figures: Sequence[Figures]) -> str:
    """Every table that there are figures for."""
    return "\n\n".join(
        "\n".join(_section(question, told))
        for question in QUESTIONS
        if (told := [one for one in figures if one.step in question.steps])
    )


def _section(question: Question, figures: Sequence[Figures]) -> Iterator[str]:
    """A table under its title, in a frame that moves sideways by keyboard as well."""
    yield from (f"### {question.title}", "")
    yield f'<section class="ec-scroll" tabindex="0" aria-label="{question.title}" markdown>'
    yield from ("", *_table(figures, question), "", "</section>")


def put(page: Path, tables: str) -> None:
    """Put the tables under their heading in a page, in the place of what stands there.

    Raises:
        FailedError: the page has no such heading.
    """
    front, heading, rest = page.read_text("utf-8").partition(f"\n{HEADING}\n")
    if not heading:
        raise FailedError(f"{page} has no heading “{HEADING}”, so no figures were put there.")
    _, following, behind = rest.partition("\n## ")
    text = f"{front}{heading}\n{tables}\n{following}{behind}"
    page.write_text(text, "utf-8", newline="\n")


def _table(figures: Sequence[Figures], question: Question) -> Iterator[str]:
    """A row for each program and step, a column for each size."""
    sizes = sorted({one.size for one in figures})
    beside = question.is_time and any(one.by == BASE for one in figures)
    ends = ["growth"] * question.is_time + [f"times {BASE}"] * beside
    yield _line(["case studies", *(f"{size:,}" for size in sizes), *ends])
    yield _line(["---", *["--:"] * (len(sizes) + len(ends))])
    rows: dict[tuple[str, str], Row] = {}
    for one in figures:
        rows.setdefault((one.step, one.by), {})[one.size] = one
    for (step, by), row in rows.items():
        name = f"{by or OURS}: {step}" if len(question.steps) > 1 else by or OURS
        cells = [name, *(_cell(row.get(size), question) for size in sizes)]
        if question.is_time:
            cells.append(_growth(row, question))
        if beside:
            cells.append(_times(row, rows.get((step, BASE), {}), question))
        yield _line(cells)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(one: Figures | None, question: Question) -> str:
    """Three digits of a time, and whole numbers of all else."""
    number = question.figure(one) if one else None
    if number is None:
        return ABSENT
    places = (number < 100) + (number < 10) if question.is_time else 0
    return f"{number:,.{places}f}"


def _growth(row: Row, question: Question) -> str:
    """The exponent between the ends of the largest sizes."""
    sizes = sorted(row)[-LARGEST:]
    small, large = question.figure(row[sizes[0]]), question.figure(row[sizes[-1]])
    if len(sizes) < 2 or not small or not large:
        return ABSENT
    return f"{log(large / small) / log(sizes[-1] / sizes[0]):.2f}"


def _times(row: Row, base: Row, question: Question) -> str:
    """How many times the base's, at the largest size that both have."""
    size = max(row.keys() & base.keys(), default=None)
    if size is None:
        return ABSENT
    one, other = question.figure(row[size]), question.figure(base[size])
    return f"{one / other:.2f}" if one is not None and other else ABSENT
