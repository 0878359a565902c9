"""A draft beside the published work

The library holds a paper twice: as it was put online before it was reviewed, and as it was
published.

## Why we check it

A claim that cites both seems to rest on two works. What was published has been reviewed, and its
figures may be others.

## How to mend it

Cite what was published, and delete the record of the draft. Its number on arXiv can stay, as
`eprint` of the other record. If the draft says something of its own, leave both.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  volume = {4},
  year = {2023},
}

@misc{wren2022,
  author = {Wren, Ada},
  title = {Who Owns the Taxi?},
  eprint = {2203.00001},
  archiveprefix = {arXiv},
  year = {2022},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  volume = {4},
  eprint = {2203.00001},
  archiveprefix = {arXiv},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.twins import folded
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.NOTICE

_STORES = pattern(r"rxiv|\bcorr\b|ssrn|preprint|osf\.io", re.I)
"""What is in the names and the addresses of places where drafts are stored."""

PUBLISHED = frozenset(("article", "inproceedings", "conference", "incollection", "inbook", "book"))


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each draft of which the library holds a published form."""
    works = catalogue.collection.references
    drafts = [work for work in works if _is_draft(work)]
    if not drafts:
        return
    published = {
        _sign(work): work
        for work in reversed(works)
        if work.kind in PUBLISHED and not _is_draft(work) and (work.container or work.publisher)
    }
    for draft in drafts:
        other = published.get(_sign(draft)) if draft.title and draft.authors else None
        if (
            other
            and other.key.casefold() != draft.key.casefold()
            and other.doi != (draft.doi or "-")
        ):
            yield Finding(
                draft.key.location,
                f"{said(draft.key)} looks like a draft of {said(other.key)},"
                f" on line {other.key.location.line}.",
                "Cite what was published, unless the draft says something of its own.",
            )


def _is_draft(work: Reference) -> bool:
    """Whether it stands in a store of drafts, and in nothing else."""
    if work.container:
        return bool(_STORES.search(work.container))
    if work.kind not in PUBLISHED and work.fields.get("eprint"):
        return True
    told = (work.publisher, work.note, work.url or "", work.doi)
    return work.kind != "book" and any(map(_STORES.search, told))


def _sign(work: Reference) -> tuple[str, str]:
    return folded(work.title), work.authors[0].family.casefold() if work.authors else ""
