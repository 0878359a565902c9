"""A share that cannot be

The metric counts in per cent, as a share of a whole. This figure is below 0 or above 100.

## Why we check it

No part is greater than its whole. Mostly a point was lost, as in 145 for 14.5, or the figure
belongs to another metric.

## How to mend it

Hold the figure against the work. If the metric is a change and not a share, say so in its title or
its definition, with a word such as growth, change or more.

## Wrong

In `docs/metrics/homes-with-a-heat-pump.md`:

```yaml
title: Homes with a heat pump
unit: per cent
observations:
  - value: 145
    date: 2022
    citation:
      key: plover2022taxis
```

## Right

In `docs/metrics/homes-with-a-heat-pump.md`:

```yaml
title: Homes with a heat pump
unit: per cent
observations:
  - value: 14.5
    date: 2022
    citation:
      key: plover2022taxis
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.figures import figures
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.metric import Metric
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_SHARE = pattern(r"(?:per ?cent|%)(?: of .*)?", re.IGNORECASE)
# Words by which a metric says that it can go beyond a whole, or below nothing.
_MORE = pattern(
    r"grow|chang|ris|rose|increas|reduc|fall|drop|declin|more|less|fewer|extra|high|low|fast|slow"
    r"|great|bigger|better|worse|gain|loss|lost|profit|margin|return|ratio|relativ|against|compar"
    r"|differ|than|gap|inflation|interest|target|capacity|sav|up|down|above|below|average|points?",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each share that is less than nothing or more than all."""
    for figure in figures(catalogue):
        value, metric = figure.observation.value, figure.metric
        if metric and not 0 <= value.value <= 100 and _is_share(metric):
            yield Finding(
                value.location,
                f"A share of {said(value)} per cent cannot be.",
                "Hold it against the work. If the metric is a change, say so in its definition.",
            )


def _is_share(metric: Metric) -> bool:
    """Whether a metric counts parts of a whole, and not by how much something is more."""
    words = (metric.title, metric.definition, metric.unit)
    return bool(_SHARE.fullmatch(metric.unit)) and not any(map(_MORE.search, words))
