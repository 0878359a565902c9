"""Remembering what follows from one thing: its record, its words in the index of the search."""

import marshal
from collections.abc import Callable
from typing import Any

from evidence_commons.model.digest import digest
from evidence_commons.publish.faces import Faces
from evidence_commons.publish.store import Row, Store

_AT_ONCE = 500


class Remembering:
    """Keeps plain values of a kind in a store, each under the face of what it follows from."""

    def __init__(self, store: Store, kind: str, setting: bytes, faces: Faces) -> None:
        self._store, self._kind, self._setting, self._faces = store, kind, setting, faces
        self._asked: set[str] = set()
        self._new: dict[str, Row] = {}

    def __call__(self, shows: object, make: Callable[[], Any]) -> Any:
        """What was kept of just this, or what is made now."""
        name = digest([self._setting, self._faces.of(shows)]).hex()
        self._asked.add(name)
        if known := self._store.get(self._kind, name):
            return marshal.loads(known[1])  # noqa: S302 - from the store
        made = make()
        self._new[name] = b"", marshal.dumps(made)
        if len(self._new) >= _AT_ONCE:
            self._write()
        return made

    def close(self) -> None:
        """Keep what is new, and let go of what nobody has asked for."""
        self._write()
        self._store.keep(self._kind, {}, gone=self._store.names(self._kind) - self._asked)

    def _write(self) -> None:
        self._store.keep(self._kind, self._new)
        self._new = {}
