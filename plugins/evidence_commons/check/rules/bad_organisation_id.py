"""An identifier that no register gives

The `id` of an organisation is an org-id: the code of a register, a hyphen, and the number there,
such as `GB-COH-01234567` for a company in the UK. This text does not have that form.

## Why we check it

By its id, an organisation is the same one in every entry and in the grants data of others, whatever
its name. With a slip in it, it is nobody.

## How to mend it

Write the number as the register gives it, with all its zeros, behind the code of the register:

- `GB-COH-` for companies, with eight digits, or two letters and six digits
- `GB-CHC-`, `GB-SC-` and `GB-NIC-` for charities in England and Wales, in Scotland, and in
  Northern Ireland
- `GB-MPR-` for co-ops and societies
- `GB-LAE-`, `GB-LAS-`, `GB-PLA-` and `GB-LANI-` for councils in England, Scotland, Wales and
  Northern Ireland
- `XI-ROR-`, `XI-WIKIDATA-` and `XI-LEI-` for all the world

A group that is in no register needs no id: leave the field out.

## Wrong

```yaml
organisations:
  - name: Robin Taxis
    id: "1234567"
    role: operator
```

## Right

```yaml
organisations:
  - name: Robin Taxis
    id: GB-COH-01234567
    role: operator
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy, Organisation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.identifiers import (
    is_organisation_id,
    organisation_id_in,
    organisation_ids_like,
    register_of,
    split_code,
)
from evidence_commons.model.money import Party
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each id of an organisation that has not the form of one."""
    for study in catalogue.collection.case_studies:
        for body in bodies(study):
            if body.id and not is_organisation_id(body.id):
                yield _finding(body.id)


def bodies(study: CaseStudy) -> Iterator[Organisation | Party]:
    """The organisations of a case study, and those that give and get its grants."""
    yield from study.organisations
    for grant in study.funding:
        yield grant.funder
        if grant.recipient:
            yield grant.recipient


def _finding(typed: Text) -> Finding:
    message = f"{said(typed)} is not the id of an organisation."
    if tidy := organisation_id_in(typed):
        return Finding(typed.location, message, f"Write {tidy}.", tidy, sure=True)
    likely = organisation_ids_like(typed)
    remedy = " ".join(map(_if_so, likely)) or _form(typed)
    return Finding(typed.location, message, remedy, likely[0] if len(likely) == 1 else "")


def _if_so(likely: str) -> str:
    register = register_of(likely)
    return f"If it is {register.holds}, write {likely}." if register else f"Write {likely}."


def _form(typed: Text) -> str:
    """How an id looks in the register that is named, or in any."""
    register, (code, _) = register_of(typed), split_code(typed)
    if register:
        return f"The id of {register.holds} looks like {code}-{register.example}."
    return "Write its register and number, such as GB-COH-01234567. If it has none, leave id out."
