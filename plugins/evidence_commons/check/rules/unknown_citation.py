"""A citation of a work that is not in the library

The key points to no record in `references.bib`.

## Why we check it

A claim is only as good as what it rests on. A citation that leads nowhere leaves readers with
nothing to hold it against.

## How to mend it

Type the key as it stands in `references.bib`, or add the work there.

## Wrong

```yaml
citations:
  - key: coldicut2024
```

## Right

```yaml
citations:
  - key: coldicutt2024
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import did_you_mean
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BrokenReference

SEVERITY = Severity.ERROR

LIBRARY = "references.bib"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each citation that leads nowhere, unless the library or the record could not be read."""
    if LIBRARY in unread_paths(catalogue):
        return
    broken = {fault.key for fault in catalogue.faults(BrokenReference)}
    for key, mentions in catalogue.mentions.items():
        if not key or key in catalogue.references or key in broken:
            continue
        remedy, typed = did_you_mean(
            key, catalogue.references, f"Add the work to {LIBRARY}, with this key."
        )
        for mention in mentions:
            yield Finding(
                mention.citation.key.location,
                f"No work in {LIBRARY} has the key {said(key)}.",
                remedy,
                typed,
            )
