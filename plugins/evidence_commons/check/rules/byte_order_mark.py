"""A mark at the front of the file

Some programs begin a file with a mark that nobody can see. It says how the bytes of the file are
ordered, which plain UTF-8 text has no need to say.

## Why we check it

We read past it. Other programs take it for a part of the first word, and then do not know that
word.

## How to mend it

Save the file again as "UTF-8", and not as "UTF-8 with BOM".

## Wrong

In `case_studies/owl-library.yaml`, where a box stands for the mark:

```yaml
▯id: owl-library
```

## Right

In `case_studies/owl-library.yaml`:

```yaml
id: owl-library
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import ByteOrderMark

SEVERITY = Severity.NOTICE


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file with the mark. Nothing is typed in its place: the mark itself goes."""
    for fault in catalogue.faults(ByteOrderMark):
        yield Finding(
            fault.location,
            "A mark that nobody can see stands before the first line.",
            'Save the file as "UTF-8", and not as "UTF-8 with BOM".',
            sure=True,
        )
