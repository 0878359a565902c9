"""What git knows of the commons: its state at an earlier commit, and the files changed since.

All that git holds is data: nothing of it is run, and no link of it is followed.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PARTS = ("case_studies", "docs", "references.bib")
"""What a commons is made of."""

_MAYBE_SHORT = "If only a part of the history is here, run: git fetch --unshallow"
_LINK, _FILES = "120000", {"100644", "100755"}  # modes, as git writes them


def fork(root: Path, name: str) -> str:
    """The commit in which this state and ``name`` part: what a pull request is held against.

    Raises ``ValueError`` with a sentence for the person when there is none.
    """
    try:
        _git(root, "rev-parse", "--git-dir")
    except OSError:
        raise ValueError("git is needed to tell what has changed: please install it") from None
    except subprocess.CalledProcessError as failed:
        reason = os.fsdecode(failed.stderr).partition("\n")[0].removeprefix("fatal: ")
        raise ValueError(f"only git knows what has changed, and it says: {reason}") from None
    try:
        # The name can be no option there, whatever it looks like.
        options = ("--verify", "--quiet", "--end-of-options")
        commit = _line(_git(root, "rev-parse", *options, f"{name}^{{commit}}"))
    except subprocess.CalledProcessError:
        raise ValueError(f"git knows no commit {name!r}. {_MAYBE_SHORT}") from None
    try:
        return _line(_git(root, "merge-base", commit, "HEAD"))
    except subprocess.CalledProcessError:
        raise ValueError(f"{name!r} and this state share no commit. {_MAYBE_SHORT}") from None


def changed(root: Path, commit: str) -> set[str]:
    """The files that are not as in the commit, new ones and deleted ones too, committed or not."""
    names = ("--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")
    differ = _git(root, "diff", *names, commit, "--", *PARTS)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *PARTS)
    return {os.fsdecode(name) for name in (differ + new).split(b"\0") if name}


@contextmanager
def state(root: Path, commit: str) -> Iterator[Path]:
    """A folder that holds the commons as it was in the commit, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="evidence-commons-") as name:
        folder = Path(name).resolve()
        # `git archive` would let the attributes in the commit choose and change files.
        with subprocess.Popen(
            ["git", "-C", str(root), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as contents:
            for mode, blob, path in _entries(root, commit):
                if (to := folder / path).resolve().is_relative_to(folder):
                    _put(to, mode, _content(contents, blob))
        yield folder


def _entries(root: Path, commit: str) -> Iterator[tuple[str, bytes, str]]:
    """The mode, the name of the content, and the path of each file and link of the commons."""
    for row in _git(root, "ls-tree", "-r", "-z", commit, "--", *PARTS).split(b"\0"):
        told, _, path = row.partition(b"\t")
        mode, _, rest = told.decode("ascii").partition(" ")
        if mode == _LINK or mode in _FILES:
            yield mode, rest.split()[1].encode("ascii"), os.fsdecode(path)


def _content(contents: "subprocess.Popen[bytes]", blob: bytes) -> bytes:
    assert contents.stdin and contents.stdout  # noqa: S101 - both were asked for
    contents.stdin.write(blob + b"\n")
    contents.stdin.flush()
    size = int(contents.stdout.readline().split()[2])
    return contents.stdout.read(size + 1)[:-1]  # a line break ends it


def _put(path: Path, mode: str, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        # A link to nothing is found as any link is. Not every system makes them.
        with suppress(OSError):
            path.symlink_to("nowhere")
    else:
        path.write_bytes(content)


def _git(root: Path, *arguments: str) -> bytes:
    """What a git command prints; it only reads, in plain English, and asks for nothing."""
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=quiet).stdout


def _line(printed: bytes) -> str:
    return printed.decode("ascii").strip()
