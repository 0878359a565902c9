"""Something private

It looks like an e-mail address, a telephone number, a full postcode or a National Insurance
number.

## Why we check it

Everything here is public, is copied by others, and stays in the history of the repository. People
get unwanted mail and calls from it, and a full postcode can point to a few homes.

## How to mend it

Take it out. To say how an organisation can be reached, give its web address under `url`. To say
where something is, name the place and give its ONS code. If it was someone's own data, tell those
who look after the repository, so that they can take it out of the history too.

## Wrong

```yaml
lessons:
  - Call Ada Wren on 01632 960 001 before you begin.
```

## Right

```yaml
lessons:
  - Talk to those who did it before you begin.
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

IN_RECORDS = {"abstract", "note", "annote", "annotation", "title", "howpublished", "addendum"}
"""The fields of the library that hold running text."""

_KINDS = bytes.maketrans(b"0123456789BCDEFGHIJKLMNOPQRSTUVWXYZ", b"9" * 10 + b"A" * 25)
"""Writes 9 for each digit and A for each capital, so that a plain search finds their shapes."""

_AT = pattern(r"@(?<=[\w%+]@)[A-Za-z0-9-]+\.[A-Za-z]")
_EMAIL = pattern(r"[\w.%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_NO_EMAIL = pattern(r"git@|.*@(?:.*\.)?example\.(?:org|com|net)$|.*\.(?:png|jpe?g|webp|gif)$")
_HOME = pattern(r"0(?<![\w.,/:=#£$€+-]0)[12378]\d{1,3}\)?(?:[ -]?\d{2,}+){1,4}(?![\w-])")
_ABROAD = pattern(r"\+[1-9](?:[ ()-]{0,2}\d){8,14}(?![\w-])")
_POSTCODE = pattern(r"(?<![\w/-])[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b")
_INSURANCE = pattern(
    r"(?<![\w/-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r" ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)

Hit = tuple[int, int, str, str]
"""Its start and end, what it looks like, and the remedy."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each thing that looks private. It is never said in full: findings are public too."""
    for file in catalogue.collection.texts:
        if hits := sorted(private(file.text)):
            yield from _findings(file, hits)


def private(text: str) -> Iterator[Hit]:
    """All in a text that may be private, if it is not within something else."""
    shapes = text.encode("utf-8", "replace").translate(_KINDS)
    if "@" in text and _AT.search(text):
        for found in _EMAIL.finditer(text):
            if not _NO_EMAIL.match(found[0]) and text[found.start() - 1 : found.start()] != "@":
                yield *found.span(), "an e-mail address", "Take it out, or use url instead."
    if b"9999" in shapes:
        for found in _HOME.finditer(text):
            digits = re.sub(r"\D", "", found[0])
            # Ten digits in one piece are rather the number of a book.
            if len(digits) == 11 or (len(digits) == 10 and len(found[0]) > 10):
                yield *found.span(), "a telephone number", "Take it out, or use url instead."
    if "+" in text:
        for found in _ABROAD.finditer(text):
            yield *found.span(), "a telephone number", "Take it out, or use url instead."
    if b" 9AA" in shapes:
        for found in _POSTCODE.finditer(text):
            yield *found.span(), "a full postcode", "Name the place, and give its ONS code."
    if b"AA999999A" in shapes or b"AA 99 99 99 A" in shapes:
        for found in _INSURANCE.finditer(text):
            remedy = "Take it out, and tell those who look after the repository."
            yield *found.span(), "a National Insurance number", remedy


def is_email(text: str) -> bool:
    """Whether a whole text is an e-mail address, with or without the sign of a link to one."""
    return bool(_EMAIL.fullmatch(text.removeprefix("mailto:")))


def _findings(file: TextFile, hits: list[Hit]) -> Iterator[Finding]:
    passages, library = Passages(file), file.path.endswith(".bib")
    for start, end, what, remedy in hits:
        if library and passages.record_field(start) not in IN_RECORDS:
            continue
        if not passages.in_address(start):
            shown = f"{file.text[start]}…{file.text[end - 1]}"
            message = f'This looks like {what}: "{shown}".'
            yield Finding(passages.at(start, end), message, remedy, private=True)
