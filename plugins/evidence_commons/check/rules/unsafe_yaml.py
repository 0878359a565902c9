"""A shortcut of YAML

Text that begins with `&`, `*` or `!` is a shortcut in YAML, the language of these files. So is a
field with the name `<<`. We do not read shortcuts.

## Why we check it

With shortcuts, a short file can swell until it fills a computer, or run something that it should
not. And a reader could no longer see in one place what an entry says.

## How to mend it

Type the text out in full, each time. If the sign is only a part of your text, put quotes around
the whole text.

## Wrong

```yaml
title: *Free* rides home
```

## Right

```yaml
title: "*Free* rides home"
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import in_quotes
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Shorthand

SEVERITY = Severity.ERROR

COPIES = "<<"
"""The name under which YAML copies fields from elsewhere."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each anchor, alias and tag."""
    for fault in catalogue.faults(Shorthand):
        what = "The name" if fault.sign == COPIES else "Text that begins with"
        message = f'{what} "{_shown(fault)}" is a shortcut, and we read none.'
        yield Finding(fault.location, message, *_remedy(fault))


def _shown(fault: Shorthand) -> str:
    return COPIES if fault.sign == COPIES else fault.text[:1]


def _remedy(fault: Shorthand) -> tuple[str, str]:
    if fault.sign == COPIES:
        return "Delete it, and type out in full the fields that it stands for.", ""
    text = fault.text
    sign, _, rest = text.partition(" ")
    if not rest:
        return "Type out in full what it stands for.", ""
    if sign.startswith("!!"):
        return "Take it out.", rest.strip()
    return "Put quotes around it.", in_quotes(text)
