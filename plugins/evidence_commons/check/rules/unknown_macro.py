"""A word in the library without braces

A value without braces or quotes is a short word that stands for a longer one. Nothing says what
this one stands for.

## Why we check it

Other programs print nothing in its place, so a journal or a publisher would vanish.

## How to mend it

Put braces around the value. If it is meant as a short word, say what it stands for in a
`@string` record.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = Wren,
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Wren},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import UnknownMacro

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each bare word that nothing explains."""
    for fault in catalogue.faults(UnknownMacro):
        yield Finding(
            fault.location,
            f"The value of {said(fault.field)} stands without braces.",
            "Put braces around it.",
            "" if fault.word.endswith("…") else f"{{{fault.word}}}",
        )
