"""Several people in one name

In a record, the word `and` stands between people. A comma does not part people: it stands between
a family name and a given name.

## Why we check it

Names that only commas or `&` part are read as one person with a strange name. Nobody would find
the work by its other authors.

## How to mend it

In a case study, give each person an entry of the list. In a record, put `and` between people.
Write each of them as family name, comma, given name. If it is the name
of a body that holds commas or `&`, put braces around the name: `{{Wren, Finch & Co}}`.

## Wrong

```bibtex
@book{wren2023,
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  author = {Ada Wren, Tobias Finch, Ines Plover},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  author = {Wren, Ada and Finch, Tobias and Plover, Ines},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadNames
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_BETWEEN = pattern(r" and | & |; ?|, ")
_AND = pattern(r" and | & |;")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name in which several people are read as one."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            for person in (*claim.checked_by, *(claim.rating.raters if claim.rating else ())):
                if _are_several(person.name):
                    message = f"{said(person.name)} is read as the name of one person."
                    remedy = "Begin an entry of the list for each of them."
                    yield Finding(person.name.location, message, remedy)
    for fault in catalogue.faults(BadNames):
        others = fault.meant.endswith(" and others")
        yield Finding(
            fault.location,
            f"{said(fault.text)} is read as the name of one {fault.field}.",
            'For "et al.", write "and others".'
            if others
            else 'Put "and" between people: Coldicutt, Rachel and Dowse, Matt.',
            fault.meant,
        )


def _are_several(name: str) -> bool:
    """Whether people stand here with a word between them, or with commas between whole names."""
    parts = [part for part in _BETWEEN.split(name) if part.strip()]
    whole = all(" " in part.strip() for part in parts)
    return len(parts) > 1 and (whole or _AND.search(name) is not None)
