"""A sign that does not belong to a name

A title or a name ends with a comma, a semicolon or a full stop.

## Why we check it

It was left behind by the sentence or the list from which the name was copied. Readers would see it
in all lists.

## How to mend it

Take the sign out. Short forms keep theirs: `Wren & Finch Ltd.`

## Wrong

```yaml
title: Robin Taxis,
```

## Right

```yaml
title: Robin Taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SEVERITY = Severity.NOTICE

_SHORT_FORM = 4
"""A last word of so few letters may be a short form, which keeps its full stop."""

_LAST = pattern(r"[^\s.]*\.$")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title and each name that ends with such a sign."""
    for name in _names(catalogue):
        if name[-1:] in (",", ";", ".") and _is_odd(name):
            typed = name.rstrip(",;.")
            one_line = name.location.width == len(name)
            yield Finding(
                name.location,
                f"{said(name)} ends with {said(name[-1])}, which is no part of the name.",
                "Take it out.",
                typed if one_line else "",
                one_line and name[-1] != ".",
            )


def _names(catalogue: Catalogue) -> Iterator[Text]:
    collection = catalogue.collection
    for thing in collection.entries:
        yield thing.title
    for study in collection.case_studies:
        yield from (body.name for body in study.organisations)
        yield from (place.name for place in study.places)


def _is_odd(name: str) -> bool:
    """Whether the sign is no part of a short form, nor of three dots."""
    last = _LAST.search(name)
    word = last[0] if last else ""
    several = "." in name[:-1]
    return not name.endswith(".") or (len(word) > _SHORT_FORM + 1 and not several)
