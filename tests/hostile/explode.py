"""Checks the worst files, one after the other, and prints what that costs, as lines of JSON.

A process of its own, so that its memory is what they take, and can be bounded.
"""

import json
import resource
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.hostile.bombs import KINDS, Bomb, entry_bombs, library_bombs
from tests.hostile.judge import Judge
from tests.hostile.mutate import Mutant
from tests.hostile.seeds import Seed

ADDRESSES = 2 * 1024**3
"""The process can have no more, so that a test that fails does not take the machine along."""


def main() -> None:
    """Check the bombs for entries, or, with a size, those for libraries."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    explode(library_bombs(int(sys.argv[1])) if sys.argv[1:] else entry_bombs())


def explode(bombs: Iterable[Bomb]) -> None:
    """Check each, and print its name, its seconds, what is wrong, and the peak so far in MB."""
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        for name, path, content in bombs:
            verdict = judge.verdict(Mutant(Seed(KINDS[path], path, ""), content))
            print(json.dumps([name, verdict.seconds, verdict.wrong, peak()]))


def peak() -> int:
    """The most memory that this process has held, in MB.

    What Linux tells of its resources counts the process that began it too, until it became this.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        held = next(line for line in status.read_text("ascii").splitlines() if "VmHWM" in line)
        return int(held.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
