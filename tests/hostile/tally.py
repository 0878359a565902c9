"""What came of many inputs, in figures that can be added."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.hostile.judge import Judge, Verdict
from tests.hostile.mutate import mutant


@dataclass(frozen=True, slots=True)
class Tally:
    """How many inputs there were, how they fared, and the numbers of those to look at.

    ``findings`` counts the inputs that give any, ``generic`` lists those of them of which no more
    can be said than that they cannot be read; ``slowest`` is the time and number of one.
    """

    count: int = 0
    seconds: float = 0.0
    findings: int = 0
    generic: tuple[int, ...] = ()
    slowest: tuple[float, int] = (0.0, 0)
    wrong: tuple[tuple[int, str], ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.count + other.count,
            self.seconds + other.seconds,
            self.findings + other.findings,
            self.generic + other.generic,
            max(self.slowest, other.slowest),
            self.wrong + other.wrong,
        )

    def with_one(self, number: int, verdict: Verdict) -> "Tally":
        """This, and one input more."""
        one = Tally(1, verdict.seconds, bool(verdict.findings), slowest=(verdict.seconds, number))
        generic = (number,) if verdict.generic else ()
        wrong = ((number, verdict.wrong),) if verdict.wrong else ()
        return self + replace(one, generic=generic, wrong=wrong)


def tally(seed: int, numbers: Sequence[int], kind: str = "") -> Tally:
    """Check the inputs of a seed with these numbers; of one ``kind`` alone, if it is given."""
    judge, told = _judge(), Tally()
    for number in numbers:
        told = told.with_one(number, judge.verdict(mutant(seed, number, kind)))
    return told


@cache
def _judge() -> Judge:
    """One for each process, with a folder that goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="evidence-commons-hostile-")
    judge = Judge(Path(folder.name))
    _folders.append(folder)
    return judge


_folders: list[tempfile.TemporaryDirectory[str]] = []
