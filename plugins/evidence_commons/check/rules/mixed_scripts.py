"""A word of two alphabets

Most letters of this word are Latin, and some are Cyrillic or Greek ones that look the same. Or the
name of a web site is all of such letters.

## Why we check it

Nobody can see the difference, but a search can: it misses the word. And a web address with such
a letter leads to another site than the one that readers take it for.

## How to mend it

Type the word again on your own keyboard. Words that are Greek or Cyrillic as a whole are
welcome.

## Wrong

```yaml
# The a in "taxi" is a Cyrillic letter.
title: Robin T\u0430xis
```

## Right

```yaml
title: Robin Taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.lookalikes import MAYBE, in_latin, looks_latin, mixed_words
from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

_HOST = pattern(r"https?://([^\s/<>\"')\]]+)")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each word of mixed letters, and each site that is named in letters which only look Latin."""
    for file in catalogue.collection.texts:
        if MAYBE.search(file.odd_signs):
            yield from _mixed(file)
            yield from _sites(file)


def _mixed(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    for start, end, latin in mixed_words(file.text):
        if not passages.is_name(start):
            strange = "".join(dict.fromkeys(MAYBE.findall(file.text[start:end])))
            letters = "A letter" if len(strange) == 1 else "Letters"
            yield Finding(
                passages.at(start, end),
                f"{letters} of another alphabet in {said(file.text[start:end])}"
                f" only {'looks' if len(strange) == 1 else 'look'} Latin.",
                "Type the word anew.",
                latin,
            )


def _sites(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    for host in _HOST.finditer(file.text):
        parts = host[1].split(".")
        if parts[-1].isascii() and any(looks_latin(one) and not in_latin(one) for one in parts):
            yield Finding(
                passages.at(*host.span(1)),
                "The name of this site is in letters that only look Latin.",
                "Copy the address from your browser, with the site open.",
            )
