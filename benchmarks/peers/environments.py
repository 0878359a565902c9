"""An environment of its own for each program, made on first use from its list of packages."""

import subprocess
import sys
import venv
from pathlib import Path

from checkout import door
from measure import FailedError

HERE = Path(__file__).parent
MADE = HERE.parent / ".peers"
"""What is made here may be deleted at any time."""

LIST = "requirements.txt"


def environment(name: str) -> Path:
    """The folder of programs of an environment with what a peer's list names.

    Raises:
        FailedError: the packages could not be had.
    """
    place, wanted = MADE / name, HERE / name / LIST
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    stamp = place / LIST
    if not stamp.is_file() or stamp.read_bytes() != wanted.read_bytes():
        door.say(f"Setting up {name}…")
        venv.create(place, clear=True, with_pip=True)
        _install(programs / "python", wanted)
        stamp.write_bytes(wanted.read_bytes())  # last, so that what was interrupted is made anew
    return programs


def _install(python: Path, wanted: Path) -> None:
    command: list[str | Path] = [
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "--quiet",
    ]
    done = subprocess.run(
        [*command, "install", "--requirement", wanted], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FailedError(f"{wanted.parent.name} could not be installed:\n{done.stderr.strip()}")
