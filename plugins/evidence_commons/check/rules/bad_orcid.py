"""An ORCID that cannot be right

An ORCID is the number of a researcher: sixteen digits in four groups, of which the last may be an
X. The last one follows from the others, so that slips show.

## Why we check it

With one wrong digit, the number is nobody's, or that of someone else, who would then have put
their name to a claim.

## How to mend it

Copy the number from the person's page at <https://orcid.org>. Who has none leaves `orcid` out: a
name is enough.

## Wrong

```yaml
claims:
  - checked_by:
      - name: Ada Wren
        orcid: 0000-0002-1825-0079
```

## Right

```yaml
claims:
  - checked_by:
      - name: Ada Wren
        orcid: 0000-0002-1825-0097
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.claim import Claim, Person
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.identifiers import has_form_of_orcid, is_orcid, orcid_in
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each ORCID that is none."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            for person in _people(claim):
                if person.orcid and not is_orcid(person.orcid):
                    yield _finding(person.orcid)


def _people(claim: Claim) -> tuple[Person, ...]:
    return (*claim.checked_by, *claim.rating.raters) if claim.rating else claim.checked_by


def _finding(typed: Text) -> Finding:
    if bare := orcid_in(typed):
        message = f"{said(typed)} is not how an ORCID is written."
        return Finding(typed.location, message, f"Write {bare}.", bare, sure=True)
    if has_form_of_orcid(typed):
        return Finding(
            typed.location,
            f"There is a slip in {said(typed)}: its last digit does not fit the others.",
            "Copy it again from the person's page at orcid.org.",
        )
    return Finding(
        typed.location,
        f"{said(typed)} is not an ORCID.",
        "Write sixteen digits, such as 0000-0002-1825-0097, or leave it out.",
    )
