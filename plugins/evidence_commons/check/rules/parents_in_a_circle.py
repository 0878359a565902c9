"""A record that takes fields from itself

The field `crossref` names a record from which this one takes what it lacks. Followed from record to
record, it leads back to this one.

## Why we check it

Nothing can be taken from such a circle. Worse, some programs that read a library go round in it
for ever.

## How to mend it

Keep `crossref` in the part, such as a chapter. Delete it in the record of the whole, such as the
book.

## Wrong

```bibtex
@inbook{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  crossref = {finch2023},
}

@book{finch2023,
  editor = {Finch, Tobias},
  title = {Rides},
  publisher = {Nowhere Press},
  year = {2023},
  crossref = {wren2023},
}
```

## Right

```bibtex
@inbook{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  crossref = {finch2023},
}

@book{finch2023,
  editor = {Finch, Tobias},
  title = {Rides},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator, Mapping

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.reference import Reference

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each circle, once, where the first of its records leads into it."""
    parents: dict[str, str] = {}
    works: dict[str, Reference] = {}
    for work in catalogue.collection.references:
        if (parent := work.fields.get("crossref")) and work.key not in works:
            works[work.key], parents[work.key] = work, parent.strip()
    for key in _first_of_circles(parents):
        place = typed_in(works[key], "crossref")
        if place:
            remedy = "Delete it." if parents[key] == key else "Delete one of these crossrefs."
            yield Finding(place.location, _fact(key, parents), remedy)


def _first_of_circles(parents: Mapping[str, str]) -> Iterator[str]:
    """The first record of each circle, in the order of the library."""
    order = {key: place for place, key in enumerate(parents)}
    done: set[str] = set()
    for start in parents:
        path: list[str] = []
        key = start
        while key in parents and key not in done:
            done.add(key)
            path.append(key)
            key = parents[key]
        if key in path:  # not in a way that was followed before
            yield min(path[path.index(key) :], key=order.__getitem__)


def _fact(key: str, parents: Mapping[str, str]) -> str:
    other = parents[key]
    if other == key:
        return f"The record {said(key)} names itself as the one to take fields from."
    over = "" if parents[other] == key else ", over others"
    return f"{said(key)} takes fields from {said(other)}, and that one from {said(key)}{over}."
