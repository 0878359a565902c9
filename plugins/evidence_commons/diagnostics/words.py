"""Words in a row, as people say them."""

from collections.abc import Sequence


def together(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; "" for no words. ``last`` joins the last two."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def many(number: int, thing: str) -> str:
    """So many things: ``1 claim``, ``2,000 claims``."""
    return f"{number:,} {thing}{'s' if number != 1 else ''}"


def mid_sentence(label: str) -> str:
    """A label within a sentence. What is written in capitals stays so."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
