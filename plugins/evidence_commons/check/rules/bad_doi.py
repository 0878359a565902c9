"""A DOI that is not one

A DOI is the name of a work for good. It begins with `10.` and a number, then a slash and more.

## Why we check it

We make a link of it. From another text, the link would lead nowhere.

## How to mend it

Copy the DOI from the page of the work, or delete the field. If the work has only a web address,
put that in `url`.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  doi = {taxi},
  year = {2023},
}
```

## Right

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  doi = {10.5555/taxi.2023},
  year = {2023},
}
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadDoi
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

FRONT = pattern(r"(?:https?:)?/*(?:(?:dx\.|www\.)?doi(?:\.org)?)?[\s:/]*", re.IGNORECASE)
"""What people write before a DOI. Addresses of other sites may have something of theirs behind it.
"""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each DOI that has not the shape of one."""
    for fault in catalogue.faults(BadDoi):
        yield Finding(
            fault.location,
            f"{said(fault.text)} is not a DOI.",
            "Write only the DOI, such as 10.5555/taxi.2023, or delete the field.",
            fault.inside,
            bool(fault.inside) and _all_but_front(fault),
        )


def _all_but_front(fault: BadDoi) -> bool:
    """Whether the text is a DOI but for what people write before one."""
    front = fault.text.removesuffix(fault.inside)
    return front != fault.text and bool(FRONT.fullmatch(front))
