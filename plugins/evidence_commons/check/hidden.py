"""Signs that nobody can see, and spaces that are no plain ones."""

import re

from evidence_commons.model.pattern import pattern

_FEW = "\u0000-\u052f\u2000-\u206f"
"""Latin, Greek and Cyrillic letters, spaces and marks: beside them nobody needs a joiner."""

HIDDEN = pattern(
    "[\u00ad\u180e\u200b\u2060-\u2064]"
    f"|(?:(?<=[{_FEW}])|^)[\u200c\u200d]+(?=[{_FEW}]|$)"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]+"
    f"|(?<=[{_FEW}])[\U000e0100-\U000e01ef]+",
    re.MULTILINE,
)
"""Soft hyphens, spaces without width, joiners between letters that need none, and hidden tags.

Persian, Hindi and others need joiners; so do signs such as a family or a flag.
"""

MAYBE_HIDDEN = pattern(
    "[\u00ad\u180e\u200b-\u200d\u2060-\u2064\U000e0001-\U000e007f\U000e0100-\U000e01ef]"
)

ODD_SPACE = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\u00ad"

_IN_THE_WAY = pattern(
    rf"([ \t]*(?:- +)*)(?:[{ODD_SPACE}]|-[ ]*[{ODD_SPACE}]|[a-z_]+[{ODD_SPACE}]*:[ ]*[{ODD_SPACE}])"
)


def in_the_way(line: str) -> bool:
    """Whether such a sign stands before a field or a list entry, or right behind its sign."""
    return bool(_IN_THE_WAY.match(line))


def plain(line: str) -> str:
    """The line with plain spaces, and with one behind a field's colon or an entry's hyphen."""
    spaced = re.sub("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", line)
    shown = HIDDEN.sub("", spaced)
    return re.sub(r"^([ \t]*(?:- *)*[a-z_]+:|[ \t]*-)(?=[^\s-])", r"\1 ", shown)
