"""Files that are kept for the next run: written whole, or not at all."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write a file that only its owner reads. Where nobody may write, it is let go."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = file.with_name(f"{file.name}.{os.getpid()}.new")
        new.write_bytes(content)
        os.replace(new, file)
    except OSError:
        return
