"""Words of a vocabulary that nobody uses

No entry uses these words yet.

## Why we check it

Readers choose from these lists. A word that leads nowhere costs them a click, and a list of words
that fit is easier to choose from.

## How to mend it

Use the words where they fit, or delete them. You may also leave them for entries to come: this is
a notice, and nothing has to be done.

## Wrong

In `case_studies/vocabulary/themes.yaml`:

```yaml
terms:
  - id: transport
    label: Transport
    definition: Getting from here to there.
  - id: transport-2
    label: Transport
    definition: A second try.
```

## Right

In `case_studies/vocabulary/themes.yaml`:

```yaml
terms:
  - id: transport
    label: Transport
    definition: Getting from here to there.
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import listed
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.outline import Survey

SEVERITY = Severity.NOTICE

GROWING = ("themes", "technologies", "outcomes")
"""The lists by which readers browse. The others are whole from the start, used or not."""


def compare(survey: Survey) -> Iterator[Finding]:
    """Each vocabulary with words that nobody uses, where all words in use can be known."""
    for kind in GROWING:
        unused = survey.unnamed(kind)
        places = [one.location for one in survey.named([kind]) if one.name in unused]
        if places:
            yield Finding(
                places[0],
                f"No entry uses {listed(unused)}.",
                "Use them where they fit, or leave them for entries to come.",
            )
