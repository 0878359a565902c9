"""Words in a row, as people say them."""

from collections.abc import Sequence


def together(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; "" for no words. ``last`` joins the last two."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
