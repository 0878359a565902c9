"""The word for pages in a field of pages

The field holds `pp.` or the like before its numbers.

## Why we check it

Programs that print a list of works put that word before the numbers by themselves. It would stand
there twice: "pp. pp. 12–31".

## How to mend it

Write the numbers alone.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  pages = {pp. 12--31},
  year = {2023},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  pages = {12--31},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.pages import with_dashes
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_WORD = pattern(r"(?:pp?\.|pp|pages?:?|pgs?\.?)[ \t~]*(?=[0-9])|pp?[ \t~]+(?=[0-9])", re.I)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field of pages that begins with the word for them."""
    for work in catalogue.collection.references:
        if work.pages[:1] not in ("p", "P"):
            continue
        value = typed_in(work, "pages")
        word = _WORD.match(value) if value else None
        if value and word:
            yield Finding(
                value.location,
                f"The word {said(word[0].strip())} stands before the numbers of the pages.",
                "Write the numbers alone.",
                "" if "\n" in value else with_dashes(value[word.end() :]),
                "\n" not in value,
            )
