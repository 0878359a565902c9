"""A record that cannot be read

Something in this record of `references.bib` stops us from reading it.

## Why we check it

One brace or comma too few, and a program may read two records as one, or leave a work out
without a word.

## How to mend it

A record begins with its kind and its key, ends with a brace on a line of its own, and has a
comma behind each field. Each value stands in braces.

## Wrong

```bibtex
@book{wren2023
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BrokenReference

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record that cannot be read as it stands."""
    for fault in catalogue.faults(BrokenReference):
        yield Finding(fault.location, fault.why, fault.remedy, fault.meant, fault.sure)
