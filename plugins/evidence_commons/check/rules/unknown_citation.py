"""A citation of a work that is not in the library

The key points to no record in `references.bib`.

## Why we check it

A claim is only as good as what it rests on. A citation that leads nowhere leaves readers with
nothing to hold it against.

## How to mend it

Type the key as it stands in `references.bib`, or add the work there.

## Wrong

```yaml
citations:
  - key: wren2021taxi
```

## Right

```yaml
citations:
  - key: wren2021taxis
```
"""

import re
import unicodedata
from collections.abc import Iterator

from evidence_commons.check.nearest import MOST, only_numbers_differ, same_name, sure_match
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BrokenReference, LostText

SEVERITY = Severity.ERROR

LIBRARY = "references.bib"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each citation that leads nowhere, unless the library or the record could not be read."""
    if not catalogue.references or LIBRARY in unread_paths(catalogue):
        return
    if _has_lost_records(catalogue):
        return
    broken = {_letters(fault.key) for fault in catalogue.faults(BrokenReference) if fault.key}
    unknown = (
        (key, mentions)
        for key, mentions in catalogue.mentions.items()
        if key and key not in catalogue.references and _letters(key) not in broken
    )
    for number, (key, mentions) in enumerate(unknown):
        known = catalogue.references if number < MOST else ()
        near = same_name(key, known)
        add = f"Add the work to {LIBRARY}, with this key."
        remedy = f'Did you mean "{near}"?' if near else add
        # Another year is as likely another work: that is for people to decide.
        typed = "" if only_numbers_differ(key, near) else near
        sure = sure_match(key, typed, known)
        for mention in mentions:
            yield Finding(
                mention.citation.key.location,
                f"No work in {LIBRARY} has the key {said(key)}.",
                remedy,
                typed,
                sure,
            )


def _has_lost_records(catalogue: Catalogue) -> bool:
    """Whether there are records whose keys nobody can know."""
    lost = (fault for fault in catalogue.faults(LostText) if fault.kind != "note")
    return any(lost) or any(fault.lost for fault in catalogue.faults(BrokenReference))


def _letters(key: str) -> str:
    """A key without the signs that it cannot hold, to compare what may have been meant."""
    plain = unicodedata.normalize("NFKD", key.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)
