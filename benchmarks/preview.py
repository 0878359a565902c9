"""How long it takes until a change is seen in a preview, from the save to the page over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from edits import Edited
from measure import PRINTED, SHOWN, Command, Cost, FailedError, cost
from used import used

LOOK, SETTLE, PATIENCE = 0.05, 2.0, 3600.0
"""Seconds between two looks at a page, for a server to come to rest, and until it is given up."""


@dataclass(frozen=True, slots=True)
class Server:
    """A program that shows a site, and what a person runs before it and after each change."""

    command: Command
    before: Sequence[Command] = ()
    after_change: Sequence[Command] = ()


def shown(
    server: Callable[[int], Server],
    edit: Callable[[], Edited],
    folder: Path,
    settings: Mapping[str, str],
) -> Cost:
    """Start a server on a free port, edit, and wait until the page shows it.

    Raises:
        FailedError: the server ended, or never showed it.
    """
    port = _free_port()
    made = server(port)
    for command in made.before:
        cost(command, folder, settings)
    with _running(made.command, folder, settings) as process:
        _wait(process, folder, lambda: _page(port, "") is not None)
        time.sleep(SETTLE)
        cpu, _ = used(process.pid)
        start = time.perf_counter()
        edited = edit()
        others = [cost(command, folder, settings) for command in made.after_change]

        def is_shown() -> bool:
            page = _page(port, edited.page)
            return page is not None and edited.is_shown_on(page)

        _wait(process, folder, is_shown)
        wall = time.perf_counter() - start
        after, peak = used(process.pid)
    apart = [one.cpu for one in others if one.cpu is not None]
    spent = after - cpu + sum(apart) if cpu is not None and after is not None else None
    return Cost(wall, spent, peak)


@contextmanager
def _running(
    command: Command, folder: Path, settings: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that goes, with all that it started, when we go."""
    with (folder / PRINTED).open("wb") as printed:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **settings},
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.terminate()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait(process: subprocess.Popen[bytes], folder: Path, is_so: Callable[[], bool]) -> None:
    last = time.monotonic() + PATIENCE
    while not is_so():
        if process.poll() is not None or time.monotonic() > last:
            said = (folder / PRINTED).read_text("utf-8", "replace").splitlines()[-SHOWN:]
            raise FailedError("\n".join(["A preview did not show the page:", *said]))
        time.sleep(LOOK)


def _page(port: int, address: str) -> str | None:
    """A page as the server gives it; None when it does not, or not yet."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", f"/{address}")
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        return text if answer.status == 200 else None
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
