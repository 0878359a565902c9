"""Numerals: what people write where a number in digits belongs."""

import re
from decimal import Decimal
from typing import NamedTuple

from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Number, Text

LONGEST = 60
MINUS = ("-", "\u2212", "\u2013")
"""The signs that people type for a minus: a hyphen, a minus sign, a dash."""

NOTHING = frozenset(
    ("none", "n/a", "na", "nil", "null", "-", "–", "?", "~", "unknown", "not known", "tbc", "tbd")
) | {"n.d.", "n.d", "nd", "tba", "don't know", "not sure", "unsure", "maybe", "??", "???"}
"""What people write where nobody knows a number or a date."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_BIG = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}

_GROUPED = pattern(r"([0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3}){1,4})(\.[0-9]{1,15})?")
_DECIMAL_COMMA = pattern(r"([0-9]{1,9}),([0-9]{1,2}|[0-9]{4,15})")
_SCALED = pattern(r"([0-9.,]{1,20}) ?(k|thousand|m|million|bn|billion)", re.IGNORECASE)
_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9} | _BIG


class Numeral(NamedTuple):
    """A number in digits, and whether nothing else can have been meant.

    ``bare`` is the number before a word such as million, where there is one.
    """

    digits: str
    sure: bool = False
    bare: str = ""


def in_digits(text: str) -> Numeral | None:
    """What someone meant by ``text``; None if it is no one number."""
    if len(text) > LONGEST:
        return None
    sign, plain = ("-", text[1:]) if text[:1] in MINUS else ("", text)
    found = _plain(plain) or _scaled(plain) or _spelled(plain)
    if not found or not _is_number(sign + found.digits):
        return None
    return found._replace(digits=sign + found.digits)


def _plain(text: str) -> Numeral | None:
    """A number with commas or spaces between its thousands, or with a decimal comma."""
    if _is_number(text):
        return Numeral(text, sure=True)
    if _is_number(f"0{text}") or _is_number(f"{text}0"):  # .5 and 5.
        return Numeral(f"0{text}" if text.startswith(".") else text.rstrip("."), sure=True)
    if found := _GROUPED.fullmatch(text):
        # Some take one comma for a point, and nobody a comma before "00".
        groups = len(re.findall(r"[^0-9]", found[1]))
        sure = groups > 1 or found[1].endswith("00") or bool(found[2])
        return Numeral(re.sub(r"[^0-9]", "", found[1]) + (found[2] or ""), sure)
    if found := _DECIMAL_COMMA.fullmatch(text):
        return Numeral(f"{found[1]}.{found[2]}")
    return None


def _scaled(text: str) -> Numeral | None:
    """A number with a word that raises it: ``1.5m``, ``2k`` or ``3 million``."""
    found = _SCALED.fullmatch(text)
    bare = _plain(found[1]) if found else None
    if not found or not bare:
        return None
    value = Decimal(bare.digits) * _SCALES[found[2].lower()]
    return Numeral(f"{value.normalize():f}", bare=bare.digits)


def _spelled(text: str) -> Numeral | None:
    """A number in words: ``two hundred and twelve``."""
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word != "and"]
    if words[:1] == ["a"]:
        words[0] = "one"
    whole = part = 0
    for word in words:
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred" and part:
            part *= 100
        elif word in _BIG and part:
            whole, part = whole + part * _BIG[word], 0
        else:
            return None
    return Numeral(str(whole + part)) if words else None


def _is_number(text: str) -> bool:
    try:
        return bool(Number.read(Text(text)))
    except ValueError:
        return False
