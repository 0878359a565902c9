"""A figure without the caution of its work

The work says "over", "almost" or the like before the number. Here the figure stands without it.

## Why we check it

"Over 400" and "400" are not the same. A figure keeps its work's caution: who leaves it out claims
to know more than the work does.

## How to mend it

Add `hedge`, with the word that fits best: `over`, `almost`, `under`, `about`, `at-least` or
`up-to`.

## Wrong

```yaml
observation:
  value: 400
  citation:
    key: wren2021taxis
    quote: over 400 members
```

## Right

```yaml
observation:
  value: 400
  hedge: over
  citation:
    key: wren2021taxis
    quote: over 400 members
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.figures import Figure, figures, numbers, same
from evidence_commons.check.hedges import HEDGES, WORDS
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.metric import Observation
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_BEFORE = pattern(rf"\b({WORDS}) (?:a |an )?$", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure that its work gives with more caution."""
    slips = slips_in(catalogue, Observation)
    for figure in figures(catalogue):
        observation = figure.observation
        if not figure.quote or not observation.value or observation.hedge is not None:
            continue
        words = _caution(figure, figure.quote)
        if words and observation.location.path not in slips:
            hedge = HEDGES[words.lower()]
            known = catalogue.term("hedges", hedge)
            yield Finding(
                observation.value.location,
                f"The quote says {said(words)} before this number, and the figure does not.",
                f"Add the line {said(f'hedge: {hedge}')}." if known else "Add a hedge to it.",
            )


def _caution(figure: Figure, quote: str) -> str:
    """The words of caution before the figure in its quote, if there are any."""
    unit = figure.metric.unit if figure.metric else ""
    for number in numbers(quote):
        if same(figure.observation.value.value, number, unit):
            found = _BEFORE.search(quote[max(0, number.start - 24) : number.start])
            return found[1] if found else ""
    return ""
