"""What people who wait are told: nothing of short work, and of long work how long it takes."""

import io
from itertools import pairwise

import pytest

from mkdocs_evidence_commons.progress import Progress


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def said(total: int, seconds: float, out: io.StringIO) -> str:
    """What is said of work on so many pages, each of which takes so long."""
    now = 100.0
    progress = Progress(out, lambda: now)
    for done in range(1, total + 1):
        now += seconds
        progress.tell(done, total)
    return out.getvalue()


@pytest.mark.parametrize("out", [io.StringIO(), Terminal()], ids=["log", "terminal"])
def test_of_two_seconds_nobody_hears(out: io.StringIO) -> None:
    assert said(100, 0.0199, out) == ""


def test_a_log_gets_a_line_every_tenth_with_the_time_that_is_left() -> None:
    assert said(20_000, 0.002, io.StringIO()).splitlines() == [
        "Pages made: 2,000 of 20,000, about 36 s left",
        "Pages made: 4,000 of 20,000, about 32 s left",
        "Pages made: 6,000 of 20,000, about 28 s left",
        "Pages made: 8,000 of 20,000, about 24 s left",
        "Pages made: 10,000 of 20,000, about 20 s left",
        "Pages made: 12,000 of 20,000, about 16 s left",
        "Pages made: 14,000 of 20,000, about 12 s left",
        "Pages made: 16,000 of 20,000, about 8 s left",
        "Pages made: 18,000 of 20,000, about 4 s left",
        "Pages made: 20,000 of 20,000",
    ]


def test_a_terminal_shows_one_line_that_is_written_over() -> None:
    lines = said(400, 1, Terminal()).split("\r")
    assert lines[0] == ""
    assert lines[1:3] == [
        "Pages made: 4 of 400, about 7 min left",
        "Pages made: 8 of 400, about 7 min left",
    ]
    # Nothing is left standing of a longer line before.
    for before, one in pairwise(lines[1:]):
        assert len(one) >= len(before.rstrip())
    assert lines[-1].rstrip(" \n") == "Pages made: 400 of 400"
    assert lines[-1].endswith("\n")
