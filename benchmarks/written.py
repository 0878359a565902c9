"""Which files of a site were written between two looks at it."""

from pathlib import Path

Seen = dict[str, tuple[int, int]]
"""By the address of each file, what is different when it was written anew."""


def seen(site: Path) -> Seen:
    """A look at every file of a site."""
    stats = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): (stat.st_mtime_ns, stat.st_ino) for path, stat in stats
    }


def written(before: Seen, after: Seen) -> int:
    """How many files are new or were written anew; one that was moved unchanged was not."""
    return sum(before.get(address) != stamp for address, stamp in after.items())
