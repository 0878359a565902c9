"""A work that nothing cites

The record is in `references.bib`, but no entry and no page cites it.

## Why we check it

A work that nobody cites is often a sign of something left half done, such as a claim whose
citation was lost.

## How to mend it

Cite it where it helps. If it is there as background reading, say so: add `background` to its
keywords. Otherwise delete it.

## Wrong

```bibtex
@book{wren2023,
  title = {Who owns the taxi?},
}
```

## Right

```bibtex
@book{wren2023,
  title = {Who owns the taxi?},
  keywords = {background},
}
```
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from evidence_commons.check.nearest import MOST, nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import KEY, Citation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import (
    BadCitation,
    IndentedField,
    MissingField,
    RepeatedField,
    Shorthand,
    UnknownField,
    WrongKind,
)

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each work that is neither cited nor background."""
    if _something_is_hidden(catalogue):
        return
    perhaps = _perhaps_cited(catalogue)
    folded = Counter(key.casefold() for key in catalogue.references)
    for key, work in catalogue.references.items():
        sure = key not in perhaps and folded[key.casefold()] == 1
        if sure and key not in catalogue.mentions and not work.background:
            yield Finding(
                work.key.location,
                f"Nothing cites {said(key)}.",
                'Cite it, delete it, or add "background" to its keywords.',
            )


def _something_is_hidden(catalogue: Catalogue) -> bool:
    """Whether a citation may stand where we could not read: then nobody knows what is cited."""
    keyless = (fault for fault in catalogue.faults(MissingField) if fault.noun == Citation.__name__)
    return bool(
        catalogue.collection.unreadable
        or unread_paths(catalogue)
        or any(catalogue.faults(Shorthand))
        or any(catalogue.faults(IndentedField))
        or any(keyless)
    )


def _perhaps_cited(catalogue: Catalogue) -> set[str]:
    """The keys that other mistakes may hide."""
    lost = {word for fault in catalogue.faults(UnknownField) for word in fault.lost}
    lost |= {word for fault in catalogue.faults(WrongKind) for word in fault.lost}
    lost |= {word for fault in catalogue.faults(RepeatedField) for word in fault.lost}
    for fault in catalogue.faults(BadCitation):
        lost |= set(KEY.findall(fault.text))
    misspelt = (key for key in catalogue.mentions if key and key not in catalogue.references)
    return lost | {nearest(key, catalogue.references) for key in islice(misspelt, MOST)}
