"""A link or an image that we do not publish

In the text of an entry, links lead to the web or to mail. Images are not shown there.

## Why we check it

Some addresses can run something in a reader's browser. Images from elsewhere tell others who
reads our pages, and images without good words beside them shut out readers who cannot see them.

## How to mend it

Begin the address with `https://`, `http://` or `mailto:`. In place of an image, say in words what
it shows, and link to it.

## Wrong

```markdown
See [the map](map.html) and ![a photo](taxi.jpg).
```

## Right

```markdown
See [the map](https://robintaxis.example/map).
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadLink

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each link and image that is left out."""
    for fault in catalogue.faults(BadLink):
        if fault.why == "image":
            yield Finding(
                fault.location, "Images are not shown here.", "Say in words what it shows."
            )
        else:
            yield Finding(
                fault.location,
                f"We do not link to {said(fault.address)}.",
                "Begin the address with https://, http:// or mailto:",
            )
