"""A body whose name is read as that of a person

The name of a ministry, a council or the like stands in no braces. So its last word is read as a
family name, and the rest as a given name.

## Why we check it

"Ministry of Health" would be cited as "Health", and stand in lists as "Health, M. of".

## How to mend it

Put braces around the whole name, besides those around the field: `{{Ministry of Health}}`.

## Wrong

```bibtex
@book{wren2023,
  author = {Institute for Invented Studies},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {{Institute for Invented Studies}},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import part, typed_in
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Name
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

LONGEST = 200
MOST = 20_000
"""No field of names has more signs, unless somebody made it to be slow."""

BODY = pattern(
    r"\b(?:Organi[sz]ation|Ministry|Department|University|Institute|Council|Commission|Foundation"
    r"|Association|Agency|Committee|Centre|Authority|Bureau|Federation|Nations|Government"
    r"|Consortium|Collaboration|Laboratory|Corporation|Partnership|Coalition|Alliance"
    r"|Developers|Initiative|Secretariat|Directorate|Observatory|Universit[äé]t?|Minist[eè]re"
    r"|Ltd|Limited|Inc|GmbH|LLC|PLC|World Bank|Development Team|Core Team|Working Group"
    r"|Task Force|Power to Change|Society (?:of|for)|Office (?:of|for)|Trust for|Center for"
    r"|National|International)\b"
)
"""Words that stand in the names of bodies, and are no names of people."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name of a body outside of braces, unless it is one word."""
    for work in catalogue.collection.references:
        for field, names in (("author", work.authors), ("editor", work.editors)):
            if any(name.given and _is_body(name) for name in names):
                value = typed_in(work, field)
                yield from _bodies(value) if value and len(value) <= MOST else ()


def _is_body(name: Name) -> bool:
    return bool(BODY.search(f"{name.given} {name.family}"))


def _bodies(value: Text) -> Iterator[Finding]:
    pieces = [*_names(value)]
    for place, (start, name) in enumerate(pieces):
        if not BODY.search(name) or "{" in name or " " not in name:
            continue
        beside = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
        # "and" or a comma may be a part of the body's own name.
        torn = any(_is_scrap(other) for _, other in beside) or "," in name
        sound = not torn and "\n" not in name and len(name) <= LONGEST
        yield Finding(
            part(value, start, start + len(name)),
            f"{said(name)} is read as the name of a person.",
            "Put braces around the whole name.",
            f"{{{name}}}" if sound else "",
        )


def _names(value: str) -> Iterator[tuple[int, str]]:
    """Where each name begins, and the name."""
    start = 0
    for between in re.finditer(r"\s+and\s+|\Z", value, re.IGNORECASE):
        typed = value[start : between.start()]
        yield start + len(typed) - len(typed.lstrip()), typed.strip()
        start = between.end()


def _is_scrap(name: str) -> bool:
    """Whether it may be the rest of a name that the word *and* has torn."""
    return "," not in name and "{" not in name and name != "others"
