"""The worst files take neither long nor much memory.

Each is as large as an entry may be. Libraries may be larger: what they cost grows with them and
not faster, so they are checked at a size at which a second must do.
"""

import json
import subprocess
import sys

import pytest
from tests.hostile.bombs import entry_bombs
from tests.hostile.seeds import ROOT

from evidence_commons.load.bibtex import MOST_RECORDS
from evidence_commons.load.files import ENTRY_BYTES

MOST_MEGABYTES = 200
LIBRARY = 150_000

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="Other systems count and bound memory in other ways."
)


def exploded(*size: str) -> list[tuple[str, float, str, int]]:
    """Name, seconds, what is wrong, and the peak of memory up to it, of each bomb."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.explode", *size],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [tuple(json.loads(line)) for line in run.stdout.splitlines()]


@linux
@pytest.mark.parametrize("size", [(), (str(LIBRARY),)], ids=["entries", "libraries"])
def test_the_worst_files_are_safe_to_check(size: tuple[str, ...]) -> None:
    told = exploded(*size)
    assert len(told) > 60
    assert [(name, wrong) for name, _, wrong, _ in told if wrong] == []
    assert [(name, peak) for name, _, _, peak in told if peak > MOST_MEGABYTES] == []


def test_the_bombs_are_as_large_as_an_entry_may_be() -> None:
    sizes = [len(content) for _, _, content in entry_bombs()]
    assert max(sizes) <= ENTRY_BYTES
    assert sum(size > ENTRY_BYTES * 0.85 for size in sizes) > 0.8 * len(sizes)
    assert MOST_RECORDS > 10_000
