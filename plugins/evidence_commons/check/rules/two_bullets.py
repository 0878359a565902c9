"""Two signs before one entry of a list

An entry of a list, or a text, begins with a sign such as • that a word processor has put there.

## Why we check it

Readers would see the sign itself. In a list they would see two, for the page puts one there too.

## How to mend it

Take the sign out. A hyphen and a space alone begin each entry of a list.

## Wrong

```yaml
lessons:
  - • Begin in the evening.
```

## Right

```yaml
lessons:
  - Begin in the evening.
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

SIGNS = set("•‣◦▪●·∙➢–—\u2043\uf0b7\uf0a7")
"""Those that word processors put before an entry. For the last two only they have a picture."""

PRIVATE = "\ue000"
"""From here on, signs mean what a program likes."""

_DOUBLED = pattern(
    r"(?<=\n)[ \t>]*(?:[-*+]|[a-z_]+:)[ ]+(?:- +)*[\"']?"
    rf"([{''.join(sorted(SIGNS))}][ \t\u00a0]+)(?=\S)(?!(?<=[–—] )\d)"
)
_STAYS = pattern(r"[ ]*(?:- +)?(?:quote|locator):")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each entry of a list with such a sign behind its hyphen, and each text that begins so."""
    for file in catalogue.collection.texts:
        if not SIGNS.isdisjoint(file.odd_signs) and not file.path.endswith(".bib"):
            yield from _doubled(file)


def _doubled(file: TextFile) -> Iterator[Finding]:
    """One finding for each: what a program can mend, it mends everywhere."""
    passages = Passages(file)
    for found in _DOUBLED.finditer(file.text):
        start, end = found.span(1)
        if _STAYS.match(found[0]) or passages.in_code(start):
            continue
        sign = found[1].strip()
        word = re.compile(r"\S{1,80}").match(file.text, end)
        yield Finding(
            passages.at(start, word.end() if word else end),
            f"{said(sign) if sign < PRIVATE else 'A bullet'} stands before this text.",
            "Take it out: readers would see it.",
            word[0] if word else "",
            word is not None,
        )
