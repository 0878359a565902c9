"""The checkout's own Python environment, `.venv`: made on first use, made anew when out of date.

Every door calls ``enter()`` after reading its arguments and before it imports the library.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import door
from turns import one_at_a_time

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = CHECKOUT / "requirements.lock"
# Written last, so that an interrupted set-up is seen as such and done again.
STAMP = VENV / "made-from.txt"

# What a failed step says on its way out, and what the person can do about it.
REMEDIES = (
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package is not the one that requirements.lock names, so it was not used. "
        "Try once more on another network; if it happens again, please report it.",
    ),
    (
        ("No space left", "Errno 28", "not enough space"),
        "The disk is full. Free about 1 GB, then run the same command again.",
    ),
    (
        ("Permission denied", "Access is denied", "PermissionError", "Read-only file system"),
        "The folder .venv cannot be changed. Close what uses it (in a terminal where it is "
        "active: type deactivate), see that this folder is yours, then run the same command again.",
    ),
    (
        ("subprocess-exited-with-error", "Failed building wheel", "Failed to build"),
        "One package has no ready-made form for this Python on this system. Run the same command "
        "with Python 3.11, 3.12, 3.13 or 3.14.",
    ),
    (
        ("Retrying (", "ConnectionError", "Timeout", "ProxyError", "SSLError", "No matching dist"),
        "The packages could not be downloaded. Check the connection to the internet (and the "
        "proxy, if there is one), then run the same command again.",
    ),
)


def enter() -> None:
    """Return when running inside an up-to-date `.venv`; otherwise make it, go on there, and exit.

    Exits with code 3 and a remedy when the environment cannot be made.
    """
    if _is_inside() and _is_current():
        return
    _make_if_needed()
    # Another project's settings must not reach into this environment.
    for name in ("PYTHONHOME", "PYTHONPATH"):
        os.environ.pop(name, None)
    os.environ["PYTHONUTF8"] = "1"
    try:
        code = door.run([PYTHON, *sys.argv])
    except OSError:
        STAMP.unlink()
        _give_up("The folder .venv was damaged. Run the same command again: it is made anew.")
    sys.exit(code)


def _is_inside() -> bool:
    return VENV.is_dir() and os.path.samefile(sys.prefix, VENV)


def _is_current() -> bool:
    whole = PYTHON.is_file() and (VENV / "pyvenv.cfg").is_file() and STAMP.is_file()
    return whole and STAMP.read_text("utf-8") == _fingerprint()


def _fingerprint() -> str:
    """Changes when the environment must be made anew: another lock, project, place or Python."""
    parts = (LOCK.read_text("utf-8"), _project(), str(CHECKOUT), str(PYTHON.resolve()))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _project() -> list[object]:
    """What is read when the project is installed, and the settings of the tools are not."""
    told = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return [told.get("build-system"), told.get("project"), told.get("tool", {}).get("hatch")]


def _make_if_needed() -> None:
    try:
        with one_at_a_time(CHECKOUT / ".venv.lock", "Another set-up is at work; waiting for it…"):
            if not _is_current():
                _make()
    except OSError as error:
        _give_up(_remedy(str(error)))


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _give_up(
            "This Python cannot make environments. On Debian and Ubuntu, install what is missing "
            "with: sudo apt install python3-venv"
        )
    occasion = "again" if VENV.exists() else "(first run, about a minute)"
    door.say(f"Setting up {occasion}…")
    STAMP.unlink(missing_ok=True)
    # pip comes in a step of its own, because venv would hide why that failed.
    _step(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
    _step(PYTHON, "-m", "ensurepip", "--default-pip", show=False)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install")
    _step(*pip, "--require-hashes", "--requirement", LOCK)
    _step(*pip, "--quiet", "--no-deps", "--no-build-isolation", "--editable", CHECKOUT)
    STAMP.write_text(_fingerprint(), "utf-8")
    door.say("Ready.")


def _step(*command: str | Path, show: bool = True) -> None:
    """Run one step and show its progress; its complaints too, unless ``show`` is off."""
    # All of it goes to stderr: what a door prints on stdout is its result alone.
    streams = {"stdout": sys.stderr, "stderr": subprocess.PIPE, "errors": "replace"}
    said = []
    with door.started(command, **streams) as process:
        for line in process.stderr or ():
            said.append(line)
            if show:
                sys.stderr.write(line)
    if process.returncode:
        _give_up(_remedy("".join(said)))


def _remedy(said: str) -> str:
    for signs, remedy in REMEDIES:
        if any(sign in said for sign in signs):
            return remedy
    reason = said.strip().rpartition("\n")[2].rstrip(".")
    return f"The reason given is: {reason}. Put that right, then run the same command again."


def _give_up(remedy: str) -> NoReturn:
    door.say(f"\nThe set-up did not succeed. {remedy}")
    sys.exit(door.OUR_FAULT)
