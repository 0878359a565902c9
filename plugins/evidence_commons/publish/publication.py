"""A publication on its way: its files wait beside the folder of the site until all are there.

Nothing in the folder is touched before. Then each file that differs takes the place of the old
one, and what is no longer part of the site goes; so a build that fails or is stopped leaves the
last good site as it was.
"""

import os
import shutil
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import IO, NamedTuple

from evidence_commons.model.digest import digest
from evidence_commons.model.page import DataFile
from evidence_commons.publish.ledger import Ledger, Row
from evidence_commons.publish.swap import put_in_place


class Put(NamedTuple):
    """A file of the publication, and whether it waits in the stage."""

    path: str
    row: Row
    is_new: bool


class Publication:
    """Files for a folder. Those that differ are staged in another folder on the same disk."""

    def __init__(self, folder: Path, stage: Path, ledger: Ledger) -> None:
        self.folder, self.stage, self._ledger = folder, stage, ledger
        self.rows: dict[str, Row] = {}
        self.written: list[str] = []
        self._made: set[str] = set()

    def stands(self, path: str, state: bytes) -> bool:
        """Whether a file stands there that was made from just this; then it stays."""
        row = self._ledger.rows.get(path)
        if row is None or row.state != state:
            return False
        self.rows[path] = row
        return True

    def put(self, path: str, state: bytes, content: bytes) -> Put:
        """Stage a file that was made from ``state``, unless the same bytes stand there."""
        name = digest([content])
        old = self._ledger.rows.get(path)
        if old and old.content == name:
            return self.add(Put(path, old._replace(state=state), False))
        size, changed = self._write(path, content)
        return self.add(Put(path, Row(state, name, size, changed), True))

    def put_file(self, file: DataFile, state: bytes) -> Put:
        """Stage a data file that was made from ``state``, unless the same bytes stand there."""
        if isinstance(file.made, str):
            return self.put(file.path, state, file.made.encode())
        made = blake2b(digest_size=16)
        with self._opened(file.path) as staged:
            for piece in file.pieces:
                content = piece.encode()
                made.update(content)
                staged.write(content)
        name, told = made.digest(), os.stat(staged.name)
        old = self._ledger.rows.get(file.path)
        if old and old.content == name:
            os.unlink(staged.name)
            return self.add(Put(file.path, old._replace(state=state), False))
        return self.add(Put(file.path, Row(state, name, told.st_size, told.st_mtime_ns), True))

    def add(self, put: Put) -> Put:
        """Take over a file that another process has put."""
        self.rows[put.path] = put.row
        if put.is_new:
            self.written.append(put.path)
        return put

    def take(self) -> None:
        """Take over what others have staged: the pages, scripts and pictures of the host."""
        for found in sorted(self.stage.rglob("*")):
            path = found.relative_to(self.stage).as_posix()
            if path in self.rows or not found.is_file():
                continue
            name = digest([found.read_bytes()])
            told = found.stat()
            old = self._ledger.rows.get(path)
            same = bool(old and old.content == name)
            row = old if old and same else Row(b"", name, told.st_size, told.st_mtime_ns)
            self.add(Put(path, row, not same))

    def publish(self) -> int:
        """Put everything in its place; return how many files went.

        Raises:
            OSError: something there cannot be written.
        """
        gone = (self._ledger.rows.keys() | self._ledger.strange) - self.rows.keys()
        if self._ledger.rows or not self._replaced():
            self._remove(sorted(gone))
            self._move(self.written)
            shutil.rmtree(self.stage, ignore_errors=True)
        self._ledger.rows = self.rows
        self._ledger.write()
        return len(gone)

    def _replaced(self) -> bool:
        """Put the whole stage in place of a folder of which nothing is known; whether that went."""
        try:
            if self.folder.exists() and any(self.folder.glob(".*")):
                return False  # such as a history, which is no part of any site
            put_in_place(self.stage, self.folder)
        except OSError:  # such as a folder that is a disk of its own
            return False
        return True

    def _move(self, paths: Iterable[str]) -> None:
        for path in paths:
            try:
                os.replace(f"{self.stage}/{path}", f"{self.folder}/{path}")
            except FileNotFoundError:  # its folder is not there yet
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(f"{self.stage}/{path}", f"{self.folder}/{path}")

    def _remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that they leave empty."""
        for path in paths:
            target = self.folder / path
            target.unlink(missing_ok=True)
            for parent in target.parents:
                try:
                    if parent == self.folder:
                        break
                    parent.rmdir()
                except OSError:  # something is left in it
                    break

    def _write(self, path: str, content: bytes) -> tuple[int, int]:
        with self._opened(path, buffering=0) as file:
            file.write(content)
            told = os.fstat(file.fileno())
        return told.st_size, told.st_mtime_ns

    def _opened(self, path: str, buffering: int = 1 << 16) -> IO[bytes]:
        """A file of the stage, to be written."""
        target = f"{self.stage}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)
        return open(target, "wb", buffering=buffering)
