"""A value of the wrong kind

The field wants a list, fields of its own, a number, or yes or no. What stands there is something
else.

## Why we check it

We read each field by what it is for. Text in a field for numbers cannot be counted, and a list
where one text belongs would not be shown.

## How to mend it

- A list has one entry on each line, each after a hyphen. In square brackets, commas part them:
  `[food, energy]`.
- If there is nothing to list, leave the line out.
- A number has digits, and a point before the decimals. Leave out the commas, the unit and words
  such as "over": they have fields of their own.
- Write `yes` or `no` in small letters.

## Wrong

```yaml
themes: food
observation:
  value: 2,000
```

## Right

```yaml
themes:
  - food
observation:
  value: 2000
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.nearest import listed
from evidence_commons.check.quotes import as_value, said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue, WrongKind
from evidence_commons.model.text import Date, Number, Text, Url, YesNo

SEVERITY = Severity.ERROR

LONGEST = 200
NOTHING = {"none", "no", "nothing", "n/a", "na", "nil", "null", "-", "–"}
YES, NO = {"yes", "y", "true", "on"}, {"no", "n", "false", "off"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each value that is not what its field is for. Dates and addresses have rules of their own."""
    for shape in catalogue.faults(WrongKind):
        each = "Each entry of" if shape.item else "The field"
        found = f"the text {said(shape.text)}" if shape.text else shape.found
        have = "have" if shape.inside and shape.wanted != "a list" else "be"
        message = f"{each} {said(shape.key)} should {have} {shape.wanted}, but this is {found}."
        if shape.wanted == "fields":
            message = f"A file of fields should be here, but this is {found}."
        yield Finding(shape.location, message, *_reshaped(shape))
    for value in catalogue.faults(BadValue):
        if not issubclass(value.kind, Date | Url):
            message = f"{said(value.text)} is not {value.kind.WANTED}."
            yield Finding(value.location, message, value.why, _rewritten(value))


def _reshaped(fault: WrongKind) -> tuple[str, str]:
    """The remedy for a wrong shape, and what to type instead."""
    short = fault.text if len(fault.text) <= LONGEST else ""
    if fault.wanted == "a list":
        if short.strip().lower() in NOTHING:
            return ("Write a list." if fault.needed else "Leave the line out."), ""
        remedy = "Put each entry on a line of its own, after a hyphen."
        parts = ", ".join(as_value(part.strip()) for part in short.split(",") if part.strip())
        return remedy, f"[{parts}]" if parts and not fault.inside else ""
    if fault.wanted == "fields":
        return "Begin each line with the name of a field and a colon.", ""
    if not fault.inside:
        return "Write one text, without hyphens or fields below it.", ""
    remedy = f"Its fields are {listed(fault.inside)}."
    if not (fault.alone and short):
        return remedy, ""
    pair = f"{fault.alone}: {as_value(short)}"
    return remedy, pair if fault.item else f"{{{pair}}}"


def _rewritten(fault: BadValue) -> str:
    """The value as it should be typed, where there is one answer."""
    if fault.kind is YesNo:
        word = fault.text.lower()
        return "yes" if word in YES else "no" if word in NO else ""
    if fault.kind is not Number or not re.fullmatch(r"[£$€]?\s?[\d,. ]+%?", fault.text):
        return ""
    digits = re.sub(r"[£$€%\s]|,(?=\d{3}\b)", "", fault.text)
    try:
        return Number.read(Text(digits))
    except ValueError:
        return ""
