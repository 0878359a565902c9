"""The pictures under docs/: whether each is what its name says, small, and alone in its name."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence_commons.diagnostics import Location
from evidence_commons.model.faults import Fault, HeavyPicture, NotAPicture, SameButForCapitals

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""What is published from docs/ beside pages. A drawing in SVG can hold a program; these cannot."""

HEAVY = 2 * 1024 * 1024
"""What takes longer than a few seconds on a telephone."""

_FIRST = 16


def picture_faults(root: Path, paths: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with these pictures. Of each, only the first few bytes are read."""
    first: dict[str, str] = {}
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if (other := first.setdefault(folded, path)) != path:
            yield SameButForCapitals(Location(path), other)
        try:
            with (root / path).open("rb") as file:
                begins = file.read(_FIRST)
                size = file.seek(0, 2)
        except OSError:
            yield NotAPicture(Location(path), "closed")
            continue
        kind, ending = _kind(begins), path.rsplit(".", 1)[-1].replace("jpeg", "jpg")
        if kind != ending:
            yield NotAPicture(Location(path), kind)
        elif size > HEAVY:
            yield HeavyPicture(Location(path), size)


def _kind(begins: bytes) -> str:
    """The ending that a file with these first bytes should have; "" if it is none of ours."""
    if begins.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if begins.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if begins.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if begins[:4] == b"RIFF" and begins[8:12] == b"WEBP" else ""
