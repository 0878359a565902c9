"""An article that nobody can find

The record names a journal, but no volume, no pages, no DOI, no address and no day.

## Why we check it

A journal prints hundreds of articles in a year. A reader who wants to check a claim would have to
look through all of them.

## How to mend it

Add the DOI, which is best. Else add the volume and the pages, the address, or the day on which a
newspaper printed it, as `date`.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  year = {2023},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  volume = {4},
  pages = {12--31},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.half_read import HalfRead
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

PLACES = (
    *("doi", "url", "pages", "volume", "number", "issue", "eid", "eprint", "month", "pubstate"),
    *("pmid", "pmcid", "howpublished", "issuetitle", "series", "chapter", "crossref", "arxivid"),
)
"""By any of these an article can be found. Who left one of them empty is told that."""

_TO_COME = pattern(
    r"press|forthcoming|to appear|accept|submi|review|prepar|preprint|draft|arxiv|://|\d{3}", re.I
)
"""What is still to come has no place yet; some put the place into a note."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each article with a journal and nothing more."""
    half_read = HalfRead(catalogue)
    for work in catalogue.collection.references:
        if work.kind != "article" or not work.container or _can_be_found(work):
            continue
        if work not in half_read:
            yield Finding(
                work.key.location,
                f"Nothing says where in {said(work.container)} this article stands.",
                "Add its DOI, its volume and pages, its address, or its day.",
            )


def _can_be_found(work: Reference) -> bool:
    if work.volume or work.pages or work.doi or work.url or len(work.year or "") > len("2024"):
        return True
    if any(work.fields.get(name) is not None for name in PLACES):
        return True
    typed = " ".join((work.note, work.container, str(work.fields.get("year", ""))))
    return bool(_TO_COME.search(typed.replace(str(work.year or "-"), "")))
