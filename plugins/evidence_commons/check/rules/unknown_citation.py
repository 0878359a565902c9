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
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    for key, mentions in catalogue.mentions.items():
        if not key or key in catalogue.references:
            continue
        remedy, typed = did_you_mean(
            key, catalogue.references, "Add the work to references.bib, with this key."
        )
        for mention in mentions:
            yield Finding(
                mention.citation.key.location,
                f'No work in references.bib has the key "{key}".',
                remedy,
                typed,
            )
