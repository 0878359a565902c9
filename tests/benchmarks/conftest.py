"""The parts of the benchmarks, which find each other in their own folder."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """The import of one part by its name."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return import_module
