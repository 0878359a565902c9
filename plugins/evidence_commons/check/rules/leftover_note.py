"""A note that was left behind

The text holds a note to whoever writes it, such as `TODO` or `[insert date]`, or words that only
keep a place free.

## Why we check it

Readers would see it on the page. And it says that something is not finished yet.

## How to mend it

Do what the note says, and take it out. What nobody knows, leave out as a whole.

## Wrong

```yaml
summary: A taxi company with TODO drivers.
```

## Right

```yaml
summary: A taxi company that is owned by the people who drive for it.
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

_LOUD = pattern(r"T(?:ODO|B[CD])")
_SQUARE = pattern(r"\[(?:[IiPpTt][NnLlo]|[Cc]itation|[A-Z]{2,3}: |(?<=Commented \[))")
_FREE = pattern(r": (?:(?:null|NULL|nil|~|[nN]/[aA]|N\.A\.)$|<[yienatd])", re.MULTILINE)
_ROUND = pattern(r"\((?:[CcSs](?:itation|ource) needed|[a-z ]{0,20}check )")

_NOTE = pattern(
    r"\b(?:TODO|FIXME)\b(?! [A-ZÀ-Þ]{2})"
    r"|\bTB[CD]\b"
    r"|[£$€]?\bX{3,}(?=[:\]?!)])|[£$€]X[X,.]*X\b|\bX{4,}\b"
    r"|(?<![^\s(\[])\?{3,}"
    r"|(?<=: )X{3,}$"
    r"|(?<=[a-z]: )(?:null|NULL|nil|~|[nN]/[aA]|N\.A\.)$"
    r"|<(?:your|insert|enter|add|name|title|describe|the)\b[^<>\n]{0,80}>"
    r"|\b[Ll]orem ipsum\b"
    r"|\[[Cc]itation needed\]|\((?:[Cc]itation|[Ss]ource) needed\)"
    r"|\[(?:insert|Insert|INSERT|placeholder|[Tt]o be (?:added|checked|completed|confirmed|done))"
    r"\b[^\[\]\n]*\](?![(\[])"
    r"|\((?:please |to |must |we should )?check (?:this|that|source|with [A-Z]\w*|it)\b[^()\n]*\)"
    r"|\[(?!UK|US|EU|NB|PS|OK)[A-Z]{2,3}: [^\[\]\n]*\](?![(\[])"
    r"|\bCommented \[[A-Z]{1,3}\d+\]",
    re.MULTILINE,
)
_QUOTED = pattern(r"[ \t]*(?:- +)?(?:quote|locator): ")
_SHORT_NAME = pattern(r"\bT\w+[ -]B\w+[ -](?:\w{1,3} )?[CD]\w+")
"""What TBC or TBD can be short for."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each note that someone left behind."""
    for file in catalogue.collection.texts:
        if _may_hold_note(file.text):
            yield from _notes(file)


def _may_hold_note(text: str) -> bool:
    """Whether it is worth a closer look: a quick one, at loud words and at brackets."""
    return (
        ("X" in text and ("XXX" in text or "FIXME" in text))
        or ("?" in text and "???" in text)
        or "orem ipsum" in text
        or bool(_LOUD.search(text))
        or bool(_SQUARE.search(text))
        or bool("(" in text and _ROUND.search(text))
        or bool(_FREE.search(text))
    )


def _notes(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    short = _SHORT_NAME.search(file.text)
    for found in _NOTE.finditer(file.text):
        start, note = found.start(), found[0]
        if short and note in ("TBC", "TBD"):
            continue
        if not (passages.in_code(start) or passages.in_address(start) or _quoted(passages, start)):
            yield Finding(
                passages.at(*found.span()),
                f"{said(note)} looks like a note that was left behind.",
                "Do what it says, and take it out. What is not known, leave out.",
            )


def _quoted(passages: Passages, offset: int) -> bool:
    """Whether it is in the words of a work, which stay as they are."""
    return bool(_QUOTED.match(passages.text, passages.start_of_line(offset)))
