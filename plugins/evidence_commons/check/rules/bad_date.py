"""A date that we cannot read

Dates are written with the year first: `2024`, `2024-03` or `2024-03-31`.

## Why we check it

Some people read 03/04/2024 as April, others as March. With the year first there is one way to
read a date. And a day that no calendar has is a slip.

## How to mend it

Write the year in four digits, then the month and the day in two, with hyphens. A year alone is
fine: better a true year than a made-up day.

## Wrong

```yaml
started: 31 March 2024
```

## Right

```yaml
started: 2024-03-31
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.bare import bare
from evidence_commons.check.numerals import NOTHING
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Date, Text

SEVERITY = Severity.ERROR

LONGEST = 40
"""No longer text is a date with a word before it."""

_HEDGED = pattern(
    r"(?:c\.?|ca\.?|circa|about|around|approx\.?|since|from|before|after|during|in|early|mid|late"
    r"|(?:the )?(?:start|beginning|middle|end) of|spring|summer|autumn|fall|winter|christmas|easter"
    r"|q[1-4]|~)[ -]?((?:1[89]|20)\d\d)|((?:1[89]|20)\d\d)\?",
    re.IGNORECASE,
)
_TWO = pattern(r"((?:19|20)\d\d) ?(?:[-–—/]|to|and|or) ?((?:19|20)?\d\d)", re.IGNORECASE)
_OPEN = pattern(
    r"(?:((?:19|20)\d\d) ?(?:[-–—/]|to|until) ?)?(?:ongoing|present|now|current|to date)",
    re.IGNORECASE,
)
_DAY = r"(?:[A-Za-z]{3,6}day,? )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? "
_DAY_LAST = pattern(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")

MONTHS = {name[:3].lower(): number for number, name in enumerate(Date.MONTHS, 1)}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each date that is none."""
    for fault in catalogue.faults(BadValue):
        if issubclass(fault.kind, Date):
            message = f"{said(fault.text)} is not a date."
            text = bare(fault.text[: LONGEST + 1])
            typed = date_meant(text) or _year(text)
            sure = bool(typed) and _is_sure(text)
            yield Finding(fault.location, message, _remedy(fault, text), typed, sure)


def _remedy(fault: BadValue, text: str) -> str:
    """What to do: a hedge or a season says less than a year, and nothing is better left out."""
    if text.lower() in NOTHING:
        return "If nobody knows it, leave the line out."
    if _HEDGED.fullmatch(text):
        return "Write the year alone. It may be rough."
    if is_date(text):
        return "Write the date alone, without signs around it."
    if two := _TWO.fullmatch(text):
        last = f"{two[1][: -len(two[2])]}{two[2]}"
        if last > two[1]:
            return f"Only one date belongs here. Write {two[1]} or {last}."
    if since := _OPEN.fullmatch(text):
        begun = f"Write {since[1]} for when it began. " if since[1] else ""
        return f"{begun}If it has not ended, leave the line {'for that ' if begun else ''}out."
    return next(_slips(text), fault.why)


def _slips(text: str) -> Iterator[str]:
    """Why the calendar has no such day, where the year does not stand first."""
    if text[:4].isdigit():
        return
    for date in _readings(text):
        try:
            Date.read(Text(date))
        except ValueError as error:
            yield f"{error} Write the year first."


def _year(text: str) -> str:
    """The year alone, where no more than a word such as "about" or "spring" stands beside it."""
    hedged = _HEDGED.fullmatch(text[:LONGEST])
    return hedged[1] or hedged[2] if hedged else ""


def date_meant(text: str) -> str:
    """The date as we write it, where the text can mean one day, month or year alone."""
    found = {date for date in _readings(text) if is_date(date)}
    return found.pop() if len(found) == 1 else ""


def _is_sure(text: str) -> bool:
    """Whether nothing is lost, such as the time of day, and the month is a month's name."""
    if _HEDGED.fullmatch(text[:LONGEST]):
        return False
    words = [word for word in re.findall(r"[a-z]{3,}", text.lower()) if word != "the"]
    months = [word for word in words if not word.endswith("day")]
    named = all(any(month.lower().startswith(word) for month in Date.MONTHS) for word in months)
    return named and ":" not in text


def _readings(text: str) -> Iterator[str]:
    """What someone may have meant."""
    if is_date(text):
        yield text
    if parts := re.fullmatch(r"(\d{4})[-–/.](\d{1,2})(?:[-–/.](\d{1,2}))?(?:[T ]\d.*)?", text):
        yield "-".join(part.zfill(2) for part in parts.groups() if part)
    if parts := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text):
        one, other, year = parts.groups()
        yield f"{year}-{other:0>2}-{one:0>2}"
        yield f"{year}-{one:0>2}-{other:0>2}"
    if parts := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text):
        yield f"{parts[2]}-{parts[1]:0>2}"
    if parts := _DAY_LAST.fullmatch(text):
        yield from _readings(f"{parts[2]} {parts[1]} {parts[3]}")
    if parts := re.fullmatch(rf"(?:{_DAY})?([A-Za-z]{{3,9}})\.?,? (\d{{4}})", text):
        day, word, year = parts.groups()
        month = MONTHS.get(word[:3].lower(), 0)
        yield f"{year}-{month:02}" + (f"-{day:0>2}" if day else "")


def is_date(text: str) -> bool:
    """Whether a text is a date as we write it."""
    try:
        return bool(Date.read(Text(text)))
    except ValueError:
        return False
