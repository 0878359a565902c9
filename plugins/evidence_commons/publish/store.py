"""The store: what was made of each file before, in a database that anybody may delete at any time.

Like the memory of checks it stands where only its owner writes, and is trusted. What was made by
other code is never read. Whoever cannot open it makes everything anew, with the same result.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from evidence_commons.model.digest import code_digest

Row = tuple[bytes, bytes]
"""The state that something follows from, and the thing itself as bytes."""

_TABLE = (
    "CREATE TABLE kept (kind TEXT, name TEXT, state BLOB, content BLOB, PRIMARY KEY (kind, name))"
)
_MADE_BY = "CREATE TABLE made_by (code BLOB)"


@dataclass(slots=True)
class Store:
    """Things by their kind and their name, each with the state that it follows from.

    Without a ``file``, or with one that nobody can read, nothing is kept.
    """

    file: Path | None = None
    _base: sqlite3.Connection | None = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        if self.file is None:
            return
        try:
            self._base = _opened(self.file)
        except (OSError, sqlite3.Error):
            self._base = _made_anew(self.file)

    def each(self, kind: str) -> Iterator[tuple[str, bytes, bytes]]:
        """Each thing of a kind: its name, its state, and itself."""
        if self._base is None:
            return
        asked = "SELECT name, state, content FROM kept WHERE kind = ?"
        with suppress(sqlite3.Error):
            yield from self._base.execute(asked, (kind,))

    def get(self, kind: str, name: str) -> Row | None:
        """One thing of a kind, or None."""
        if self._base is None:
            return None
        try:
            asked = "SELECT state, content FROM kept WHERE kind = ? AND name = ?"
            row: Row | None = self._base.execute(asked, (kind, name)).fetchone()
        except sqlite3.Error:
            return None
        return row

    def names(self, kind: str) -> set[str]:
        """The names of all things of a kind."""
        if self._base is None:
            return set()
        try:
            found = self._base.execute("SELECT name FROM kept WHERE kind = ?", (kind,))
            return {name for (name,) in found}
        except sqlite3.Error:
            return set()

    def keep(self, kind: str, rows: Mapping[str, Row], gone: Iterable[str] = ()) -> None:
        """Keep some things of a kind, and let go of others; all of it or nothing."""
        if self._base is None:
            return
        try:
            with self._base:
                self._base.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
                    [(kind, name, state, content) for name, (state, content) in rows.items()],
                )
                self._base.executemany(
                    "DELETE FROM kept WHERE kind = ? AND name = ?", [(kind, name) for name in gone]
                )
        except sqlite3.Error:  # a full disk, or another build that writes
            return

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None


def _opened(file: Path) -> sqlite3.Connection:
    """The database in a file, if this code made it; else an empty one."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    base = sqlite3.connect(file, timeout=1)
    # Nothing here is worth waiting for a disk: what is lost is made again.
    base.execute("PRAGMA synchronous = OFF")
    known = base.execute("SELECT name FROM sqlite_master WHERE name = 'made_by'").fetchone()
    if not known or base.execute("SELECT code FROM made_by").fetchone() != (code_digest(),):
        with base:
            base.execute("DROP TABLE IF EXISTS kept")
            base.execute("DROP TABLE IF EXISTS made_by")
            base.execute(_TABLE)
            base.execute(_MADE_BY)
            base.execute("INSERT INTO made_by VALUES (?)", (code_digest(),))
    return base


def _made_anew(file: Path) -> sqlite3.Connection | None:
    """A new database in place of a spoiled file; None where that cannot be."""
    try:
        file.unlink(missing_ok=True)
        return _opened(file)
    except (OSError, sqlite3.Error):
        return None
