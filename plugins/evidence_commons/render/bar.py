"""A small bar for the direction of claims: worse to the left, better to the right of the middle."""

from typing import NamedTuple

HALF = 30
"""The width of either side. The shares of a bar add up to this."""

HEIGHT = 3
"""The height at which its lines run."""


class Bar(NamedTuple):
    """Two paths of SVG: a thick line for what got worse and better, a thin one for the rest."""

    sides: str
    middle: str


def bar(worse: int, neither: int, better: int) -> Bar:
    """Draw how many claims go which way. What goes neither way stands over the middle.

    Lengths are shares of all claims. Whatever there is can be seen: no share is drawn as nothing.
    """
    every = worse + neither + better or 1
    left, middle, right = (_share(part, every) for part in (worse, neither, better))
    start = HALF - middle // 2
    sides = f"M{start - left} {HEIGHT}h{left}" if left else ""
    if right:
        sides += f"m{middle} 0h{right}" if left else f"M{start + middle} {HEIGHT}h{right}"
    return Bar(sides, f"M{start} {HEIGHT}h{middle}" if middle else "")


def _share(part: int, every: int) -> int:
    return max(2, round(HALF * part / every)) if part else 0
