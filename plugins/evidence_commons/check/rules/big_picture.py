"""A picture that takes long to load

The picture is larger than 2 MB.

## Why we check it

On a telephone, readers wait for it, and many pay for it. The history of the repository keeps its
size for ever.

## How to mend it

Save it smaller: 1600 pixels wide is enough for a page. Photos are smallest as `.webp` or `.jpg`.

## Wrong

```
docs/market.png    (6 MB)
```

## Right

```
docs/market.webp   (200 kB)
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import HeavyPicture

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each picture that is too large."""
    for fault in catalogue.faults(HeavyPicture):
        yield Finding(
            fault.location,
            f"This picture has {fault.size / 1024 / 1024:.1f} MB. Readers would wait for it.",
            "Save it smaller: 2 MB at most, 1600 pixels wide.",
        )
