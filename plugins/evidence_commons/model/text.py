"""The smallest nouns: words, numbers, dates and addresses that remember where they were typed.

YAML is read as text alone, so ``NO`` stays Norway and ``1.20`` keeps its zero; these types
decide what a text means. Each is still a string, exactly as it was typed. After the first lines
of actionlint's ``ast.go``: a value and a position, nothing clever.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import ClassVar, Self
from urllib.parse import urlsplit

from evidence_commons.diagnostics import NOWHERE, Location
from evidence_commons.model.pattern import pattern

LONGEST_EXAMPLE = 200
"""An address that is longer is not said again in a message."""


_NUMBER = pattern(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")
_DATE = pattern(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Text(str):
    """A string and its :class:`Location`. Compares and hashes as the string.

    ``place`` is the location as a bare tuple, as long as nobody asks: most are never asked for.
    """

    __slots__ = ("place",)

    place: tuple[str, int, int, int]
    WANTED: ClassVar[str] = "text"

    def __new__(cls, value: str = "", location: Location = NOWHERE) -> Self:
        self = str.__new__(cls, value)
        self.place = location
        return self

    @property
    def location(self) -> Location:
        """Where it was typed."""
        return Location._make(self.place)

    @classmethod
    def _of(cls, text: "Text") -> Self:
        self = str.__new__(cls, text)
        self.place = text.place
        return self

    @classmethod
    def read(cls, text: "Text") -> Self:
        """Take ``text`` as this kind of value.

        Raises:
            ValueError: it does not have the form of this kind; the message says why in plain words.
        """
        return cls._of(text)


class Number(Text):
    """A decimal number, kept as typed: ``1.20`` stays ``1.20``."""

    __slots__ = ()
    WANTED = "a number"

    @classmethod
    def read(cls, text: Text) -> Self:
        if not _NUMBER.fullmatch(text):
            raise ValueError("Write digits only, with a point for decimals, such as 2000 or 14.8.")
        return cls._of(text)

    @property
    def value(self) -> Decimal:
        """The number itself; zero for a text that is no number."""
        try:
            return Decimal(self)
        except InvalidOperation:
            return Decimal(0)

    @property
    def grouped(self) -> str:
        """The number with commas between thousands, for readers."""
        whole, point, rest = self.partition(".")
        return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", whole) + point + rest


class Date(Text):
    """A year, a month or a day: the calendar subset of EDTF level 0 (ISO 8601-2)."""

    __slots__ = ()
    WANTED = "a date"
    LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    MONTHS = (
        "January February March April May June July August September October November December"
    ).split()

    @classmethod
    def read(cls, text: Text) -> Self:
        _check_date(text)
        return cls._of(text)

    def before(self, other: str) -> bool:
        """Whether it is certainly earlier than another date: March is not before its own year."""
        known = min(len(self), len(other))
        return self[:known] < other[:known]

    @property
    def words(self) -> str:
        """The date for readers: ``2024``, ``March 2024`` or ``31 March 2024``."""
        year, _, rest = self.partition("-")
        month, _, day = rest.partition("-")
        name = self.MONTHS[int(month) - 1] if month else ""
        return " ".join(filter(None, (day.lstrip("0"), name, year)))


class Period(Text):
    """A date, or two with a slash between them: an EDTF level 0 interval."""

    __slots__ = ()
    WANTED = "a time"

    @classmethod
    def read(cls, text: Text) -> Self:
        first, slash, last = text.partition("/")
        if "/" in last or (slash and not (first and last)):
            raise ValueError("Write the first date, a slash and the last one, such as 2021/2022.")
        for part in (first, last) if slash else (first,):
            _check_date(part)
        return cls._of(text)

    @property
    def first(self) -> str:
        """The date with which it begins."""
        return self.partition("/")[0]

    @property
    def last(self) -> str:
        """The date with which it ends."""
        return self.rpartition("/")[2]

    @property
    def words(self) -> str:
        """The time for readers: ``2021`` or ``2021 to March 2022``."""
        return " to ".join(Date(part).words for part in self.split("/"))


class Url(Text):
    """A web address that starts with ``https://`` or ``http://``."""

    __slots__ = ()
    WANTED = "a web address"

    @classmethod
    def read(cls, text: Text) -> Self:
        if re.search(r"[\s<>\"\\^`{|}]", text):
            raise ValueError("Take out the spaces and signs that no web address holds.")
        try:
            parts = urlsplit(text)
            strange = parts.username is not None or (parts.port or 1) < 1
        except ValueError:
            raise ValueError("Copy the whole address from your browser.") from None
        if not parts.scheme or text.startswith("www."):
            typed = text.lstrip("/")
            example = typed if len(typed) <= LONGEST_EXAMPLE else "example.org"
            raise ValueError(f"Write the whole address, such as https://{example}")
        if parts.scheme.lower() not in ("http", "https"):
            raise ValueError("Only addresses that start with https:// or http:// are published.")
        if strange or not re.fullmatch(r"[^.\s]+(\.[^.\s]+)+", parts.hostname or ""):
            raise ValueError("Copy the whole address from your browser.")
        return cls._of(text)


class YesNo(Text):
    """``yes`` or ``no``."""

    __slots__ = ()
    WANTED = "yes or no"

    @classmethod
    def read(cls, text: Text) -> Self:
        if text not in ("yes", "no"):
            raise ValueError("Write yes or no, in small letters.")
        return cls._of(text)


@lru_cache(maxsize=4096)
def _check_date(text: str) -> None:
    """Raise what is wrong with a date. The same few years and days stand in all entries."""
    parts = _DATE.fullmatch(text)
    if not parts:
        raise ValueError("Write the year first, such as 2024, 2024-03 or 2024-03-31.")
    year, month, day = (int(part) if part else None for part in parts.groups())
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"There is no month {month:02}. Months go from 01 to 12.")
    if month is not None and day is not None:
        last = Date.LAST_DAYS[month - 1]
        if month == 2 and not _leap(year or 0):
            last = 28
        if not 1 <= day <= last:
            raise ValueError(f"{Date.MONTHS[month - 1]} {year} has {last} days.")


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
