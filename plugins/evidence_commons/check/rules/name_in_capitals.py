"""A family name in capitals

The family name of an author or an editor is typed in capitals.

## Why we check it

It would stand so in all lists and citations. Some programs that read pages aloud spell such words
letter by letter.

## How to mend it

Write the name as its owner does, with a capital at its front. If it is the name of a body, put
braces around all of it.

## Wrong

```bibtex
@book{wren2023,
  author = {WREN, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Name, Reference

SEVERITY = Severity.NOTICE

SHORTEST = 4
"""A shorter word in capitals may be initials, or short for a body."""

LONGEST, MOST = 400, 20_000
"""No longer list of names is typed anew; none is longer, unless it was made to be slow."""

_ODD = pattern(
    r"\b(?:MAC|MC|VAN|VON|DER|DEN|DE|DI|DA|DU|LA|LE|TEN|TER|ZU|[IVX]+)\b|\bMA?C\w|[{}\\\n]"
)
"""Where small letters follow no plain rule."""

_FAMILY = pattern(r"(?<![^\W\d_])[^\W\d_]+")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each field of names in which a family name is in capitals."""
    for work in catalogue.collection.references:
        for field, names in (("author", work.authors), ("editor", work.editors)):
            shouted = [name.family for name in names if name.given and _shouts(name)]
            if shouted and (found := _finding(work, field, shouted)):
                yield found


def _shouts(name: Name) -> bool:
    letters = re.sub(r"[ '’-]", "", name.family)
    return len(letters) >= SHORTEST and letters.isupper() and letters.isalpha()


def _finding(work: Reference, field: str, shouted: list[str]) -> Finding | None:
    value = typed_in(work, field)
    if not value or len(value) > MOST:
        return None
    # Without a comma behind it, such a word may be the end of a body's name.
    known = [family for family in shouted if f"{family}," in value]
    if not known:
        return None
    more = f" and {len(known) - 1:,} more are" if len(known) > 1 else " is"
    plain = len(value) <= LONGEST and not _ODD.search(value)
    return Finding(
        value.location,
        f"The name {said(known[0])}{more} in capitals.",
        "Write each with one capital." if len(known) > 1 else "Write it with one capital.",
        _lowered(value, known) if plain else "",
    )


def _lowered(value: str, families: list[str]) -> str:
    """The names with one capital each; given names too, unless they are initials."""
    parts = []
    for person in re.split(r"( and )", value):
        family, comma, given = person.partition(",")
        if family.strip() in families:
            family = _FAMILY.sub(lambda word: word[0].capitalize(), family)
            given = _FAMILY.sub(
                lambda word: word[0] if len(word[0]) < SHORTEST else word[0].title(), given
            )
        parts.append(f"{family}{comma}{given}")
    return "".join(parts)
