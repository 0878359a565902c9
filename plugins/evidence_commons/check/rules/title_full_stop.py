"""A title in the library that ends with a full stop

The title of a work ends with a full stop.

## Why we check it

It was copied from a list of works, where it parts the title from what follows. Lists put their own
sign there, so readers would see two.

## How to mend it

Take the full stop out. Short forms keep theirs: `Wren & Finch Ltd.`

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {The owners of the taxis.},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {The owners of the taxis},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.NOTICE

# A shorter word may be a short form. So may one behind other full stops.
_LAST = pattern(r"(?<![\w.])[^\W\d_]{5,40}(\.)[}\s]*\Z")
_OFTEN_SHORT = frozenset(("assoc", "assocs", "bros", "corp", "dept", "govt", "natl", "suppl"))


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title whose last word is a whole one with a full stop behind it."""
    for work in catalogue.collection.references:
        if not work.title.endswith("."):
            continue
        title = typed_in(work, "title")
        last = _LAST.search(title) if title else None
        if title and last and "." not in title[: last.start(1)]:
            word = title[last.start() : last.start(1)]
            if word.casefold() not in _OFTEN_SHORT:
                yield Finding(
                    part(title, last.start(), last.end(1)),
                    f"The title ends with a full stop, behind {said(word)}.",
                    "Take it out.",
                    word,
                )
