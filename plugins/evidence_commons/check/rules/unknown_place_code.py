"""A place code that no place has

The `gss` of a place begins like the code of a nation, of a region of England or of a council, but
there is no such nation, region or council.

## Why we check it

The code tells which nation and region a place is in. A code with a wrong digit says nothing, and
nobody would notice.

## How to mend it

Look the place up at the Office for National Statistics, and copy its code. If you do not find it,
leave `gss` out. Our list of councils is that of April 2025; a code that is newer passes. Other
codes, such as those of counties and wards, are not looked up here: we do not have the whole list.

## Wrong

```yaml
places:
  - name: South West
    gss: E12000090
```

## Right

```yaml
places:
  - name: South West
    gss: E12000009
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import listed, same_name
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import WHOLE, Area, areas, kind_of, missing, named
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each code that our list should have, and has not."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            code = place.gss
            if code and missing(code):
                yield _finding(code, place.name)


def _finding(code: Text, name: str) -> Finding:
    kind = kind_of(code)
    message = f"There is no {kind.name if kind else 'place'} with the code {said(code)}."
    if meant := _meant(name):
        return Finding(code.location, message, f"{said(meant.name)} is {meant.code}.", meant.code)
    if code[:3] not in WHOLE:
        return Finding(code.location, message, "Look up its code again, or take out gss.")
    same = [known for known in areas() if known[:3] == code[:3]]
    if len(same) == 1:
        return Finding(code.location, message, f"Did you mean {same[0]}?", same[0])
    return Finding(code.location, message, f"Those we know are {listed(same)}.")


def _meant(name: str) -> Area | None:
    """The one area that bears the place's name, or nearly."""
    known = named(name) or named(same_name(name, (one.name for one in areas().values())))
    return known[0] if len(known) == 1 else None
