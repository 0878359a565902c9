"""A place code that is no longer used

The `gss` of a place is the code of a council that is no more, or the old code of one that has a
new code now.

## Why we check it

Maps and figures of today know only the codes of today. With an old code, the place has no point
on the map, and its entry is not found beside others from the same area.

## How to mend it

Write the code that the area has now. The name can stay as it was: a town that has lost its own
council is still a town.

## Wrong

```yaml
places:
  - name: Carlisle
    gss: E07000028
```

## Right

```yaml
places:
  - name: Carlisle
    gss: E06000063
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import Retired, retired
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each code that was a council's, and is no longer used."""
    for study in catalogue.collection.case_studies:
        for place in study.places:
            old = retired(place.gss) if place.gss else None
            if place.gss and old:
                yield _finding(place.gss, old)


def _finding(code: Text, old: Retired) -> Finding:
    same = old.name == old.now.name
    return Finding(
        code.location,
        f"{code} was the code of {said(old.name)}, and is no longer used.",
        f"Its code is {old.now.code} now."
        if same
        else f"Its area is now in {said(old.now.name)}, which is {old.now.code}.",
        old.now.code,
    )
