"""A short form without the braces of its like

In a title, braces keep the capitals of some words, or the library puts this word into braces
elsewhere. Here it stands without them.

## Why we check it

Some styles print titles in small letters, but for what stands in braces. There, UK would be "uk".

## How to mend it

Put braces around the word: `{UK}`. In a library that puts no capitals into braces, we tell nothing.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {The {NHS} and its taxis in the UK},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {The {NHS} and its taxis in the {UK}},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import re
from collections import Counter
from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.nearest import listed
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SEVERITY = Severity.NOTICE

_CAPITALS = pattern(r"[A-Z]{2}")
_BRACED = pattern(r"\{([A-Z]{2,6})\}")
_ROMAN = pattern(r"[IVXLCDM]+")
_BRACE_OR_WORD = pattern(r"(?<!\\)[{}]|(?<![\w\\-])[A-Z]{2,6}(?![\w-])")
LONGEST = 400


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title with such words, once."""
    works = [work for work in catalogue.collection.references if _CAPITALS.search(work.title)]
    titles = [(work, work.fields.get("title", "")) for work in works]
    braced = Counter(word for _, title in titles for word in set(_BRACED.findall(title)))
    if not braced:
        return
    bare = [(work, {word[0] for word in _outside_braces(title)}) for work, title in titles]
    unbraced = Counter(word for _, words in bare for word in words)
    kept = {word for word in braced if braced[word] >= unbraced[word]}
    for work, words in bare:
        if words and not work.title.isupper() and (title := typed_in(work, "title")):
            yield from _in_title(title, bool(_BRACED.search(title)), kept)


def _in_title(title: Text, some: bool, kept: set[str]) -> Iterator[Finding]:
    words = [word for word in _outside_braces(title) if some or word[0] in kept]
    if not words:
        return
    start, end = words[0].start(), words[-1].end()
    stretch = title[start:end]
    typed = _typed(title, words)
    one_line = "\n" not in stretch and len(stretch) <= LONGEST
    names = sorted({word[0] for word in words})
    told = listed(names)
    yield Finding(
        part(title, start, end),
        f"Other short forms in this title stand in braces, but not {told}."
        if some
        else f"Elsewhere in the library, there are braces around {told}, but not here.",
        "Put braces around it, so that its capitals stay."
        if len(names) == 1
        else "Put braces around each, so that their capitals stay.",
        typed if one_line else "",
    )


def _outside_braces(title: str) -> list[re.Match[str]]:
    depth, words = 0, []
    for found in _BRACE_OR_WORD.finditer(title):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0 and not _ROMAN.fullmatch(found[0]):
            words.append(found)
    return words


def _typed(title: str, words: list[re.Match[str]]) -> str:
    pieces, place = [], words[0].start()
    for word in words:
        pieces += [title[place : word.start()], "{", word[0], "}"]
        place = word.end()
    return "".join(pieces)
