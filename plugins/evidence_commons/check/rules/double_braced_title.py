"""A title in two pairs of braces

All of the title stands in a second pair of braces, and its words begin with capitals.

## Why we check it

Braces inside a field keep capitals as they are. So a style that prints titles like a sentence, as
some do, cannot: this one would stand out in every list.

## How to mend it

Take the inner braces away. Put them around names and short forms alone: `{UK}`, `{London}`.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {{How Riders Came to Own Their Taxis}},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {How Riders Came to Own Their Taxis},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.NOTICE

FEWEST, MOST_SMALL = 4, 0.25
"""So many long words, and no greater share of them in small letters, are a title in capitals."""

_LONG_WORD = pattern(r"(?<![\w{\\])[^\W\d_]{4,}")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title of some words, most of them with a capital at the front, that is in braces."""
    for work in catalogue.collection.references:
        if "{{" not in work.bibtex and '"{' not in work.bibtex:
            continue
        title = typed_in(work, "title")
        if title and _is_wrapped(title) and _has_capitals(title[1:-1]):
            yield Finding(
                title.location,
                "All of this title stands in a second pair of braces.",
                "Put braces around names and short forms alone.",
            )


def _is_wrapped(title: str) -> bool:
    """Whether the first brace is closed by the last sign."""
    if not (title.startswith("{") and title.endswith("}")):
        return False
    inside = title[1:-1].replace("\\{", "").replace("\\}", "")
    depth = 0
    for sign in re.findall(r"[{}]", inside):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _has_capitals(title: str) -> bool:
    words = _LONG_WORD.findall(title)
    small = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST and small <= MOST_SMALL * len(words) and not title.isupper()
