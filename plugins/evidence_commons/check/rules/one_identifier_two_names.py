"""One number for two organisations

Within one entry, two organisations have the same `id` under different names, or one organisation
has two numbers in the same register.

## Why we check it

One of the numbers was copied to the wrong line, as it seems. Then a grant is counted for someone
who never had it.

## How to mend it

Look both up in the register, and mend the one that is wrong. If an organisation has changed its
name, use one name throughout the entry.

## Wrong

```yaml
organisations:
  - name: Robin Taxis
    id: GB-COH-01234567
    role: operator
  - name: Magpie Energy
    id: GB-COH-01234567
    role: funder
```

## Right

```yaml
organisations:
  - name: Robin Taxis
    id: GB-COH-01234567
    role: operator
  - name: Magpie Energy
    id: GB-COH-07654321
    role: funder
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_organisation_id import bodies
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.identifiers import REGISTERS, is_organisation_id, split_code
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

LEGAL = frozenset("the and of ltd limited cic plc llp cio inc co company".split())
"""Words of names that are often left out."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each number that stands beside another name, and each name beside another number."""
    for study in catalogue.collection.case_studies:
        yield from _in_one(study)


def _in_one(study: CaseStudy) -> Iterator[Finding]:
    names: dict[str, Text] = {}
    numbers: dict[tuple[str, frozenset[str]], Text] = {}
    for body in bodies(study):
        if not body.id or not body.name or not is_organisation_id(body.id):
            continue
        name = names.setdefault(body.id, body.name)
        if not _alike(name, body.name):
            yield Finding(
                body.id.location,
                f"{said(body.id)} is {said(body.name)} here, but {said(name)}"
                f" on line {name.location.line}.",
                "Look up whose number it is, or use one name for both.",
            )
        register = split_code(body.id)[0]
        number = numbers.setdefault((register, _words(body.name)), body.id)
        if register in REGISTERS and number != body.id:
            yield Finding(
                body.id.location,
                f"{said(body.name)} is {said(body.id)} here, but {said(number)}"
                f" on line {number.location.line}.",
                "Look up which number is the right one.",
            )


def _alike(one: str, other: str) -> bool:
    """Whether two names may be long and short forms of one."""
    here, there = _words(one), _words(other)
    return here <= there or there <= here or _initials(one, there) or _initials(other, here)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - LEGAL


def _initials(name: str, words: frozenset[str]) -> bool:
    """Whether one of the words is made of the first letters of a name."""
    first = (word[0] for word in re.findall(r"\w+", name.casefold()) if word not in LEGAL)
    return "".join(first) in words
