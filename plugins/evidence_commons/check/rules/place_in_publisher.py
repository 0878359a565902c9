"""A place in the name of a publisher

The field for the publisher holds a town as well.

## Why we check it

The town would be shown as a part of the name, and the publisher's works fall into two groups: with
the town and without it.

## How to mend it

Leave the name in `publisher`, and put the town into a field of its own, `location`.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {London: Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  location = {London},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.NOTICE

TOWNS = frozenset((
    *("London", "New York", "Oxford", "Cambridge", "Edinburgh", "Glasgow", "Manchester", "Bristol"),
    *("Birmingham", "Leeds", "Sheffield", "Liverpool", "Cardiff", "Belfast", "Dublin", "Abingdon"),
    *("Basingstoke", "Cheltenham", "Farnham", "Aldershot", "Chichester", "Harmondsworth"),
    *("Boston", "Chicago", "Washington", "San Francisco", "Los Angeles", "Philadelphia"),
    *("Princeton", "New Haven", "Baltimore", "Berkeley", "Stanford", "Hoboken", "Thousand Oaks"),
    *("Paris", "Berlin", "Heidelberg", "Leipzig", "Munich", "Vienna", "Zurich", "Basel", "Geneva"),
    *("Amsterdam", "Rotterdam", "Leiden", "Dordrecht", "Brussels", "Copenhagen", "Stockholm"),
    *("Oslo", "Helsinki", "Madrid", "Barcelona", "Lisbon", "Rome", "Milan", "Toronto", "Montreal"),
    *("Sydney", "Melbourne", "Canberra", "Wellington", "Tokyo", "Singapore", "Delhi", "Nairobi"),
))  # fmt: skip
"""Towns in which many publishers are."""

_TOWN = "|".join(sorted(TOWNS))
_BESIDE = r"(?:,[^:]{1,20}|[ ]?[/&][^:]{1,20})?"
_FRONT = pattern(rf"((?:{_TOWN}){_BESIDE})[ \t]*:[ \t]+([^:\n]{{2,80}})")
_BACK = pattern(rf"([^:\n]{{2,80}}?)[ \t]*:[ \t]+((?:{_TOWN}){_BESIDE})")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each publisher with the name of a town and a colon before it, or behind it."""
    for work in catalogue.collection.references:
        value = typed_in(work, "publisher") if ":" in work.publisher else None
        town, name = _parts(value or "")
        if value and town:
            apart = any(work.fields.get(field) for field in ("address", "location"))
            yield Finding(
                value.location,
                f"The field for the publisher holds the place as well: {said(town)}.",
                "Leave the name alone here."
                if apart
                else f"Leave the name alone here, and add the line: location = {{{town}}},",
                name if apart else "",
            )


def _parts(publisher: str) -> tuple[str, str]:
    """The town and the name of the publisher, if both stand there."""
    if front := _FRONT.fullmatch(publisher):
        return front[1], front[2]
    back = _BACK.fullmatch(publisher)
    return (back[2], back[1]) if back else ("", "")
