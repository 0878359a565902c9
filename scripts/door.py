"""What every door in this folder shares: how it runs other programs, and how it ends.

Exit codes: 0 all well, 1 something was found or failed, 2 wrong usage, 3 a fault of ours.
"""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is to hear this, not a traceback
    print(
        "This project needs Python 3.11 or newer, and this is Python "
        f"{sys.version_info[0]}.{sys.version_info[1]}. Install a newer Python, then run the same "
        f"command with it, for example: python3.12 {sys.argv[0]}",
        file=sys.stderr,
    )
    sys.exit(2)

OK, FINDINGS, WRONG_USAGE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130


def keep(main: Callable[[], int]) -> NoReturn:
    """Run a door and exit as it says; Ctrl-C is quiet, and no traceback is shown to anyone."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A character that the terminal cannot show must not end the run.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (`… | head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINDINGS
    except Exception:
        code = _report_our_fault()
    sys.exit(code)


def run(command: Sequence[str | Path], cwd: Path | None = None) -> int:
    """Run a program to its end and return its exit code, as a shell would tell it."""
    with started(command, cwd=cwd) as process:
        process.wait()
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


@contextmanager
def started(command: Sequence[str | Path], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Start a program that never outlives us.

    Ctrl-C reaches it by itself, and it is given the time to tidy up; a request to terminate is
    handed on.
    """
    with subprocess.Popen(command, text=True, **options) as process:

        def hand_on(number: int, _frame: object) -> NoReturn:
            process.terminate()
            sys.exit(128 + number)

        previous = signal.signal(signal.SIGTERM, hand_on)
        try:
            yield process
        except KeyboardInterrupt:
            process.wait()
            raise
        finally:
            signal.signal(signal.SIGTERM, previous)


def say(text: str) -> None:
    """Tell the person something that is not the result itself."""
    print(text, file=sys.stderr, flush=True)


def colours() -> bool:
    """Whether the person wants colours and the terminal can show them."""
    # The old Windows console prints the codes themselves; Windows Terminal names itself.
    able = os.environ.get("TERM") != "dumb" and (os.name != "nt" or "WT_SESSION" in os.environ)
    return able and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _report_our_fault() -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w",
        prefix="evidence-commons-fault-",
        suffix=".txt",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as file:
        traceback.print_exc(file=file)
    say(f"This is a fault of ours, not of your files: please report it, with what {file.name} says")
    return OUR_FAULT
