"""Libraries: where the files are that mkdocs.yml names, one by one or by a pattern."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

_NONE = "In mkdocs.yml, name your library under evidence-citations, such as {}."


def library_paths(root: Path, patterns: Sequence[str]) -> list[str]:
    """The paths of the libraries from ``root`` on, in order, each once.

    Args:
        root: the folder of mkdocs.yml.
        patterns: the paths that it names, or patterns such as ``library/*.bib``.

    Raises:
        PluginError: one of them is not there, or none is named.
    """
    if not patterns:
        raise PluginError(_NONE.format("bib_files: references.bib"))
    return list(dict.fromkeys(path for pattern in patterns for path in _paths(root, pattern)))


def _paths(root: Path, pattern: str) -> Iterator[str]:
    where = f"In mkdocs.yml, bib_files names {pattern}"
    if "://" in pattern:
        raise PluginError(f"{where}. Save that file beside mkdocs.yml, and name it there.")
    whole = Path(pattern)
    start = Path(whole.anchor) if whole.is_absolute() else root
    found = sorted(start.glob(str(whole.relative_to(whole.anchor)))) if whole.name else []
    files = [path for path in found if path.is_file()]
    if found and not files:
        raise PluginError(f"{where}, and that is a folder. Write {pattern.rstrip('/')}/*.bib.")
    if not files:
        raise PluginError(f"{where}, which is not there.")
    for path in files:
        yield Path(os.path.relpath(path, root)).as_posix()
