"""A field without a comma before it

There is no comma behind a field, so the next one is read as a part of it.

## Why we check it

The field would vanish, and its words would turn up in the one before: a title that ends in
`year = 2023`.

## How to mend it

Put a comma behind the closing brace of the field before.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  publisher = {Nowhere Press},
  title = {Who owns the taxi?}
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  publisher = {Nowhere Press},
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
from evidence_commons.model.faults import SwallowedField

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field that the one before it has swallowed."""
    for fault in catalogue.faults(SwallowedField):
        yield Finding(
            fault.location,
            f"There is no comma between {said(fault.swallower)} and {said(fault.swallowed)}.",
            f"Put a comma at the end of {said(fault.swallower)}.",
            f"{fault.sign}," if fault.sign else "",
            fault.sure and bool(fault.sign),
        )
