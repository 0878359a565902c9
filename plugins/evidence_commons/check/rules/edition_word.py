"""The word edition in a field for editions

The field says "edition" or "ed." behind its number.

## Why we check it

Programs that print a list of works put that word there by themselves. It would stand there twice:
"2nd edition edn".

## How to mend it

Write the number alone.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  edition = {2nd edition},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  edition = {2},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.NOTICE

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
NUMBERS = {word: str(number) for number, word in enumerate(_ORDINALS, 1)}
_EDITION = pattern(r"([0-9]{1,3})?(st|nd|rd|th|\.)?([a-z]*)[ \t~]*(?:edition|edn|ed)\b\.?", re.I)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each edition that is a number with the word behind it."""
    for work in catalogue.collection.references:
        if "ed" not in work.edition[-8:].lower():
            continue
        value = typed_in(work, "edition")
        number = _number(value) if value else ""
        if value and number:
            yield Finding(
                value.location,
                f"Besides its number, the edition {said(value)} holds the word for it.",
                "Write the number alone.",
                number,
                sure=True,
            )


def _number(value: str) -> str:
    """The number of the edition, if the value is that and the word behind it."""
    found = _EDITION.fullmatch(value)
    if not found:
        return ""
    return "" if found[1] and found[3] else found[1] or NUMBERS.get(found[3].lower(), "")
