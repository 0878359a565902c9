"""What was formatted before, in a folder that anyone may empty at any time.

A file is named after all that its content follows from, so it is never out of date. Whatever it
holds is looked at like an answer of Pandoc: it may have been written by anybody.
"""

import json
import os
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evidence_commons.cite.pandoc import LOCALE, program
from evidence_commons.model.whole_file import write_whole

FORM = 1
"""To be raised when the same question gets another answer, or one in another form."""

MOST = 500
"""So many files are kept: those that were used last."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of answers; without a ``folder`` nothing is kept."""

    folder: Path | None = None

    def name(self, *question: Any) -> str:
        """The name for a question: another one if anything is different."""
        whole = json.dumps([FORM, LOCALE, program()[1], *question], default=str).encode()
        return blake2b(whole, digest_size=20).hexdigest()

    def read(self, name: str) -> Any:
        """What was kept under a name, or None."""
        if self.folder is None:
            return None
        try:
            file = self.folder / f"{name}.json"
            content = json.loads(file.read_bytes())
            os.utime(file)
        except (OSError, ValueError, RecursionError):
            return None
        return content

    def keep(self, name: str, content: Any) -> None:
        """Keep an answer, whole or not at all. Where nobody may write, it is let go."""
        if self.folder is not None:
            write_whole(self.folder / f"{name}.json", json.dumps(content).encode())

    def tidy(self) -> None:
        """Remove what was not used for the longest time."""
        if self.folder is None:
            return
        try:
            files = [(file.stat().st_mtime_ns, file) for file in self.folder.iterdir()]
            for _, file in sorted(files)[:-MOST]:
                file.unlink()
        except OSError:
            return
