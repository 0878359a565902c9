"""A vocabulary that is not there

Entries fill in a field with words from a list, but the file with the list is gone.

## Why we check it

Without the list nobody knows what the words mean, and no page can be made for them.

## How to mend it

Put the file back, or write it anew: a file in `case_studies/vocabulary` that is called as its
`id`, with a title, a definition and its terms.

## Wrong

```
case_studies/vocabulary/themes.yaml    (gone)
```

## Right

In `case_studies/vocabulary/themes.yaml`:

```yaml
id: themes
title: Themes
singular: theme
definition: What an example is about.
terms:
  - id: transport
    label: Transport
    definition: Getting from here to there.
```
"""

from collections import Counter
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.outline import Survey

SEVERITY = Severity.ERROR

FOLDER = "case_studies/vocabulary"
THINGS = {"case-study", "question", "metric", "reference"}
"""What a field can name that is no term."""


def compare(survey: Survey) -> Iterator[Finding]:
    """Each vocabulary that entries use and no file holds, nor seems to hold."""
    there = {Location(outline.path).stem for outline in survey.outlines if _is_list(outline.path)}
    there |= {one.name for one in survey.named(["vocabulary"])}
    used = Counter(mention.partition(" ")[0] for mention in survey.mentioned)
    for kind in sorted(used.keys() - there - THINGS):
        yield Finding(
            Location(f"{FOLDER}/{kind}.yaml"),
            f"There is no vocabulary {said(kind)}, and entries use words of it.",
            "Put its file back.",
        )


def _is_list(path: str) -> bool:
    return path.startswith(f"{FOLDER}/")
