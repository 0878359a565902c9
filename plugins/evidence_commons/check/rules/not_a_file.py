"""A link where a file should be

This is a link to another place, or some other special thing, but no file.

## Why we check it

A link can lead out of this commons. Whatever it leads to would be published.

## How to mend it

Put a copy of the file itself in its place.

## Wrong

```
case_studies/robin-taxis.yaml -> /home/robin/taxis.yaml
```

## Right

```
case_studies/robin-taxis.yaml
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import NotAFile

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each link and each special file."""
    for fault in catalogue.faults(NotAFile):
        yield Finding(
            fault.location, "This is a link, not a file.", "Put the file itself in its place."
        )
