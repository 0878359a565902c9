"""A file that is too big

A file, or what is nested in it, is beyond what an entry needs.

## Why we check it

Without bounds, one file could keep everyone waiting, or stop the site from being built at all.

## How to mend it

An entry has at most 256 kB, 20 levels and 20,000 values. Split it in two, or leave out what no
reader needs. A long report is better cited than copied. The library has at most 8 MB: take out
records that nothing cites, and fields such as `abstract`.

## Wrong

```yaml
title: [[[[[[[[[[[[[[[[[[[[[[Robin Taxis]]]]]]]]]]]]]]]]]]]]]]
```

## Right

```yaml
title: Robin Taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import TooBig

SEVERITY = Severity.ERROR

OTHERS = "Split it, or leave out what no reader needs."
LIBRARY = 'Take out records that nothing cites, and long fields such as "abstract".'


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file beyond the bounds."""
    for fault in catalogue.faults(TooBig):
        library = fault.location.path == "references.bib"
        remedy = fault.remedy or (LIBRARY if library else OTHERS)
        yield Finding(fault.location, fault.why, remedy)
