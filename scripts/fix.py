"""Mending files by what findings say to type: written, or only shown as a diff.

All is tried in a copy first. A file is replaced at once and whole, or not at all; no link is
followed, and nothing outside the commons is touched.
"""

import difflib
import os
import re
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import door
from history import PARTS

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic
    from evidence_commons.mend.rounds import Mended

Find = Callable[[Path], "Sequence[Diagnostic]"]
"""Gives all findings of the commons in a folder."""

May = Callable[["Diagnostic"], bool]
"""Whether a finding is one that the person wants mended, if it can be."""

Say = Callable[[str], object]
"""Tells the person one line."""

REFUSED = "not mended by itself, as something else would be wrong then"
TAB = "<tab>"
SHORT = 40  # signs of a text in a line about it
MOST = 2**24 + 1  # bytes: of no file more is read
DEEPEST = 25  # folders: none further down is looked into
COLOURS = {"+": "32", "-": "31", "@": "36"}


def fix(root: Path, find: Find, may: May, report: Callable[[], int], say: Say) -> int:
    """Mend what is sure, tell each mend, then report what is left; the report's exit code.

    Args:
        root: the folder of the commons.
        find: gives the findings.
        may: which of them to mend.
        report: tells what is left.
        say: tells the mends.
    """
    done = _mended(root, find, may)
    found = len(done.mends) + _count(done.left, may)
    failed = {path for path, text in done.texts.items() if not written(root, path, text)}
    done.mends = [one for one in done.mends if one.finding.location.path not in failed]
    _tell(done, may, say)
    code = report()
    if done.mends:
        say(f"Mended {len(done.mends)} of {found}.")
    return code


def show(root: Path, find: Find, may: May, colour: bool) -> int:
    """Print what ``fix`` would change as a diff, and write nothing."""
    done = _mended(root, find, may)
    for path, text in sorted(done.texts.items()):
        for row in _diff(path, _read(root, path), text):
            code = COLOURS.get(row[0], "") if colour else ""
            # A program gets every sign as it is; on a terminal, some of them would act.
            told = _seen(row) if sys.stdout.isatty() else row
            print(f"\033[{code}m{told}\033[0m" if code else told)
    found = len(done.mends) + _count(done.left, may)
    door.say(f"{len(done.mends)} of {found} can be mended with --fix.")
    return door.FINDINGS if done.texts else door.OK


def _mended(root: Path, find: Find, may: May) -> "Mended":
    from evidence_commons.mend.rounds import mend

    with _copied(root) as copy:

        def look(texts: Mapping[str, str]) -> "Sequence[Diagnostic]":
            return find(copy.with_texts(texts)) if texts else find(root)

        return mend(lambda path: _read(root, path), look, may)


def _count(findings: "Sequence[Diagnostic]", may: May) -> int:
    return sum(1 for one in findings if may(one))


def _tell(done: "Mended", may: May, say: Say) -> None:
    """One line for each mend and for each that was given up, below the name of its file."""
    from evidence_commons.report.text import visible

    told = [
        *((one.finding, f"{_shown(one.was)} -> {_shown(one.finding.typed)}") for one in done.mends),
        *((one, REFUSED) for one in done.left if one.sure and may(one)),
    ]
    last = ""
    for one, what in sorted(told, key=lambda pair: pair[0].order):
        if one.location.path != last:
            last = one.location.path
            say(visible(last))
        say(f"  {one.location.line}: {one.rule}: {visible(what)}")
    if told:
        say("")


def _shown(text: str) -> str:
    if not text.strip(" "):
        return f"{len(text)} space{'s' * (len(text) > 1)}" if text else "nothing"
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
    return short.replace("\t", TAB)


def _seen(row: str) -> str:
    from evidence_commons.report.text import visible

    return visible(row.rstrip("\r").replace("\t", TAB))


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    """The rows of a diff that ``git apply`` and ``patch`` can read."""
    was, now = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    for row in difflib.unified_diff(was, now, f"a/{path}", f"b/{path}"):
        yield row.removesuffix("\n")
        if not row.endswith("\n"):
            yield "\\ No newline at end of file"


def _read(root: Path, path: str) -> str:
    """The text of an ordinary file, every sign of it; nothing where there is no such file."""
    whole = root / path
    if whole.resolve() != whole or not whole.is_file():
        return ""
    return whole.read_bytes().decode("utf-8")


def written(root: Path, path: str, text: str) -> bool:
    """Put a text in the place of a file, with its rights; whether that was possible."""
    file, new = root / path, ""
    try:
        rights = stat.S_IMODE(file.stat().st_mode)
        handle, new = tempfile.mkstemp(prefix=".", dir=file.parent)
        with open(handle, "wb") as out:
            out.write(text.encode())
        os.chmod(new, rights)
        os.replace(new, file)
    except OSError as error:
        if new:
            Path(new).unlink(missing_ok=True)
        door.say(f"{path} was not changed: {error.strerror}.")
        return False
    return True


@contextmanager
def _copied(root: Path) -> "Iterator[_Copy]":
    with tempfile.TemporaryDirectory(prefix="evidence-commons-") as name:
        yield _Copy(root, Path(name).resolve())


@dataclass(slots=True)
class _Copy:
    """A copy of a commons, made when it is needed, in which other texts can stand."""

    root: Path
    folder: Path
    laid: set[str] = field(default_factory=set)

    def with_texts(self, texts: Mapping[str, str]) -> Path:
        """The folder, with these texts in it and otherwise as the commons is."""
        if not any(self.folder.iterdir()):
            for part in PARTS:
                self.copy(part)
        for path in self.laid - texts.keys():
            self.copy(path)
        for path, text in texts.items():
            (self.folder / path).write_bytes(text.encode())
        self.laid = set(texts)
        return self.folder

    def copy(self, path: str) -> None:
        """Copy a file or folder. What is neither, or is closed, is as unreadable there."""
        if path.count("/") > DEEPEST:
            return
        source, to = self.root / path, self.folder / path
        try:
            mode = source.lstat().st_mode
            if stat.S_ISDIR(mode):
                names = os.listdir(source)
                to.mkdir()
                for name in names:
                    self.copy(f"{path}/{name}")
            elif stat.S_ISREG(mode):
                with source.open("rb") as file:
                    to.write_bytes(file.read(MOST))
            else:
                to.symlink_to("nowhere")
        except FileNotFoundError:
            return
        except OSError:
            to.symlink_to("nowhere")
