"""A work that nothing cites

The record is in `references.bib`, but no entry and no page cites it.

## Why we check it

A work that nobody cites is often a sign of something left half done, such as a claim whose
citation was lost.

## How to mend it

Cite it where it helps. If it is there as background reading, say so: add `background` to its
keywords. Otherwise delete it.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
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
  keywords = {background},
  year = {2023},
}
```
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from evidence_commons.check.nearest import MOST, nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.outline import Named, Survey

SEVERITY = Severity.WARNING


def compare(survey: Survey) -> Iterator[Finding]:
    """Each work that is neither cited nor background, where all citations can be known."""
    if survey.hidden:
        return
    works = {one.name: one for one in survey.named(["reference"])}
    cited = survey.names("reference")
    perhaps = survey.perhaps | _misspelt(cited, works)
    folded = Counter(map(str.casefold, works))
    for key, work in works.items():
        sure = key not in perhaps and folded[key.casefold()] == 1
        if sure and key not in cited and not work.kept:
            yield Finding(
                work.location,
                f"Nothing cites {said(key)}.",
                'Cite it, delete it, or add "background" to its keywords.',
            )


def _misspelt(cited: set[str], works: Mapping[str, Named]) -> set[str]:
    """The works that seem to be meant by keys that no work has."""
    unknown = sorted(key for key in cited if key and key not in works)
    return {nearest(key, works) for key in islice(unknown, MOST)}
