"""A level that is raised by someone with a tie

Someone who raises the level of this claim has a tie to what the claim is about. We know of it
from `interest` beside the name, from the `interests` of the entry, or from its organisations.

## Why we check it

Readers trust a raised level because people who gain nothing by it stand behind it. Someone who
works for the project, or owns a part of it, may be right, and yet should not be the one to say so.

## How to mend it

Ask someone else who has read the works, and name that person in `raters`. If nobody can be found,
take `rating` out.

## Wrong

```yaml
rating:
  level: 3
  because: The council counted it in the same way.
  raters:
    - name: Tobias Finch
    - name: Bola Heron
      interest: Drives for Robin Taxis.
```

## Right

```yaml
rating:
  level: 3
  because: The council counted it in the same way.
  raters:
    - name: Tobias Finch
    - name: Ines Plover
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.levels import ratings
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Person
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

# "None", "No tie to it": what people write who have no tie.
_NO_TIE = pattern(r"\b(?:no|not|none|nothing|never|nil|n/?a)\b|^[-–]$", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each person with a tie who raises a level."""
    for rated in ratings(catalogue):
        for rater in rated.rating.raters if rated.raises else ():
            if tie := _tie(rater, rated.study) if rater.name else "":
                yield Finding(
                    rater.name.location,
                    f"{said(rater.name)} raises this level, and {tie}.",
                    "Ask someone who has no tie to it, and name that person here.",
                )


def _tie(rater: Person, study: CaseStudy) -> str:
    """The tie of a rater, as the end of a sentence; "" if there is none that we know of."""
    if rater.interest and not _NO_TIE.search(rater.interest):
        return f"has a tie to it: {said(rater.interest.rstrip('.'))}"
    name = rater.name.casefold()
    if any(name == body.name.casefold() for body in study.organisations):
        return "is one of the organisations of this entry"
    named = re.compile(rf"\b{re.escape(name)}\b")
    for interest in study.provenance.interests:
        if named.search(interest.casefold()) and not _NO_TIE.search(interest):
            return "is named in the interests of this entry"
    return ""
