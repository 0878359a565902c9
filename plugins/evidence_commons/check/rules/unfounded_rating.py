"""A level that nobody stands behind

People set a level for this claim, but it is none of the five, or it is higher than the level that
follows from the facts, and fewer than two people say so.

## Why we check it

What strengthens a claim is what was measured, and not how well we think of it. So one person may
lower a level, but it takes two with different names to raise it.

## How to mend it

Levels go from 1 to 5. To raise one, name two people in `raters`, each with a name of their own. Or
take `rating` out: the level that follows from the facts comes back.

## Wrong

```yaml
rating:
  level: 4
  because: The council counted it in the same way.
  raters:
    - name: Ines Plover
```

## Right

```yaml
rating:
  level: 4
  because: The council counted it in the same way.
  raters:
    - name: Ines Plover
    - name: Bola Heron
```
"""

from collections.abc import Iterator

from evidence_commons.check.levels import ratings
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Rating
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import RATERS_TO_RAISE, level_set, names_of

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each level that is none, and each that is raised by too few."""
    for rated in ratings(catalogue):
        level = rated.rating.level
        if level and level_set(rated.rating) is None:
            remedy = "Write a whole number from 1 to 5."
            yield Finding(level.location, f"There is no level {said(level)}.", remedy)
        elif rated.raises and len(names_of(rated.rating.raters)) < RATERS_TO_RAISE:
            yield Finding(
                level.location,
                f"Level {rated.derived} follows from the facts. {_who(rated.rating)}.",
                "To raise a level takes two people with different names. Name both in raters,"
                " or take the rating out.",
            )


def _who(rating: Rating) -> str:
    """Who raises it, as it stands."""
    names = names_of(rating.raters)
    if not names:
        return f"This raises it to {rating.level}, and nobody is named for it"
    return f"This raises it to {rating.level}, and one person alone says so"
