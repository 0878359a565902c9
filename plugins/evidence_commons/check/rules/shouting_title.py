"""A title in capitals

All letters of the title are capitals.

## Why we check it

Words in capitals are slow to read. Some programs that read pages aloud spell them letter by letter.

## How to mend it

Write the title as in a sentence, with capitals only for names. If the name is written so, leave it.

## Wrong

```yaml
title: ROBIN TAXIS
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

SEVERITY = Severity.NOTICE

SHORTEST = 9
"""What has fewer letters may be short for something."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title of two words or more that is all in capitals."""
    for entry in catalogue.collection.entries:
        title = entry.title
        if title.isupper() and " " in title and sum(map(str.isalpha, title)) >= SHORTEST:
            yield Finding(
                title.location,
                "This title is all in capitals.",
                "Write it as in a sentence, with capitals only for names.",
            )
