"""Other programs beside this project, so that its seconds have something to be held against."""

import argparse
from collections.abc import Mapping, Sequence

from peers.entries import PEERS
from peers.sites import MAKERS

SLOW = 1_000
LARGEST: Mapping[str, int | None] = {
    **{peer.name: None for peer in PEERS},
    **dict.fromkeys(MAKERS, SLOW),
    "hugo": None,
}
"""By the name of each, the largest size that it is measured at unless more is asked for."""


def choice(typed: str) -> tuple[str, int | None]:
    """The name of a program, and the largest size for it, from such as ``zensical=5000``."""
    name, _, most = typed.partition("=")
    if name not in LARGEST or (most and not most.isdecimal()):
        known = ", ".join(LARGEST)
        raise argparse.ArgumentTypeError(f"{typed}: write one of {known}, or such as mkdocs=5000")
    return name, int(most) if most else LARGEST[name]


def chosen(choices: Sequence[tuple[str, int | None]] | None, size: int) -> list[str]:
    """The names of those that are measured at a size; all of them where none is named."""
    if choices is None:
        return []
    limits = dict(choices) or LARGEST
    return [name for name, most in limits.items() if most is None or size <= most]
