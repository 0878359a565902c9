"""Whether a commons stays safe to check, whatever stands in one of its files."""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tests.hostile.bounded import bounded
from tests.hostile.census import lost
from tests.hostile.mutate import Mutant
from tests.hostile.seeds import INVENTED, Seed

from evidence_commons.check.run import rulebook
from evidence_commons.diagnostics import Diagnostic, Location
from evidence_commons.load.collection import load_collection
from evidence_commons.load.files import read_files
from evidence_commons.model.collection import Collection
from evidence_commons.model.text import Date
from evidence_commons.pipeline import examined
from evidence_commons.report.text import text_report, visible

MOST_SECONDS = 1.0
"""Checking a file takes no more of the processor. A bound for safety, far from what is usual."""

TODAY = Date("2030-01-01")
LONGEST_MESSAGE = 400
GENERIC = "From here on we cannot read this file."


def slowness() -> float:
    """How many times as long this machine takes, right now, as the one that the bound is for.

    That one did this piece of work in 24 thousandths of a second. One that is faster counts as it.
    """
    begun = time.process_time()
    for number in range(300_000):
        len(str(number))
    return max(1.0, (time.process_time() - begun) / 0.024)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one file.

    ``wrong`` says what must never be, "" if all is well. ``findings`` are those that the sound
    file does not give.
    """

    seconds: float
    wrong: str
    findings: tuple[Diagnostic, ...] = ()

    @property
    def generic(self) -> bool:
        """Whether the person hears no more than that the file cannot be read."""
        return any(GENERIC in one.message for one in self.findings)


class Judge:
    """Checks files, one at a time, each amid the made-up commons. It needs an empty folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._usual: dict[Seed, frozenset[tuple[str, str]]] = {}

    def verdict(self, mutant: Mutant) -> Verdict:
        """Check one damaged file, by the time of the processor."""
        usual = self._usual_findings(mutant.seed)
        begun = time.process_time()
        try:
            with bounded(20 * MOST_SECONDS):
                read, findings = self._checked(mutant.seed, mutant.content)
            seconds = time.process_time() - begun
            wrong = next(self._malformed(mutant, read, findings), "")
        except Exception:
            return Verdict(time.process_time() - begun, traceback.format_exc())
        if seconds > MOST_SECONDS:
            seconds = min(seconds, self._seconds(mutant)) / slowness()
            long = f"Checking it takes {seconds:.1f} seconds."
            wrong = wrong or (long if seconds > MOST_SECONDS else "")
        new = tuple(one for one in findings if (one.rule, one.message) not in usual)
        return Verdict(seconds, wrong, new)

    def _seconds(self, mutant: Mutant) -> float:
        """How long it takes when it is checked once more."""
        begun = time.process_time()
        self._checked(mutant.seed, mutant.content)
        return time.process_time() - begun

    def _usual_findings(self, seed: Seed) -> frozenset[tuple[str, str]]:
        if seed not in self._usual:
            _, findings = self._checked(seed, seed.text.encode())
            self._usual[seed] = frozenset((one.rule, one.message) for one in findings)
        return self._usual[seed]

    def _checked(self, seed: Seed, content: bytes) -> tuple[Collection, tuple[Diagnostic, ...]]:
        """What is read of a file, and what is told when it is checked."""
        path = self._folder / seed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        try:
            read = load_collection(read_files(self._folder))
        finally:
            path.unlink()
        return read, examined(self._amid(seed, read), TODAY)[1]

    def _amid(self, seed: Seed, read: Collection) -> Collection:
        """What was read of one file, amid what its kind needs of the made-up commons."""
        if seed.kind == "library":
            return read
        around = self._around
        read = replace(read, references=around.references)
        if seed.kind == "prose":
            return read
        read = replace(read, vocabularies=(*around.vocabularies, *read.vocabularies))
        if seed.kind == "case study":
            return replace(read, questions=around.questions, metrics=around.metrics)
        return read

    @cached_property
    def _around(self) -> Collection:
        return load_collection(read_files(INVENTED))

    @cached_property
    def _rules(self) -> frozenset[str]:
        return frozenset(rule.code for rule in rulebook())

    def _malformed(
        self, mutant: Mutant, read: Collection, findings: tuple[Diagnostic, ...]
    ) -> Iterator[str]:
        text = mutant.content.decode("utf-8-sig", "replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        here = [one for one in findings if one.location.path == mutant.seed.path]
        for one in here:
            if why := self._why_malformed(one, lines):
                yield f"{why}: {one}"
        if mutant.seed.kind == "library":
            yield from lost(text, read.references, here)

        def excerpt(at: Location) -> str | None:
            return lines[at.line - 1] if at.line <= len(lines) else None

        report = text_report(here, excerpt)
        if visible(report.replace("\n", "")) != report.replace("\n", ""):
            yield "The report holds signs that act on a terminal."

    def _why_malformed(self, one: Diagnostic, lines: list[str]) -> str:
        at = one.location
        line = lines[at.line - 1] if 1 <= at.line <= len(lines) else ""
        rest = max(1, len(line) - at.column + 1)
        wants = {
            "There is no such rule": one.rule in self._rules,
            "There is no such line": 1 <= at.line <= len(lines) + 1,
            "There is no such column": 1 <= at.column <= len(line) + 1,
            "The line is not so long": 1 <= at.width <= rest,
            "The message says nothing": bool(one.message.strip()),
            "The message is too long": len(one.message) <= LONGEST_MESSAGE,
            "The help is too long": len(one.help) <= LONGEST_MESSAGE,
        }
        return next((what for what, given in wants.items() if not given), "")
