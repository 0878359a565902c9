"""Two entries that look like one

Two examples have the same title, but for small words and their order, or the same web address.

## Why we check it

Told twice, an example would count twice wherever examples are counted. Its claims would stand
on two pages, and a mistake would be mended on one of them.

## How to mend it

If they are one example, put all of it into one file and delete the other. If they are two, give
this one a title that tells them apart. If they only share an address, waive this in both.

## Wrong

In `case_studies/owls.yaml`, beside an entry with the title Owl Library of Things:

```yaml
title: The Owl Library of Things
```

## Right

In `case_studies/owls.yaml`, beside an entry with the title Owl Library of Things:

```yaml
title: Owl Library of Tools
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.outline import Outline, Survey

SEVERITY = Severity.WARNING


def compare(survey: Survey) -> Iterator[Finding]:
    """Each example that has a mark of an earlier one. Equal names are told by another rule."""
    first: dict[str, Outline] = {}
    for outline in survey.outlines:
        for mark in outline.alike:
            other = first.setdefault(mark, outline)
            if other is not outline and _name(other) != _name(outline):
                yield _finding(outline, other, mark.partition(" ")[0])
                break


def _name(outline: Outline) -> str:
    return outline.named[0].name


def _finding(outline: Outline, other: Outline, kind: str) -> Finding:
    what = "web address" if kind == "url" else "title"
    return Finding(
        Location(*outline.named[0].place),
        f"This looks like {said(_name(other))}: both have the same {what}.",
        f"If they are one, keep one file. If not, give this one another {what}.",
    )
