"""A grant's identifier that is not one

Grants that are published in the 360Giving standard have an identifier. It begins with `360G-`,
then comes the short name of who publishes it, a hyphen, and more.

## Why we check it

By it, readers find the grant in GrantNav, and programs add up what was given. A number of
another kind leads nowhere.

## How to mend it

Look the grant up in GrantNav and copy its identifier. If the grant is not there, leave `id` out:
its title, funder and date say which one it is.

## Wrong

```yaml
funding:
  - id: 2021/0042
    title: A taxi for Lower Nowhere
    fundingOrganization:
      name: Lower Nowhere Town Council
```

## Right

```yaml
funding:
  - id: 360G-invented-0042
    title: A taxi for Lower Nowhere
    fundingOrganization:
      name: Lower Nowhere Town Council
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.identifiers import is_grant_id
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR

PAGE = pattern(r"https?://grantnav\.threesixtygiving\.org/grant/([^\s?#/]+)/?")
FRONT = "360G-"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each identifier of a grant that has not the form of one."""
    for study in catalogue.collection.case_studies:
        for grant in study.funding:
            if grant.id and not is_grant_id(grant.id):
                yield _finding(grant.id)


def _finding(typed: Text) -> Finding:
    message = f"{said(typed)} is not a 360Giving id."
    page = PAGE.fullmatch(typed)
    inside = page[1] if page else typed
    if inside.upper().startswith(FRONT):
        inside = FRONT + inside[len(FRONT) :].strip()
    if is_grant_id(inside):
        return Finding(typed.location, message, f"Write {inside}.", inside, sure=True)
    remedy = (
        "It begins with 360G- and the name of its publisher. If you do not know it, leave it out."
    )
    return Finding(typed.location, message, remedy)
