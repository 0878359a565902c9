"""A number that we cannot read

A number stands in digits, with a point before the decimals, and with nothing else around it.

## Why we check it

Numbers are compared, added up and drawn. "About 2k" means much to a person, and nothing to a
chart. What belongs to the number has a field of its own, so that no caution is lost.

## How to mend it

- Leave out commas and spaces between thousands: `2000`.
- Leave out the sign of a currency, "%" and the unit. The field `currency`, or the metric, says
  what is counted.
- Words such as "over" and "almost" belong into `hedge`, below the value.
- Write "two hundred" and "1.5m" in digits.

## Wrong

```yaml
observation:
  value: over 2,000
```

## Right

```yaml
observation:
  value: 2000
  hedge: over
```
"""

import re
from collections.abc import Iterator, Mapping

from evidence_commons.check.bare import bare
from evidence_commons.check.figures import figures
from evidence_commons.check.hedges import HEDGES, WORDS
from evidence_commons.check.numerals import NOTHING, in_digits
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Number

SEVERITY = Severity.ERROR

LONGEST = 80
SIGNS = {"~": "about", "c.": "about", "c": "about", ">": "over", "<": "under", "≥": "at-least"}

_HEDGED = pattern(rf"({WORDS}|~|>|<|≥|c\.?) ?(\S.*)", re.IGNORECASE)
_MONEY = pattern(r"([£$€]|GBP|EUR|USD) ?(\S.*)|(\S.*\S|\S) ?([£$€]|GBP|EUR|USD)")
_SHARE = pattern(r"(\S.*?) ?(%|per ?cent)", re.IGNORECASE)
_DEGREE = pattern(r"([-\u2212\u2013]?)([0-9]{1,3})[.,]([0-9]{1,15})°? ?([NSEW]?)")
_RANGE = pattern(r"[0-9][0-9.,]* ?(?:-|\u2013|to|or|and) ?[0-9][0-9.,]*")
_COUNTED = pattern(r"([0-9.,]+) ?([^\W\d]\D*)")
_LETTERS = pattern(r"(?=.*[0-9])[0-9OolI.,]*[OolI][0-9OolI.,]*")
_SIZE = pattern(r"[nN] ?= ?([0-9.,]+)")
_PART = pattern(
    r"\w+ (?:in|of|out of) \w+|[0-9]+ ?/ ?[0-9]+|(?:a|one|two) (?:half|thirds?|quarters?)|half",
    re.IGNORECASE,
)
_ROUGH = pattern(
    r"(?:an? )?(?:several|many|few|some|most|dozens|hundreds|thousands|lots|couple)\b.*",
    re.IGNORECASE,
)

Remedy = tuple[str, str, bool]
"""What to do, what to type instead, and whether nothing else can have been meant."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each number that is none."""
    faults = [fault for fault in catalogue.faults(BadValue) if issubclass(fault.kind, Number)]
    units = _units(catalogue) if faults else {}
    degrees = _degrees(catalogue) if faults else frozenset()
    for fault in faults:
        text = " ".join(bare(fault.text[:LONGEST]).split()) or fault.text[:LONGEST]
        if len(fault.text) > LONGEST or fault.location in degrees:
            remedy = _degree(text, fault.why)
        else:
            remedy = _remedy(text, units.get(fault.location)) or (fault.why, "", False)
        yield Finding(fault.location, f"{said(fault.text)} is not a number.", *remedy)


def _units(catalogue: Catalogue) -> Mapping[Location, str]:
    """Where the values of figures stand, and the unit of each."""
    return {
        figure.observation.value.location: str(figure.metric.unit) if figure.metric else ""
        for figure in figures(catalogue)
    }


def _degrees(catalogue: Catalogue) -> frozenset[Location]:
    """Where coordinates stand: what follows their digits is no unit."""
    return frozenset(
        number.location
        for study in catalogue.collection.case_studies
        for place in study.places
        for number in (place.latitude, place.longitude)
        if number is not None
    )


def _degree(text: str, why: str) -> Remedy:
    """The remedy for a coordinate: a comma in it is a point, and west a minus sign."""
    found = _DEGREE.fullmatch(text)
    if not found:
        return why, "", False
    minus = "-" if found[1] or found[4] in ("S", "W") else ""
    return why, f"{minus}{found[2]}.{found[3]}", False


def _remedy(text: str, unit: str | None) -> Remedy | None:
    """The remedy where we know what was meant; ``unit`` is that of a figure's value."""
    if text.lower() in NOTHING:
        return "If nobody knows it, leave the line out.", "", False
    if found := in_digits(text):
        if found.bare:
            return _scaled(found.digits, found.bare, unit)
        return "Write digits only, with a point for decimals.", found.digits, found.sure
    return _unsure(text) or _hedged(text, unit) or _beside(text, unit)


def _unsure(text: str) -> Remedy | None:
    """The remedy where several numbers stand, or none that anyone has counted."""
    if _RANGE.fullmatch(text):
        return "Write one number. If nobody knows more exactly, leave the line out.", "", False
    if _ROUGH.fullmatch(text):
        return "If nobody counted, leave the line out, and say it in the text.", "", False
    if _PART.fullmatch(text):
        return "Write one number. If it is a share, one in five is 20 per cent.", "", False
    if _LETTERS.fullmatch(text):
        digits = text.translate(str.maketrans("OolI", "0011"))
        return "A letter stands here in place of a digit.", digits, False
    return None


def _beside(text: str, unit: str | None) -> Remedy | None:
    """The remedy where a currency, a "%" or a unit stands beside the number."""
    if (size := _SIZE.fullmatch(text)) and (found := in_digits(size[1])):
        return "Write the number alone.", found.digits, True
    if (money := _MONEY.fullmatch(text)) and (found := in_digits(money[2] or money[3])):
        sign = money[1] or money[4]
        where = (
            "the currency has a field of its own" if unit is None else "the metric gives the unit"
        )
        return f"Leave out {said(sign)}: {where}.", found.digits, False
    if (share := _SHARE.fullmatch(text)) and (found := in_digits(share[1])):
        return f"Leave out {said(share[2])}: the metric gives the unit.", found.digits, False
    if (counted := _COUNTED.fullmatch(text)) and (found := in_digits(counted[1])):
        return f"Leave out {said(counted[2])}: a number stands alone.", found.digits, False
    return None


def _scaled(digits: str, bare: str, unit: str | None) -> Remedy:
    """The remedy for "1.5m": all its digits, or fewer where the unit counts in millions."""
    if unit and re.search(r"thousand|million|billion", unit, re.IGNORECASE):
        return (
            f"The metric counts in {said(unit)}. Write {bare} if that is what you mean.",
            "",
            False,
        )
    return f"Write all its digits: {digits}.", digits, False


def _hedged(text: str, unit: str | None) -> Remedy | None:
    """The remedy for "over 2000": two lines, where it is the value of a figure."""
    found = _HEDGED.fullmatch(text)
    word, rest = (found[1].lower(), found[2]) if found else ("over", text.removesuffix("+"))
    remedy = _remedy(rest.strip(), unit) if rest != text else None
    if not remedy or not remedy[1]:
        return None
    hedge = HEDGES.get(word) or SIGNS[word]
    if unit is not None:
        line = said(f"hedge: {hedge}")
        return f"Write {remedy[1]}, and on a line of its own {line}.", "", False
    caution = said(hedge.replace("-", " "))
    return f"Write {remedy[1]} alone, and say {caution} in the text instead.", "", False
