"""A letter and its accent apart

An accented letter can be saved as one sign, or as a letter and an accent behind it. Here it is the
latter. Some computers do so, above all in the names of files.

## Why we check it

Both look the same, but a program sees two words. Searches then miss the one, and an author may
come up twice.

## How to mend it

Type the letter again, or paste the word that we give.

## Wrong

```yaml
# The accent is a sign of its own, behind the e.
title: Cafe\u0301 Robin
```

## Right

```yaml
title: Café Robin
```
"""

import re
import unicodedata
from collections.abc import Iterator

from evidence_commons.check.passages import Passages, first_and_last_of_lines
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

_MARK = pattern("[\u0300-\u0345]")
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff"
_SPLIT = pattern(rf"[{_LETTERS}][\u0300-\u0345]{{1,9}}")
_WORD = pattern(rf"[{_LETTERS}\u0300-\u0345'’-]*")
_LONGEST = 200


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each line with letters whose accents stand apart."""
    for file in catalogue.collection.texts:
        if _MARK.search(file.odd_signs):
            yield from _split(file)


def _split(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    words = (
        _word(passages, found.start()) for found in _SPLIT.finditer(file.text) if _joins(found[0])
    )
    for start, end in first_and_last_of_lines(passages, words):
        stretch = file.text[start:end]
        if not passages.is_name(start):
            typed = unicodedata.normalize("NFC", stretch) if len(stretch) <= _LONGEST else ""
            yield Finding(
                passages.at(start, end),
                f"A letter and its accent stand apart in {said(stretch)}.",
                "They look the same, but searches miss them. Type the word anew.",
                typed,
                bool(typed),
            )


def _joins(letters: str) -> bool:
    """Whether there is one sign for the letter and its accent."""
    return len(unicodedata.normalize("NFC", letters)) < len(letters)


def _word(passages: Passages, offset: int) -> tuple[int, int]:
    """The word in which it stands, or as much of a very long one as matters."""
    first = max(passages.start_of_line(offset), offset - 50)
    before = re.split(r"\s", passages.text[first:offset])[-1]
    start = offset - len(before)
    found = _WORD.match(passages.text, offset, offset + 100)
    return start, found.end() if found else offset + 1
