"""Two files whose names differ in capitals alone

Or they differ only in the way in which an accented letter is saved.

## Why we check it

On many computers a folder can hold only one of the two. Whoever takes a copy of the repository
there loses the other, and is not told.

## How to mend it

Give one of the two another name, in small letters.

## Wrong

```
docs/Map.png
docs/map.png
```

## Right

```
docs/map.png
docs/map-of-the-north.png
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import SameButForCapitals

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each second file. Pages and entries are told by the rules over names and addresses."""
    for fault in catalogue.faults(SameButForCapitals):
        yield Finding(
            fault.location,
            f"Many computers cannot tell this file from {said(fault.other)}.",
            "Give one of the two another name, in small letters.",
        )
