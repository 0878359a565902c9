"""A sign that nobody can see

A text that was copied from a web page or a word processor can hold signs without any width, such
as a hyphen that only shows where a line breaks.

## Why we check it

Two words that look the same are then not the same. Searches miss the one, and nobody can see
why. Such signs can also carry words that no reader sees.

## How to mend it

Delete the words around the spot, and type them again. Letters that need a joiner keep it, as in
Persian and Hindi.

## Wrong

```yaml
# The box stands for a sign without width.
summary: A taxi company that its r▯iders own.
```

## Right

```yaml
summary: A taxi company that its riders own.
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.hidden import HIDDEN, MAYBE_HIDDEN
from evidence_commons.check.passages import Passages, first_and_last_of_lines
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

LONGEST = 200
"""No longer stretch is typed anew."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each line with such a sign, unless something else is told of that line."""
    told: set[tuple[str, int]] | None = None
    for file in catalogue.collection.texts:
        if MAYBE_HIDDEN.search(file.odd_signs):
            if told is None:
                told = set(_told(catalogue))
            yield from (one for one in _hidden(file) if one.location[:2] not in told)


def _told(catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """The lines with a fault, and those before: what the sign has done is told there."""
    for fault in catalogue.collection.faults:
        path, line = fault.location[:2]
        yield path, line
        yield path, line - 1


def _hidden(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    words = (_words(passages, *found.span()) for found in HIDDEN.finditer(file.text))
    for start, end in first_and_last_of_lines(passages, words):
        if passages.is_name(start):
            continue
        stretch = file.text[start:end]
        signs = HIDDEN.findall(stretch)
        typed = HIDDEN.sub("", stretch) if len(stretch) <= LONGEST else ""
        count = "A sign that nobody can see stands" if len(signs) == 1 else "Hidden signs stand"
        yield Finding(
            passages.at(start, end),
            f"{count} in {_shown(stretch)}.",
            "Delete it, and type the words anew." if len(signs) == 1 else "Type the words anew.",
            typed if typed.strip() else "",
            bool(typed.strip()),
        )


def _words(passages: Passages, start: int, end: int) -> tuple[int, int]:
    """From the word before the sign to the word behind it."""
    first, last = passages.start_of_line(start), passages.end_of_line(end)
    before = re.search(r"\S*[ ]?$", passages.text[max(first, start - LONGEST // 4) : start])
    behind = re.match(r"[ ]?\S*", passages.text[end : min(last, end + LONGEST // 4)])
    return start - len(before[0] if before else ""), end + len(behind[0] if behind else "")


def _shown(stretch: str) -> str:
    """The words, with a mark where each sign stands."""
    marked = HIDDEN.sub("\N{OPEN BOX}", stretch)
    return f'"{marked if len(marked) <= 60 else marked[:59] + "…"}"'
