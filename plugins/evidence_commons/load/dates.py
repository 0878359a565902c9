"""Dates of a record, as typed, to the dates of CSL-JSON.

Both ways of saying them are read: BibLaTeX's ``date`` (EDTF: ranges, seasons, ``1962~``) and
BibTeX's ``year``, ``month`` and ``day``, with all that people type there: ``c. 1962``, ``2001--``,
``Sept.``, ``12~mar``, ``forthcoming``.
"""

import re
from collections.abc import Callable
from typing import Any

from evidence_commons.load.latex import plain_text
from evidence_commons.model.text import Date

When = dict[str, Any]
"""A date in CSL-JSON: ``date-parts``, ``season``, ``circa`` or a ``literal``."""

Saying = Callable[[str], str]
"""Gives the field of a name as typed, or ""."""

LONGEST = 200
EDTF = re.compile(r"(-?\d{3,4})(?:-(\d\d)(?:-(\d\d)|-XX)?|-XX(?:-XX)?)?([?~%]?)(?:T.*)?")
SEASON = re.compile(r"[0-9]{4}-2[1-4]")
CIRCA = re.compile(r"(?:c|ca|circa|approx)\b\.?\s*", re.IGNORECASE)
YEAR = re.compile(r"\[?[c\u00a9]?(?:(-?\d{4})[a-z]?|(-?\d{3}))\]?(\??)", re.IGNORECASE)
YEARS = re.compile(r"(\d{4})\s*(?:[-\u2013\u2014/]+)\s*(\d{4}|\d{2})?")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
ONE_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
MORE = re.compile(
    rf"([0-9]{{4}})(?:(?:-[0-9]{{2}}){{0,2}}(?:T\S*)?|(?:-[0-9]{{2}}|-XX)?-XX)[a-z?~%]?"
    rf"(?:\s*(?:/|[-\u2013\u2014]{{1,3}})\s*(?:\.\.|{ONE_DATE}[?~%]?|([0-9]{{2}}))?)?"
)
"""2004/2006, 2024a, 2001--, 2024-21, 2024-03-31T10:00, 2024-XX."""

SHORT_OF_A_RANGE = 20
"""Between the years of a range that is typed as ``1999/00`` there are fewer."""

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
UNSAID = re.compile(r"n\.?\s*d\.?|no date|undated|\?+|-+|0+|unknown", re.IGNORECASE)
SPOKEN = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[A-Za-z]+)\.?,?[\s-]+(?P<year>\d{4})"
    r"|(?P<month2>[A-Za-z]+)\.?,?\s+(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year2>\d{4})"
)


def when(said: Saying, prefix: str = "") -> When | None:
    """The date that a record says of itself; with a prefix, of something else (``url``, ``orig``).

    None where nothing is said. A year that is no number is kept as the words that it is.
    """
    # No LaTeX: there, the ``~`` of ``1962~`` would be a space.
    typed = said(f"{prefix}date")[:LONGEST].strip(" {}\n")
    return written_date(typed) or _year_month_day(said, prefix)


def written_date(text: str) -> When | None:
    """A date as EDTF (``2004-03``, ``1990/1992``), or as people say it (``12 March 2012``)."""
    first, slash, last = text.strip().partition("/")
    ends = [EDTF.fullmatch(end.strip()) for end in (first, last) if end.strip(" .")]
    if not ends or not all(ends):
        return _spoken(text)
    if slash and first.strip(" .") == "":
        return None  # an end without a beginning is no date of publication
    parts = [_parts(end[1], end[2], end[3]) for end in ends if end]
    found: When = {"date-parts": parts}
    season = ends[0][2] if ends[0] else ""
    if season and 21 <= int(season) <= 24:
        found["season"] = int(season) - 20
    if any(end and end[4] for end in ends):
        found["circa"] = True
    return found if all(year for year, *_ in parts) else None


def year_alone(text: str) -> str:
    """The year of a date that says more than a day, a month or a year does; "" of any other."""
    found = MORE.fullmatch(text)
    if not found or (re.fullmatch(ONE_DATE, text) and not SEASON.fullmatch(text)):
        return ""
    return found[1] if not found[2] or len(_years(found[1], found[2])) > 1 else ""


def _spoken(text: str) -> When | None:
    found = SPOKEN.fullmatch(text.strip())
    if not found:
        return None
    month = _month(found["month"] or found["month2"])
    day, year = found["day"] or found["day2"], found["year"] or found["year2"]
    return {"date-parts": [_parts(year, str(month), day)]} if month else None


def _parts(year: str, month: str | None = "", day: str | None = "") -> list[int]:
    """Year, month and day as far as there are such."""
    parts = [int(year)]
    if month and 1 <= int(month) <= 12:
        parts.append(int(month))
        if day and 1 <= int(day) <= Date.LAST_DAYS[int(month) - 1]:
            parts.append(int(day))
    return parts


def _year_month_day(said: Saying, prefix: str) -> When | None:
    year = plain_text(said(f"{prefix}year")[:LONGEST]) or _year_of_date(said, prefix)
    if not year or UNSAID.fullmatch(year):
        return None
    circa = CIRCA.match(year)
    bare = year[circa.end() :] if circa else year
    if one := YEAR.fullmatch(bare):
        found = _with_month(one[1] or one[2], said(f"{prefix}month"), said(f"{prefix}day"))
        return {**found, "circa": True} if circa or one[3] else found
    found = written_date(bare) or {}
    if not found and (years := YEARS.fullmatch(bare)):
        parts = _years(years[1], years[2] or "")
        found = {"date-parts": parts} if len(parts) > 1 or not years[2] else {}
    return ({**found, "circa": True} if circa else found) if found else {"literal": year}


def _year_of_date(said: Saying, prefix: str) -> str:
    """A ``date`` that is none: ``forthcoming``, ``1999--2001``."""
    return plain_text(said(f"{prefix}date")[:LONGEST])


def _years(first: str, last: str) -> list[list[int]]:
    """``1999--2001``, ``1999/00``, ``2001--``."""
    end = int(first[: 4 - len(last)] + last) if last else 0
    if len(last) == 2:
        end += 100 if end < int(first) else 0
        end = end if end - int(first) < SHORT_OF_A_RANGE else 0
    return [[int(first)], [end]] if end > int(first) else [[int(first)]]


def _with_month(year: str, month: str, day: str) -> When:
    """A year, with the month and the day in it. Two months (``Jan--Feb``) make a range."""
    words = plain_text(month[:LONGEST])
    season = next((number for name, number in SEASONS.items() if name in words.lower()), 0)
    if season:
        return {"date-parts": [[int(year)]], "season": season}
    named = [_month(one) for one in re.findall(r"[^\W\d_]+", words)]
    months = [number for number in named if number]
    days = DAY.findall(words)
    if words.isdecimal():
        months, days = [int(words)], []
    day = plain_text(day[:LONGEST]) or (days[0] if days else "")
    first = _parts(year, str(months[0]) if months else "", day if day.isdecimal() else "")
    ends = [_parts(year, str(number)) for number in months[1:2] if number > months[0]]
    return {"date-parts": [first, *ends]}


def _month(word: str) -> int:
    """The number of a month: of ``September``, ``Sept`` or ``sep``; else 0."""
    short = word[:3].lower()
    names = [name.lower() for name in Date.MONTHS]
    return next((n for n, name in enumerate(names, 1) if len(short) == 3 and name[:3] == short), 0)
