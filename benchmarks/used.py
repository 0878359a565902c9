"""What a process that still runs has used so far, with all that it started. Linux tells it."""

import os
from pathlib import Path

PROCESSES = Path("/proc")


def used(session: int) -> tuple[float | None, float | None]:
    """CPU seconds of all processes of a session, and the most bytes that one of them held."""
    if not (PROCESSES / "self/stat").exists():
        return None, None
    tick = os.sysconf("SC_CLK_TCK")
    seconds, peak = 0.0, 0.0
    for folder in PROCESSES.glob("[0-9]*"):
        try:
            # The name of the program stands in brackets, and can hold anything.
            fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            seconds += sum(map(int, fields[11:15])) / tick
            peak = max(peak, _peak((folder / "status").read_text("utf-8", "replace")))
        except (FileNotFoundError, ProcessLookupError):  # it has ended since
            continue
    return seconds, peak


def _peak(status: str) -> float:
    lines = (line.split() for line in status.splitlines())
    return next((float(words[1]) * 1024 for words in lines if words[0] == "VmHWM:"), 0.0)
