"""Words in a row, as people say them."""

from collections.abc import Sequence


def together(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; "" for no words."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
