"""An address where a name belongs

The name of a person, a body or a place is the address of a web page or of mail.

## Why we check it

Readers would see an address in place of a name, and lists would sort it under `h` or `w`.

## How to mend it

Write the name. The address of an organisation goes into `url`. In the library, the address of a
work goes into `url` too. Leave out the addresses of people's mail: all of this is public.

## Wrong

```yaml
organisations:
  - name: www.robintaxis.example
    role: operator
```

## Right

```yaml
organisations:
  - name: Robin Taxis
    role: operator
    url: https://www.robintaxis.example
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.in_record import value_place
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.private_data import is_email
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

_WEB = pattern(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name that is an address. In an entry, mail is told as something private."""
    for study in catalogue.collection.case_studies:
        names = [study.title]
        names += [body.name for body in study.organisations]
        names += [place.name for place in study.places]
        for claim in study.claims:
            names += [person.name for person in claim.checked_by]
            names += [person.name for person in claim.rating.raters] if claim.rating else ()
        for name in names:
            if _WEB.match(name) and _WEB.fullmatch(name):
                yield _finding(name, name.location)
    for question in catalogue.collection.questions:
        for proposal in question.proposals:
            if _WEB.fullmatch(proposal.proposed_by):
                yield _finding(proposal.proposed_by, proposal.proposed_by.location)
    for work in catalogue.collection.references:
        yield from _of(work)


def _of(work: Reference) -> Iterator[Finding]:
    for field, people in (("author", work.authors), ("editor", work.editors)):
        for person in people:
            name = f"{person.given} {person.family}".strip()
            mail = "@" in name and is_email(name)
            if mail or _WEB.fullmatch(name):
                place = value_place(work, field) or work.location
                yield _finding(Text(name), place, mail)
    if _WEB.match(work.title) and _WEB.fullmatch(work.title):
        yield _finding(Text(work.title), value_place(work, "title") or work.location)


def _finding(name: Text, place: Location, mail: bool = False) -> Finding:
    if mail:
        message = "This looks like an e-mail address, where a name belongs."
        return Finding(place, message, "Write the name. Take the address out.", private=True)
    message = f"{said(name)} is an address, and no name."
    return Finding(place, message, "Write the name, and put the address under url.")
