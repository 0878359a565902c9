"""A quotation that does not end, or does not begin

A paragraph holds the sign “ without the sign ”, or the other way round.

## Why we check it

Readers cannot tell which words are those of someone else, and which are ours.

## How to mend it

Put the other sign where the quotation ends, or begins. Where a quotation goes on in the next
paragraph, begin that one with “ too.

## Wrong

```yaml
summary: A taxi company that its drivers call “our own.
```

## Right

```yaml
summary: A taxi company that its drivers call “our own”.
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.field_names import field_names
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

OPEN, CLOSE = "“", "”"
_GARBLED = pattern(f"â€[{OPEN}{CLOSE}]")
_GAP = pattern(r"\n(?:[ \t>]*\n)+")
_PART = pattern(r"\n(?=[ \t]*(?:[-*+#|] |\d+[.)] |[\w-]+:|\w+[ \t]*=|[%@]))")
_FIELD = pattern(r"\n(?:- +)?[\w-]+:|\n@")
_ENDS = pattern(r" *(?:- +)*([a-z_]+): +[^\s\"'|>\[{][^\"“\n]*[^\W\d][.!?]?\"$")
_STAYS = pattern(r"\s*(?:- +)?(?:quote|locator|words):")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each paragraph with one half of a quotation."""
    for file in catalogue.collection.texts:
        if OPEN in file.odd_signs or CLOSE in file.odd_signs:
            # Garbled dashes hold such signs; another rule tells them.
            yield from _halves(TextFile(file.path, _GARBLED.sub("---", file.text)))
        if '"' in file.text and file.path.endswith((".yaml", ".yml")):
            yield from _straight(file)


def _straight(file: TextFile) -> Iterator[Finding]:
    """Each plain value that ends with a straight sign and holds no other; after digits: inches."""
    for end in re.finditer('"\n', file.text):
        found = _ENDS.match(file.text, file.text.rfind("\n", 0, end.start()) + 1, end.end() - 1)
        if found and found[1] in field_names():
            message = 'A quotation ends here with ", and nothing begins it.'
            place = Passages(file).at(found.end() - 1, found.end())
            yield Finding(place, message, 'Delete it, or put " where it begins.')


def _halves(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    odd = [*_odd_parts(file.text)]
    skipped = -1
    for number, (start, end) in enumerate(odd):
        following = odd[number + 1 : number + 2]
        if number == skipped:
            continue
        if following and _goes_on(file.text, end, *following[0]):
            skipped = number + 1
        else:
            yield from _finding(passages, start, end)


def _odd_parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts of odd paragraphs that are odd by themselves, but for the words of works."""
    for start, end in _split(_GAP, text, 0, len(text)):
        if _odd(text, start, end):
            for first, last in _split(_PART, text, start, end):
                if _odd(text, first, last) and not _STAYS.match(text, first, last):
                    yield first, last


def _goes_on(text: str, end: int, first: int, last: int) -> bool:
    """Whether one quotation runs from a paragraph into this later one of the same text."""
    between = text[end:first]
    closes = text.count(CLOSE, first, last) > text.count(OPEN, first, last)
    return closes and bool(_GAP.search(between)) and not _FIELD.search(between)


def _split(gap: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in gap.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _odd(text: str, start: int, end: int) -> bool:
    """Whether one sign lacks the other. In German and Swedish they have other partners."""
    opened, closed = text.count(OPEN, start, end), text.count(CLOSE, start, end)
    low, angled = text.count("„", start, end), text.count("»", start, end)
    return opened != closed and not low and not angled and (opened > 0 or closed == 1)


def _finding(passages: Passages, start: int, end: int) -> Iterator[Finding]:
    text = passages.text
    if text.count(OPEN, start, end) > text.count(CLOSE, start, end):
        place = text.rfind(OPEN, start, end)
        # A long quotation opens anew in each of its paragraphs, and closes in the last.
        if not re.compile(r"[\s>]*“").match(text, end):
            message = f"A quotation begins here with {OPEN}, and nothing ends it."
            yield Finding(passages.at(place, place + 1), message, f"Put {CLOSE} where it ends.")
    else:
        place = text.find(CLOSE, start, end)
        message = f"A quotation ends here with {CLOSE}, and nothing begins it."
        yield Finding(passages.at(place, place + 1), message, f"Put {OPEN} where it begins.")
