"""A figure that is not the one in the quote

The quote beside this figure holds one number, and it is another one.

## Why we check it

One of the two is a slip. Readers who compare them will trust neither.

## How to mend it

Look the number up in the work, and mend the figure or the quote. If the figure was worked out from
the work, quote the words that it was worked out from, and say in `note` how.

## Wrong

```yaml
observation:
  value: 410
  citation:
    key: wren2021taxis
    quote: over 400 members
```

## Right

```yaml
observation:
  value: 400
  hedge: over
  citation:
    key: wren2021taxis
    quote: over 400 members
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.figures import Quoted, figures, numbers, same
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_DIGITS = pattern(r"[0-9][0-9.,]*")
_YEAR = pattern(r"(?:19|20)[0-9]{2}[.,]*")
_NAME_ENDS = pattern(r"(?:st|nd|rd|th|s)\b|[-+\u2013]|[.,]?[0-9]")
_NAMES = frozenset(
    "p p. pp. page pages table figure fig. section sec. chapter ch. phase stage level tier year"
    " years age aged ages day week month grade step version wave round part no. no number area"
    " zone band option article line item question within every each after for".split()
)
"""Words after which a number is a name, or a span of time, and counts nothing."""

_COUNTED = pattern(r" ?(%|per ?cent|minutes?|hours?|days?|weeks?|months?|years?)", re.IGNORECASE)
_IN_WORDS = pattern(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|halves|halved"
    r"|thirds?|quarters?|fifths?|tenths?|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|twice|thrice"
    r"|both|none|nobody|no|all|every|each|single|pair)\b",
    re.IGNORECASE,
)
_WORKED_OUT = pattern(
    r"work(?:s|ed)? (?:it )?out|calculat|comput|round|convert|\bsum|\badd|times|minus|plus|divid"
    r"|multipl|\bread\b|per cent|average|mean\b|middle",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure whose quote gives another one."""
    for figure in figures(catalogue):
        value, quote = figure.observation.value, figure.quote
        if not value or not quote:
            continue
        only, unit = _only_number(quote), figure.metric.unit if figure.metric else ""
        if not only or same(value.value, only, unit) or _counts_another_thing(quote, only, unit):
            continue
        # The number that was meant may stand there in words, or follow from the other.
        if not _IN_WORDS.search(quote) and not _WORKED_OUT.search(figure.observation.note or ""):
            number = said(quote[only.start : only.end])
            yield Finding(
                value.location,
                f"This figure is {said(value)}, but the quote says {number}.",
                "Look it up in the work, and mend the one that is wrong.",
            )


def _only_number(quote: str) -> Quoted | None:
    """The one number in a quote that can be a figure; None if there is another, or none."""
    digits = [one for one in _DIGITS.findall(quote) if not _YEAR.fullmatch(one)]
    if len(digits) != 1:
        return None
    found = [one for one in numbers(quote) if not _YEAR.fullmatch(quote[one.start : one.end])]
    if len(found) != 1 or _NAME_ENDS.match(quote, found[0].end):
        return None
    before = quote[: found[0].start].split()
    return None if before and before[-1].lower().strip("(") in _NAMES else found[0]


def _counts_another_thing(quote: str, number: Quoted, unit: str) -> bool:
    """Whether a number is one of hours, pounds or per cent, and the metric's unit is another."""
    money = quote[number.start] in "£$€"
    if money and not re.search(r"£|\$|€|pound|euro|dollar|gbp|eur|usd|pence", unit, re.IGNORECASE):
        return True
    counted = _COUNTED.match(quote, number.end)
    if not counted:
        return False
    word = counted[1].lower().rstrip("s")
    share = word == "%" or word.startswith("per")
    return not re.search(r"%|per ?cent|share" if share else word, unit, re.IGNORECASE)
