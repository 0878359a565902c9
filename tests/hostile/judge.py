"""Whether a commons stays safe to check, whatever stands in one of its files."""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from evidence_commons.check.run import check, rulebook
from evidence_commons.diagnostics import Diagnostic, Location
from evidence_commons.link.join import join
from evidence_commons.load.collection import load_collection
from evidence_commons.load.files import read_files
from evidence_commons.model.collection import Collection
from evidence_commons.report.text import text_report, visible
from tests.hostile.mutate import Mutant
from tests.hostile.seeds import INVENTED, Seed

MOST_SECONDS = 1.0
"""Checking a file takes no more of the processor. A bound for safety, far from what is usual."""

LONGEST_MESSAGE = 400
GENERIC = "From here on we cannot read this file."


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
            findings = self._findings(mutant.seed, mutant.content)
            seconds = time.process_time() - begun
            wrong = next(self._malformed(mutant, findings), "")
        except Exception:
            return Verdict(time.process_time() - begun, traceback.format_exc())
        if seconds > MOST_SECONDS:
            wrong = wrong or f"Checking it takes {seconds:.1f} seconds."
        new = tuple(one for one in findings if (one.rule, one.message) not in usual)
        return Verdict(seconds, wrong, new)

    def _usual_findings(self, seed: Seed) -> frozenset[tuple[str, str]]:
        if seed not in self._usual:
            findings = self._findings(seed, seed.text.encode())
            self._usual[seed] = frozenset((one.rule, one.message) for one in findings)
        return self._usual[seed]

    def _findings(self, seed: Seed, content: bytes) -> tuple[Diagnostic, ...]:
        path = self._folder / seed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        try:
            read = load_collection(read_files(self._folder))
        finally:
            path.unlink()
        return check(join(self._amid(seed, read)))

    def _amid(self, seed: Seed, read: Collection) -> Collection:
        """What was read of one file, amid all that the entries of the made-up commons need."""
        library = seed.kind == "library"
        return replace(
            self._around,
            case_studies=read.case_studies,
            questions=read.questions or self._around.questions,
            metrics=read.metrics or self._around.metrics,
            vocabularies=(*self._around.vocabularies, *read.vocabularies),
            references=read.references if library else self._around.references,
            prose_pages=read.prose_pages,
            faults=read.faults,
            unreadable=read.unreadable,
        )

    @cached_property
    def _around(self) -> Collection:
        return replace(load_collection(read_files(INVENTED)), home=None)

    @cached_property
    def _rules(self) -> frozenset[str]:
        return frozenset(rule.code for rule in rulebook())

    def _malformed(self, mutant: Mutant, findings: tuple[Diagnostic, ...]) -> Iterator[str]:
        text = mutant.content.decode("utf-8-sig", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        here = [one for one in findings if one.location.path == mutant.seed.path]
        for one in here:
            if why := self._why_malformed(one, lines):
                yield f"{why}: {one}"

        def excerpt(at: Location) -> str | None:
            return lines[at.line - 1] if at.line <= len(lines) else None

        report = text_report(here, excerpt)
        if visible(report.replace("\n", "")) != report.replace("\n", ""):
            yield "The report holds signs that act on a terminal."

    def _why_malformed(self, one: Diagnostic, lines: list[str]) -> str:
        at = one.location
        if one.rule not in self._rules:
            return "There is no such rule"
        if not 1 <= at.line <= len(lines) + 1:
            return "There is no such line"
        line = lines[at.line - 1] if at.line <= len(lines) else ""
        if not (1 <= at.column <= len(line) + 1 and at.width >= 1):
            return "There is no such column"
        if at.width > max(1, len(line) - at.column + 1):
            return "The underlined stretch is longer than the line"
        if not one.message.strip() or len(one.message) > LONGEST_MESSAGE:
            return "The message is empty or too long"
        if len(one.help) > LONGEST_MESSAGE:
            return "The help is too long"
        return ""
