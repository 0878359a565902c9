"""A summary that is too long

A summary has at most 280 characters.

## Why we check it

It stands on cards, in lists and in what search engines show. What is longer is cut there in the
middle of a word.

## How to mend it

Say what it is, for whom, and where. The rest belongs into `body`.

## Wrong

```yaml
summary: >-
  In the spring of 2019 a group of drivers who had met by chance at a rank by the station began to
  talk about what it would take to own their own company, and after many meetings, some of them
  rather long, they set up Robin Taxis, which is owned by the people who drive for it and the
  people who ride in it.
```

## Right

```yaml
summary: A taxi company that is owned by the people who drive for it and ride in it.
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.ERROR

LONGEST = 280


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each summary with too many characters."""
    for study in catalogue.collection.case_studies:
        over = len(study.summary) - LONGEST
        if over > 0:
            yield Finding(
                study.summary.location,
                f"The summary has {len(study.summary)} characters. At most {LONGEST} fit.",
                f"Take out {over} or more.",
            )
