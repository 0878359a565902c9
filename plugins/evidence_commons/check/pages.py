"""Page ranges as people type them in records."""

from evidence_commons.model.pattern import pattern

_RANGE = r"[0-9]{1,6}(?:[ \t]?(?:-{1,3}|[\u2010-\u2014\u2212])[ \t]?[0-9]{1,6})?"
RANGES = pattern(rf"{_RANGE}(?:,[ \t]*{_RANGE})*")
"""Numbers of pages alone: what has letters or points in it is no plain range."""

BETWEEN = pattern(r"([0-9]+)([ \t]?)(-{1,3}|[\u2010-\u2014\u2212])[ \t]?([0-9]+)")
HYPHENS = ("-", "\u2010", "\u2011", "\u2212")
LONGEST = 200


def ranges(value: str) -> tuple[tuple[str, str, str], ...]:
    """The first page, the sign and the last page of each range, where nothing else stands."""
    if len(value) > LONGEST or not RANGES.fullmatch(value):
        return ()
    return tuple((found[1], found[3], found[4]) for found in BETWEEN.finditer(value))


def last_page(first: str, last: str) -> int:
    """The last page as a number: ``1123-45`` ends on page 1145."""
    return int(first[: max(0, len(first) - len(last))] + last)


def with_dashes(value: str) -> str:
    """The ranges with two hyphens between their numbers, as BibTeX has them."""
    if not ranges(value):
        return value
    return BETWEEN.sub(lambda found: f"{found[1]}--{found[4]}", value)
