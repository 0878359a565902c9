"""A time that we cannot read

A time is a date, or two dates with a slash between them: `2021`, `2021/2022` or
`2021-03/2021-09-30`. The first is not later than the last.

## Why we check it

"2021-22" can be two years or a slip in a date. With a slash between two whole dates there is one
way to read it, and the time can be held against the time of other claims.

## How to mend it

Write the first date, a slash, and the last one, without spaces. Years alone are fine. If it went
on to the day of the work, write the date of the work.

## Wrong

```yaml
period: 2021 to 2022
```

## Right

```yaml
period: 2021/2022
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_date import date_meant, is_date
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Date, Period

SEVERITY = Severity.ERROR

LONGEST = 60

_BETWEEN = pattern(r" ?(?:/|–|—|-|\bto\b|\buntil\b|\btill\b|\band\b) ?", re.IGNORECASE)
_FRONT = pattern(
    r"(?:from|between|in|during|fy|financial year|academic year|school year) ?(?=\w)", re.IGNORECASE
)
_SHORT_YEAR = pattern(r"((?:19|20)[0-9]{2})[/–—-]([0-9]{2})")
_OPEN = pattern(
    r"(?:since|from|after) .*|.*(?:onwards?|present|now|today|ongoing|[-–/])", re.IGNORECASE
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each time that is none, and each that ends before it begins."""
    for fault in catalogue.faults(BadValue):
        if issubclass(fault.kind, Period):
            message = f"{said(fault.text)} is not a time."
            typed, sure = _meant(fault.text)
            yield Finding(fault.location, message, _remedy(fault, typed), typed, sure)
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            period = claim.period
            if period and "/" in period and Date(period.last).before(period.first):
                yield Finding(
                    period.location,
                    f"The time {said(period)} ends before it begins.",
                    "Write the earlier date first, or mend the one that is wrong.",
                    f"{period.last}/{period.first}",
                )


def _remedy(fault: BadValue, typed: str) -> str:
    """What to do about a time that is none."""
    if len(fault.text) > LONGEST or ("/" not in typed and is_date(typed)):
        return fault.why
    if not typed and (two := _SHORT_YEAR.fullmatch(fault.text)):
        year, end = two.groups()
        return f"Write {year}-{end} for a month, or {year}/{year[:2]}{end} for two years."
    if not typed and _OPEN.fullmatch(fault.text):
        return "Give a last date too: the date of the work, if it went on."
    return "Write the first date, a slash and the last one, such as 2021/2022."


def _meant(text: str) -> tuple[str, bool]:
    """The time as we write it, where there is one reading, and whether it is beyond doubt."""
    plain = " ".join(text[: LONGEST + 1].split())
    if len(plain) > LONGEST:
        return "", False
    plain = _FRONT.sub("", plain, count=1)
    if short := _SHORT_YEAR.fullmatch(plain):
        # 2011/12 can be December 2011, and 2021/22 cannot be a month.
        last = f"{short[1][:2]}{short[2]}"
        return (f"{short[1]}/{last}", True) if short[2] > "12" and last > short[1] else ("", False)
    if one := _date(plain):
        return one, False
    found = set(_readings(plain))
    typed = found.pop() if len(found) == 1 else ""
    return typed, bool(typed) and re.fullmatch(r"[0-9]{4}/[0-9]{4}", typed) is not None


def _readings(text: str) -> Iterator[str]:
    """Two dates, wherever the text can be parted into two."""
    for sign in _BETWEEN.finditer(text):
        first, last = text[: sign.start()].strip(), text[sign.end() :].strip()
        year = re.search(r" [0-9]{4}$", last)
        end = _date(last)
        begin = _date(first) or (_date(first + year[0]) if year else "")  # March to May 2021
        if begin and end and not Date(end).before(begin):
            yield f"{begin}/{end}"


def _date(text: str) -> str:
    """The date that a text is, or means."""
    return text if is_date(text) else date_meant(text)
