"""A file that is not plain text

The file cannot be opened, is not saved as UTF-8, or holds a sign that cannot be seen.

## Why we check it

UTF-8 is the one way to save text that all programs share. In any other, `é` and `£` turn into
something else. Signs that cannot be seen can make a line look other than it is.

## How to mend it

Save the file again and choose UTF-8 as its encoding. In Notepad this is a list at the bottom of
"Save as". If a sign that cannot be seen is in the way, delete the words on both sides of it, and
type them again.

## Wrong

A file saved as "ANSI" or "Unicode", or a picture with the ending `.yaml`:

```yaml
title: Caf\ufffd Robin
```

## Right

```yaml
title: Café Robin
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import NotText

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file that gives no text."""
    for fault in catalogue.faults(NotText):
        yield Finding(fault.location, *_words(fault))


def _words(fault: NotText) -> tuple[str, str]:
    if fault.problem == "closed":
        return "We cannot open this.", "Make sure that everyone may read it."
    if fault.problem == "sign":
        return (
            f"A sign that nobody can see stands here (U+{ord(fault.sign):04X}).",
            "Delete it. If you cannot find it, type the words on both sides of it anew.",
        )
    return "This is not UTF-8 text.", 'Save the file again, and choose "UTF-8" as its encoding.'
