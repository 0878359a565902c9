"""A licence by a name that nobody else uses

The `licence` of a technology is its name on the SPDX list, such as `MIT` or `AGPL-3.0-only`. This
text is not on that list.

## Why we check it

The licence says who may copy and change the technology. Under one name for each licence, readers
find all that they may reuse, and lawyers know what is meant.

## How to mend it

Look the licence up at <https://spdx.org/licenses/> and copy its short name. Two that may both be
chosen are joined by `OR`. If others may not reuse it, write `proprietary`; if nobody says, write
`not-stated`.

## Wrong

```yaml
community_tech:
  licence: AGPL version 3
```

## Right

```yaml
community_tech:
  licence: AGPL-3.0-only
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import NEARLY_EQUAL, nearest, only_numbers_differ
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.diagnostics.words import together
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.licences import COMMON, OTHERS, licence, licences_like
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR

MOST_SEEN = frozenset((*COMMON, *OTHERS))
"""Names that need no look at the list."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each licence that is not on the list, or is written in another way."""
    for study in catalogue.collection.case_studies:
        typed = study.community_tech.licence if study.community_tech else None
        if typed and typed not in MOST_SEEN and licence(typed) != typed:
            yield _finding(typed)


def _finding(typed: Text) -> Finding:
    message = f"{said(typed)} is not the short name of a licence."
    if same := licence(typed):
        return Finding(typed.location, message, f"Write {same}.", same, sure=True)
    likely = licences_like(typed) or _nearly(typed)
    remedy = (
        f"Did you mean {together(likely, 'or')}?"
        if likely
        else "Write its name as SPDX has it, such as MIT, or proprietary, or not-stated."
    )
    return Finding(typed.location, message, remedy, likely[0] if len(likely) == 1 else "")


def _nearly(typed: str) -> tuple[str, ...]:
    """The licence that it is but for a slip."""
    near = nearest(typed, (*COMMON, *OTHERS), NEARLY_EQUAL)
    return (near,) if near and not only_numbers_differ(typed, near) else ()
