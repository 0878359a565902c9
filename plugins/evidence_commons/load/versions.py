"""Two versions of a stretch of lines, one below the other, as programs that join texts leave them.

The first version is read as if it stood alone; the other one is one mistake, told at its first
mark.
"""

from itertools import accumulate

FIRST, BASE, MIDDLE, LAST = "<<<<<<< ", "||||||| ", "=======", ">>>>>>> "


def first_versions(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with spaces in place of the marks and of the second versions.

    Also the place and the width of each first mark. Every other sign stays where it was.
    """
    if FIRST not in text:
        return text, ()
    lines = text.split("\n")
    found = list(_pairs(lines))
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    marks = tuple((starts[first], len(lines[first])) for first, _, _ in found)
    for first, other, last in found:
        for number in (first, *range(other, last + 1)):
            lines[number] = " " * len(lines[number])
    return "\n".join(lines), marks


def _pairs(lines: list[str]) -> list[tuple[int, int, int]]:
    """The lines of the first mark, of the mark of the other version, and of the last mark."""
    found, first, other = [], -1, -1
    for number, line in enumerate(lines):
        if line.startswith(FIRST):
            first, other = number, -1
        elif first >= 0 and other < 0 and (line == MIDDLE or line.startswith(BASE)):
            other = number
        elif other >= 0 and line.startswith(LAST):
            found.append((first, other, number))
            first, other = -1, -1
    return found
