"""What was found before, and the file in which it is kept.

Everything in it can be made anew; whoever deletes it loses time and nothing else. It must stand
where only its owner writes, never among the files of a commons: it is trusted.
"""

import marshal
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from zlib import adler32

from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.model.digest import code_digest
from evidence_commons.model.outline import Body, Example, Named, Outline, Waived
from evidence_commons.model.whole_file import write_whole
from evidence_commons.recheck.contents import Known

MARK = 20
"""So many bytes at its front say whether a file is whole, and made by this code."""


class Unit(NamedTuple):
    """What was found in a file, or in a few files together, and the state that it followed from.

    ``looked_up`` names only those shared things that the file looks up.
    """

    state: bytes
    findings: tuple[Diagnostic, ...]
    outlines: tuple[Outline, ...]
    looked_up: bytes = b""


@dataclass(slots=True)
class Memory:
    """The units of the last run by name, as plain values, and what the shared files hold.

    ``looks`` tells how files looked when they were last read, and the digests of what they held.
    Without a ``file`` nothing is kept.
    """

    file: Path | None = None
    units: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    shared: tuple[Any, ...] = ()
    looks: Known = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None) -> "Memory":
        """The memory in a file; an empty one where there is none, or one that is no longer fit."""
        try:
            content = file.read_bytes() if file else b""
            mark, body = content[:MARK], memoryview(content)[MARK:]
            if not mark or mark != _mark(body):
                return cls(file)
            return cls(file, *marshal.loads(body))  # noqa: S302 - its owner alone writes there
        except (OSError, ValueError, EOFError, TypeError):
            return cls(file)

    def write(self) -> None:
        """Keep it for the next run, whole or not at all. Where nobody may write, it is let go."""
        if self.file is None:
            return
        body = marshal.dumps((self.units, self.shared, self.looks))
        write_whole(self.file, _mark(body) + body)

    def unit(self, name: str, state: bytes) -> Unit | None:
        """What was found there in this very state, if anybody remembers."""
        kept = self.units.get(name)
        return _unit(kept) if kept and kept[0] == state else None

    def last(self, name: str) -> Unit | None:
        """What was last found there, in whatever state."""
        kept = self.units.get(name)
        return _unit(kept) if kept else None

    def keep(self, name: str, unit: Unit) -> None:
        """Remember what was found."""
        if self.file is None:
            return
        findings = tuple(map(_kept, unit.findings))
        outlined = tuple(map(_plain, unit.outlines))
        self.units[name] = (unit.state, findings, outlined, unit.looked_up)

    def move(self, name: str, state: bytes) -> None:
        """Remember that what was last found there follows from another state as well."""
        self.units[name] = (state, *self.units[name][1:])

    def keep_shared(self, plain: Callable[[], tuple[Any, ...]]) -> None:
        """Remember what the shared files hold, in the form that ``plain`` gives."""
        if self.file is not None:
            self.shared = plain()

    def forget(self, name: str) -> None:
        """Let go of what was found there."""
        del self.units[name]


class Thawed(Mapping[str, Any]):
    """Things by name, each made from its bytes when somebody asks for it."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = pickle.loads(self._kept[name])  # noqa: S301 - from the memory
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, name: object) -> bool:
        return name in self._kept


def frozen(things: Mapping[str, Any]) -> dict[str, bytes]:
    """Things by name as bytes, so that one can be had without the others."""
    return {str(name): pickle.dumps(thing, protocol=5) for name, thing in things.items()}


def _mark(body: bytes | memoryview) -> bytes:
    """By this, a file that was cut short or made by other code is known."""
    return code_digest() + adler32(body).to_bytes(4, "little")


def _kept(one: Diagnostic) -> tuple[Any, ...]:
    return (one.rule, one.severity.value, one.location.plain, *_words(one))


def _words(one: Diagnostic) -> tuple[str, str, str, bool, bool]:
    return str(one.message), str(one.help), str(one.typed), one.sure, one.private


def _unit(kept: tuple[Any, ...]) -> Unit:
    state, findings, outlined, looked_up = kept
    return Unit(state, tuple(map(_diagnostic, findings)), tuple(map(_outline, outlined)), looked_up)


def _diagnostic(kept: tuple[Any, ...]) -> Diagnostic:
    rule, severity, place, *words = kept
    return Diagnostic(rule, Severity(severity), Location(*place), *words)


def _plain(outline: Outline) -> tuple[Any, ...]:
    return tuple(tuple(map(_bare, part)) if isinstance(part, tuple) else part for part in outline)


def _bare(part: Any) -> Any:
    # The same few thousand names stand in all outlines: each is written, and read, only once.
    return tuple(part) if isinstance(part, tuple) else sys.intern(str(part))


def _outline(kept: tuple[Any, ...]) -> Outline:
    path, named, mentions, hidden, faulty, perhaps, alike, bodies, examples, waived, hints = kept
    return Outline(
        path,
        tuple([Named(*one) for one in named]),
        mentions,
        hidden,
        faulty,
        perhaps,
        alike,
        tuple([Body(*one) for one in bodies]),
        tuple([Example(*one) for one in examples]),
        tuple([Waived(*one) for one in waived]),
        hints,
    )
