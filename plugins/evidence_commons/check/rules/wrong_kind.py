"""A value of the wrong kind

The field wants a list, fields of its own, or yes or no. What stands there is something else.

## Why we check it

We read each field by what it is for. A list where one text belongs would not be shown, and one text
with commas in it would be found under no theme.

## How to mend it

- A list has one entry on each line, each after a hyphen. In square brackets, commas part them:
  `[food, energy]`.
- If there is nothing to list, leave the line out.
- Write `yes` or `no` in small letters.

## Wrong

```yaml
themes: transport
```

## Right

```yaml
themes:
  - transport
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.bare import bare
from evidence_commons.check.nearest import listed
from evidence_commons.check.numerals import NOTHING as NOT_KNOWN
from evidence_commons.check.quotes import as_value, entries_in, said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue, WrongKind
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Date, Number, Period, Url, YesNo

SEVERITY = Severity.ERROR

LONGEST = 200
NOTHING = {"none", "no", "nothing", "n/a", "na", "nil", "null", "-", "–"}
_POLITE = pattern(r"(?:,? (?:please|thanks|thank you|indeed))?[.!]*$")
YES, NO = {"yes", "y", "true", "on"}, {"no", "n", "false", "off"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each value that is not what its field is for.

    Numbers, dates, times and addresses have rules of their own.
    """
    for shape in catalogue.faults(WrongKind):
        each = "Each entry of" if shape.item else "The field"
        found = f"the text {said(shape.text)}" if shape.text else shape.found
        have = "have" if shape.inside and shape.wanted != "a list" else "be"
        message = f"{each} {said(shape.key)} should {have} {shape.wanted}, but this is {found}."
        if shape.wanted == "fields":
            message = f"A file of fields should be here, but this is {found}."
        yield Finding(shape.location, message, *_reshaped(shape))
    for value in catalogue.faults(BadValue):
        if not issubclass(value.kind, Date | Number | Period | Url):
            message = f"{said(value.text)} is not {value.kind.WANTED}."
            word = " ".join(bare(value.text[:LONGEST]).lower().split())
            typed = _yes_or_no(word) if issubclass(value.kind, YesNo) else ""
            remedy = "If nobody knows it, leave the line out." if word in NOT_KNOWN else value.why
            yield Finding(value.location, message, remedy, typed, bool(typed))


def _reshaped(fault: WrongKind) -> tuple[str, str]:
    """The remedy for a wrong shape, and what to type instead."""
    short = fault.text if len(fault.text) <= LONGEST else ""
    if fault.wanted == "a list":
        if short.strip().lower() in NOTHING:
            return ("Write a list." if fault.needed else "Leave the line out."), ""
        remedy = "Put each entry on a line of its own, after a hyphen."
        parts = ", ".join(map(as_value, entries_in(short)))
        one_line = fault.location.width == len(fault.text)
        return remedy, f"[{parts}]" if parts and one_line and not fault.inside else ""
    if fault.wanted == "fields":
        return "Begin each line with the name of a field and a colon.", ""
    if not fault.inside:
        return "Write one text, without hyphens or fields below it.", ""
    return _with_fields(fault, short)


def _with_fields(fault: WrongKind, short: str) -> tuple[str, str]:
    """The remedy where fields were wanted: one of them may stand there without its colon."""
    begun = re.match(r"(\w+)(?::| +)(?=\S)", short)
    if begun and begun[1] in fault.inside and fault.item:
        return "Put a colon and a space behind its name.", f"{begun[1]}: {short[begun.end() :]}"
    remedy = f"Its fields are {listed(fault.inside)}."
    if not (fault.alone and short):
        return remedy, ""
    pair = f"{fault.alone}: {as_value(short)}"
    return remedy, pair if fault.item else f"{{{pair}}}"


def _yes_or_no(word: str) -> str:
    """The word to type, where there is one answer."""
    word = _POLITE.sub("", word)
    return "yes" if word in YES else "no" if word in NO else ""
