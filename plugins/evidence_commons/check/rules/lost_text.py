"""Text in the library that belongs to no record

It looks like a record or a field, but it stands outside of all records.

## Why we check it

In `references.bib`, all that is outside of records is a note to yourself. A brace too many ends
a record early, and the fields behind it are lost.

## How to mend it

Look for a brace too many above. If the text is a note, begin its line with `%`.

## Wrong

```bibtex
@book{wren2023,
  title = {Who owns the taxi?}},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  title = {Who owns the taxi?},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import LostText

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each stretch of text that is read by nobody."""
    for fault in catalogue.faults(LostText):
        yield Finding(
            fault.location,
            f"Nobody reads this text: {said(fault.text)}.",
            "Look for a brace or quote too many before it, or delete it.",
        )
