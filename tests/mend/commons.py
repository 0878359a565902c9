"""Mending a commons in a folder, as the door does, but on the spot."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.mend.rounds import Mended, mend
from evidence_commons.model.text import Date
from evidence_commons.pipeline import open_commons

TODAY = Date("2024-11-22")


def findings(commons: Path) -> tuple[Diagnostic, ...]:
    return open_commons(commons, TODAY).diagnostics


def mended(commons: Path) -> Mended:
    """Mends the files of a commons where they stand."""
    typed: dict[str, str] = {}

    def read(path: str) -> str:
        if path not in typed:
            typed[path] = (commons / path).read_bytes().decode()
        return typed[path]

    def look(texts: Mapping[str, str]) -> Sequence[Diagnostic]:
        for path, text in (typed | dict(texts)).items():
            (commons / path).write_bytes(text.encode())
        return findings(commons)

    done = mend(read, look, lambda one: True)
    look(done.texts)
    return done
