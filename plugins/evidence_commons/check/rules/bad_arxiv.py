"""A number that arXiv cannot have given

The record says that `eprint` is a number of arXiv, where drafts of papers are stored. No number
there has this form.

## Why we check it

By its number, a reader finds the paper for free. With a slip in it, the link leads to another
paper, or nowhere.

## How to mend it

Copy the number from the top of the paper's page on arXiv: `2409.14160`, or `hep-th/9901001` for a
paper from before 2007.

## Wrong

```bibtex
@misc{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  eprint = {2313.00001},
  archiveprefix = {arXiv},
  year = {2023},
}
```

## Right

```bibtex
@misc{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  eprint = {2303.00001},
  archiveprefix = {arXiv},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.WARNING

LONGEST = 200

_MONTH = r"(?:0[1-9]|1[0-2])"
_NEW = rf"[0-9]{{2}}{_MONTH}\.[0-9]{{4,5}}"
_BARE = rf"[0-9]{{2}}{_MONTH}[0-9]{{3}}"
_VERSION = r"(?:v[0-9]{1,2})?"
_NUMBER = pattern(rf"(?:{_NEW}|[a-z-]{{2,10}}(?:\.[A-Za-z-]{{2,10}})?/{_BARE}){_VERSION}")
_ADDRESS = pattern(
    r"(?:https?://)?(?:www\.)?(?:arxiv\.org/(?:abs|pdf)/|arxiv:)\s*(\S+?)(?:\.pdf)?", re.I
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each such number that is none."""
    for work in catalogue.collection.references:
        if not work.fields.get("eprint") or not _is_arxiv(work):
            continue
        value = typed_in(work, "eprint")
        if value and len(value) <= LONGEST and not _NUMBER.fullmatch(value.strip("{}")):
            meant = _meant(value, work)
            yield Finding(
                value.location,
                f"{said(value)} is not a number of arXiv.",
                f"Write the number alone: {meant}." if meant else "Copy it again from its page.",
                meant,
                bool(meant),
            )


def _is_arxiv(work: Reference) -> bool:
    kinds = (work.fields.get(name) or "" for name in ("eprinttype", "archiveprefix"))
    return any(kind.strip("{} ").casefold() == "arxiv" for kind in kinds)


def _meant(value: str, work: Reference) -> str:
    """The number inside an address, or a number of old whose archive stands in another field."""
    address = _ADDRESS.fullmatch(value)
    number = address[1] if address else value
    archive = (work.fields.get("primaryclass") or work.fields.get("eprintclass") or "").strip("{} ")
    if re.fullmatch(_BARE + _VERSION, number) and archive:
        number = f"{archive.partition('.')[0]}/{number}"
    return number if number != value and _NUMBER.fullmatch(number) else ""
