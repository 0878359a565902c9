"""A field that begins too far to the right

The line has the name of a field at its front. But it is indented below a text that goes on over
several lines, so it has become a part of that text.

## Why we check it

The field would vanish, and its words would turn up on the page in the middle of the text: a
summary that ends in `started: 2020`.

## How to mend it

Take away the spaces in front of the line, until it begins in the same column as the field that
swallowed it. If the words do belong to the text, break the line at another place, so that it does
not begin with them.

## Wrong

```yaml
summary: >-
  A bakery that its bakers own.
  started: 2020
```

## Right

```yaml
summary: >-
  A bakery that its bakers own.
started: 2020
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import IndentedField

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field that the text above it has swallowed."""
    for fault in catalogue.faults(IndentedField):
        yield Finding(
            fault.location,
            f"The line {said(fault.line)} has become a part of {said(fault.swallower)}.",
            f"Begin it in the column of {said(fault.beside)}.",
        )
