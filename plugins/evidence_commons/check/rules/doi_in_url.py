"""A DOI that stands in the wrong field

The address in `url` is a DOI, and the record has no `doi`.

## Why we check it

From `doi` we make the link and the data by which other libraries know the work. From an address
alone, they do not.

## How to mend it

Add a field `doi` with what stands behind `doi.org/`. Then `url` can go, or name the page where
the work can be read for free.

## Wrong

```bibtex
@article{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  journal = {Rides},
  url = {https://doi.org/10.5555/taxi.2023},
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
from urllib.parse import unquote

from evidence_commons.check.in_record import value_place
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

ADDRESS = pattern(r"https?://(?:dx\.|www\.)?doi\.org/(10[./][^?#]+)", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each work whose DOI is in its address alone."""
    for work in catalogue.collection.references:
        found = ADDRESS.match(work.url) if work.url and not work.doi else None
        if found and work.url and value_place(work, "doi") is None:
            yield Finding(
                work.url.location,
                "This address is a DOI, but the record has no doi.",
                f"Add the line: doi = {{{_doi(found[1])}}},",
            )


def _doi(typed: str) -> str:
    """The DOI in plain signs, where an address writes some of them as numbers."""
    plain = unquote(typed)
    return plain if plain.isprintable() and " " not in plain else typed
