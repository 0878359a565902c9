"""A place with the code of another place

The `gss` of a place is the code of a place with quite another name, and there is a code for the
name that you wrote.

## Why we check it

The page and the data take the nation and the region from the code. With another place's code,
the entry is counted where it never was.

## How to mend it

If the name is right, write its own code. If the code is right, write the name that belongs to
it. A town can bear the name of a council far away: `scope: GLS060` says that you mean the town.

## Wrong

```yaml
places:
  - name: Bristol
    gss: E08000025
```

## Right

```yaml
places:
  - name: Bristol
    gss: E06000023
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import Place
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import area, named
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

_SMALL = "GLS060"
"""A town may bear the name of a council far away, and has the code of its own."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place whose code is another's."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            if place.gss and place.scope != _SMALL:
                yield from _other(place, place.gss)


def _other(place: Place, code: Text) -> Iterator[Finding]:
    known = area(code)
    if not known or _one_in_other(place.name, known.name):
        return
    meant = named(place.name)
    if known in meant or len(meant) != 1:
        return
    yield Finding(
        code.location,
        f"{code} is the code of {said(known.name)}.",
        f"{said(place.name)} is {meant[0].code}. Write that, or mend the name.",
        meant[0].code,
    )


def _one_in_other(one: str, other: str) -> bool:
    """Whether one name is the other with more words, as Newcastle and Newcastle upon Tyne are."""
    here, there = set(one.casefold().split()), set(other.casefold().split())
    return here <= there or there <= here
