"""Letters that were garbled

One sign was saved as two or three others: `é` has become `Ã©`, or `£` has become `Â£`.

## Why we check it

Names would be shown with these signs in them, and nobody who searches for the name finds it.

## How to mend it

Type what stood there at first. If there are many, open the file from which you copied the text
anew as "UTF-8", and copy it once more.

## Wrong

```yaml
title: CafÃ© of Repair
```

## Right

```yaml
title: Café of Repair
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.passages import Passages, first_and_last_of_lines
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

_FIRST = ("Ã", "Â", "â€")
_BEHIND = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
# Behind a capital letter, these may stand in words that are written in capitals.
_GARBLED = pattern(
    rf"(?<![A-ZÀ-Þ])(?:[ÂÃ][{_BEHIND}]|â€(?:[{_BEHIND}]|$|(?=[\s.,;:!?)])))", re.MULTILINE
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each line with signs that are another sign's bytes."""
    for file in catalogue.collection.texts:
        if any(first in file.odd_signs for first in _FIRST):
            yield from _garbled(file)


def _garbled(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    found = (
        one.span() for one in _GARBLED.finditer(file.text) if not passages.in_code(one.start())
    )
    for start, end in first_and_last_of_lines(passages, found):
        stretch = file.text[start:end]
        meant = _GARBLED.sub(lambda one: _meant(one[0]), stretch)
        sound = meant.isprintable() and len(stretch) <= 200
        yield Finding(
            passages.at(start, end),
            f"These signs stand for one other sign: {said(stretch)}.",
            f"Did you mean {said(meant)}?" if sound else "Type what stood there at first.",
            meant if sound else "",
        )


def _meant(signs: str) -> str:
    """The sign of which these are the bytes."""
    if signs == "â€":  # its third sign is one that no text may hold
        return "\N{RIGHT DOUBLE QUOTATION MARK}"
    try:
        return signs.encode("cp1252").decode("utf-8").replace("\u00a0", " ")
    except UnicodeError:
        return signs
