"""A web address in a note

The address of a work stands in `note` or `howpublished`, and the record has no `url`.

## Why we check it

From `url` we make the link, and other programs take the address from there. In a note, it is text
like any other.

## How to mend it

Move the address into a field of its own, `url`. If a day stands with it, put that into `urldate`.

## Wrong

```bibtex
@misc{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  note = {Available at https://studies.example/taxi},
  year = {2023},
}
```

## Right

```bibtex
@misc{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  url = {https://studies.example/taxi},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.NOTICE

FIELDS = ("note", "howpublished")
LONGEST = 1_000
_LEAD = (
    r"(?:(?:available|accessible|online|at|from|on|in|retrieved|accessed|see|url|web|website|page"
    r"|link|address|electronic|version|published|internet|also|the)\b[\s:,.;(~-]*){0,6}"
)
# Behind other words, the address may be that of something else: of data, or of a talk.
_ADDRESS = pattern(rf"{_LEAD}(?:\\url\s*\{{|\{{|<)?\s*(https?://[^\s{{}}<>,;]+)", re.I)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each record whose only address is in a note."""
    for work in catalogue.collection.references:
        if "://" in work.bibtex and not (work.url or work.doi):
            yield from _in_words(work)


def _in_words(work: Reference) -> Iterator[Finding]:
    if any(work.fields.get(name) is not None for name in ("url", "doi", "eprint")):
        return
    for name in FIELDS:
        value = typed_in(work, name)
        found = _ADDRESS.match(value[:LONGEST]) if value else None
        # An address alone in howpublished is read as the address of the work.
        alone = name == "howpublished" and found and found.start(1) == 0
        if value and found and not alone:
            address = found[1].rstrip(".)")
            yield Finding(
                part(value, found.start(1), found.start(1) + len(address)),
                f"The address of this work stands in {said(name)}.",
                "Move it into a field of its own, called url.",
            )
            return
