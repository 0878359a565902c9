"""An id that differs from the file's name

The `id` of an entry must be the same as the name of its file, without the ending.

## Why we check it

Other entries link to the id, and people look for the file. If the two differ, one of them leads
nowhere. Most often a file was copied and its id was left as it was.

## How to mend it

Type the file's name, without its ending, after `id:`. If the id is right, rename the file.

## Wrong

In `case_studies/robin-taxis.yaml`:

```yaml
id: magpie-energy
```

## Right

In `case_studies/robin-taxis.yaml`:

```yaml
id: robin-taxis
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.address import is_id
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

COPY = pattern(r"\b(?:copy|copie|kopie|backup|conflict\w*|old)\b|\(\d+\)", re.IGNORECASE)
"""What programs put into the names of copies."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each entry and vocabulary that is not called as its file is."""
    for thing in (*catalogue.collection.entries, *catalogue.collection.vocabularies):
        name = thing.location.stem
        if not is_id(thing.id) or thing.id == name:
            continue
        yield Finding(
            thing.id.location,
            f"The id is {said(thing.id)}, but the file is called {said(name)}.",
            _remedy(thing.id, name),
            name if is_id(name) else "",
        )


def _remedy(thing: str, name: str) -> str:
    if is_id(name):
        return "Type the file's name here, or rename the file."
    if COPY.search(name.replace(thing, "")):
        return f"If it is a copy, delete it. If not, rename it to {said(thing)}."
    return f"Rename the file to {said(thing)}, and leave its ending."
