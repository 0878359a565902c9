"""Figures: what a process cost, and what follows from it."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def measure(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return import_module("measure")


@pytest.fixture
def table(measure: ModuleType) -> ModuleType:
    return import_module("table")


def test_a_process_that_fails_is_told_with_its_last_words(
    measure: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(measure.FailedError, match="no such luck"):
        measure.cost([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path)


def test_a_process_that_works_has_a_cost(measure: ModuleType, tmp_path: Path) -> None:
    cost = measure.cost([sys.executable, "-c", "print(1)"], tmp_path)
    assert cost.wall > 0
    assert (cost.cpu is None) == (sys.platform == "win32")


def test_pages_and_files_are_counted(measure: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(b"1234")
    (tmp_path / "style.css").write_bytes(b"12")
    assert measure.output(tmp_path) == measure.Output(pages=1, page_bytes=4, files=2, bytes=6)


def test_the_middle_of_each_figure_is_taken(measure: ModuleType) -> None:
    costs = [measure.Cost(1, 9, None), measure.Cost(3, 5, None), measure.Cost(2, 7, None)]
    assert measure.middle(costs) == measure.Cost(2, 7, None)


def test_growth_with_the_square_is_2(measure: ModuleType, table: ModuleType) -> None:
    small = table.Figures(10, "build", measure.Cost(1, 1, None))
    large = table.Figures(100, "build", measure.Cost(1, 100, None))
    assert table.growth(small, large) == pytest.approx(2)


def test_what_was_not_measured_is_a_dash(measure: ModuleType, table: ModuleType) -> None:
    figures = [table.Figures(size, "check", measure.Cost(1, None, None)) for size in (1, 1000)]
    last = table.table(figures).splitlines()[-1].split()
    assert last == ["1,000", "check", "-", "-", "1.00", *["-"] * 9]


def test_what_is_over_the_start_of_python_is_told(measure: ModuleType, table: ModuleType) -> None:
    figures = [
        table.Figures(10, step, measure.Cost(cpu, cpu, None))
        for step, cpu in (("start", 0.25), ("check", 1.5))
    ]
    assert table.table(figures).splitlines()[-1].split()[2:4] == ["1.50", "1.25"]


def test_how_many_entries_others_accepted_is_told(measure: ModuleType, table: ModuleType) -> None:
    cost = measure.Cost(1, 1, None)
    figures = [
        table.Figures(1000, "check", cost),
        table.Figures(1000, "check", cost, refused=3, by="x"),
    ]
    assert list(table.accepted(figures)) == ["x accepted 997 of 1,000 entries."]


def test_a_process_that_is_not_judged_may_fail(measure: ModuleType, tmp_path: Path) -> None:
    cost = measure.cost([sys.executable, "-c", "raise SystemExit(1)"], tmp_path, judged=False)
    assert cost.wall > 0


def test_processes_that_ran_in_turn_take_as_long_as_all_of_them(measure: ModuleType) -> None:
    costs = [measure.Cost(1, 2, 300), measure.Cost(4, 5, 100)]
    assert measure.together(costs) == measure.Cost(5, 7, 300)


def test_another_program_is_named_in_the_table(measure: ModuleType, table: ModuleType) -> None:
    figures = [table.Figures(9, "build", measure.Cost(1, 1, None), by=by) for by in ("", "Other")]
    told = [line.split("  ") for line in table.table(figures).splitlines()[1:]]
    assert [[cell.strip() for cell in row if cell][1] for row in told] == ["build", "Other: build"]
