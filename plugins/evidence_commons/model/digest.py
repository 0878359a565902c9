"""Digests: short names for contents, and for the code that something was made with."""

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import markupsafe

_PACKAGE = Path(__file__).parent.parent


def digest(parts: Iterable[bytes | str]) -> bytes:
    """A short name for some contents: equal if, and hardly otherwise, the contents are."""
    told: list[bytes] = []
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        told += len(content).to_bytes(8, "little"), content
    return blake2b(b"".join(told), digest_size=16).digest()


@cache
def code_digest() -> bytes:
    """A name for this code and for the libraries that it reads with."""
    return digest([sys.version, *_libraries(), package_digest(_PACKAGE, ".py", ".csv")])


@cache
def looks_digest() -> bytes:
    """A name for the templates and the drawings of pages."""
    return package_digest(_PACKAGE, ".html", ".json")


def package_digest(package: Path, *endings: str) -> bytes:
    """A name for all files in a package that end like this."""
    files = sorted(path for path in package.rglob("*") if path.suffix in endings)
    return digest(path.read_bytes() for path in files)


def _libraries() -> list[str]:
    """All libraries that stand beside ours, each with its version, as the names of folders say."""
    beside = Path(markupsafe.__file__).parent.parent
    return sorted(path.name for path in beside.glob("*.dist-info"))
