"""The folder that a benchmark works in: one to keep, or one that goes away."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def is_taken(folder: Path | None) -> bool:
    """Whether something stands there already that is not an empty folder."""
    return bool(folder and folder.exists() and not (folder.is_dir() and not any(folder.iterdir())))


@contextmanager
def working_folder(keep: Path | None) -> Iterator[Path]:
    """The folder to work in."""
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="evidence-commons-") as made:
        yield Path(made).resolve()
