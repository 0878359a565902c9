"""A picture that is not what its name says

The name of the file ends in `.png`, `.jpg`, `.webp` or `.gif`, but what is in it is something else.

## Why we check it

Browsers may not show it. And a file of another kind can hold a program that would run in the
browser of a reader.

## How to mend it

Open the picture in a program for pictures, and save it as the kind that its name says. Or rename
it, if it is a picture of another kind.

## Wrong

```
docs/map.png    (a JPEG picture)
```

## Right

```
docs/map.jpg
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import NotAPicture

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file that is a picture by its name alone."""
    for fault in catalogue.faults(NotAPicture):
        ending = fault.location.path.rsplit(".", 1)[-1]
        if fault.kind == "closed":
            message, remedy = "We cannot open this picture.", "Make sure that everyone may read it."
        elif fault.kind:
            message = f'This picture is called ".{ending}", but it is of another kind.'
            remedy = f'Let its name end in ".{fault.kind}", or save it anew as ".{ending}".'
        else:
            message = f'This file is called ".{ending}", but it is no such picture.'
            remedy = "Save the picture anew, or delete the file."
        yield Finding(fault.location, message, remedy)
