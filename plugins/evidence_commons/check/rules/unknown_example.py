"""A case study that does not exist

A proposal names a case study as an example, but there is none with this id.

## Why we check it

The link would lead nowhere, and readers would look for an example that nobody can show them.

## How to mend it

Type the id of the case study. It is the name of its file in `case_studies`, without the ending.

## Wrong

In `docs/questions/how-to-keep-warm.md`:

```yaml
proposals:
  - id: share-a-stove
    text: Let three houses share one stove.
    proposed_by: Bola Heron
    examples:
      - magpie-enregy
    citations:
      - key: heron2023guide
        locator: ch. 2
```

## Right

In `docs/questions/how-to-keep-warm.md`:

```yaml
proposals:
  - id: share-a-stove
    text: Let three houses share one stove.
    proposed_by: Bola Heron
    examples:
      - magpie-energy
    citations:
      - key: heron2023guide
        locator: ch. 2
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import did_you_mean
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.outline import Survey

SEVERITY = Severity.ERROR


def compare(survey: Survey) -> Iterator[Finding]:
    """Each name that no case study bears. Files that cannot be read count as there."""
    there = {one.name for one in survey.named(["case-study"])}
    known = there | {Location(outline.path).stem for outline in survey.outlines}
    for outline in survey.outlines:
        for one in outline.examples:
            if one.name and one.name not in known:
                remedy, typed = did_you_mean(
                    one.name, there, "Add it to case_studies, or take this line out."
                )
                yield Finding(
                    one.location, f"There is no case study {said(one.name)}.", remedy, typed
                )
