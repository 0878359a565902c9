"""A thing that is wider than itself

A term names a wider term, or a policy question the wider question that it belongs to. Following
these names from here leads back here.

## Why we check it

Readers go from wide to narrow. In a circle nobody knows which of the things is the widest, and they
could not be shown under one another.

## How to mend it

Delete `broader` or `under` where the thing that it names is not the wider one.

## Wrong

In `docs/questions/how-to-keep-warm.md`:

```yaml
under: how-to-keep-warm
```

## Right

In `docs/questions/how-to-keep-warm.md`:

```yaml
under: who-owns-the-wires
```
"""

from collections.abc import Iterator, Mapping

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Text

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each circle, once, at the first of its things."""
    under = {str(one.id): one.under for one in catalogue.collection.questions if one.under}
    yield from _circles(under, "question")
    for known in catalogue.collection.vocabularies:
        broader = {str(term.id): term.broader for term in known.terms if term.broader}
        yield from _circles(broader, str(known.singular or "term"))


def _circles(wider: Mapping[str, Text], kind: str) -> Iterator[Finding]:
    """Each circle among these things, where its first one names the next."""
    done: set[str] = set()
    for start in wider:
        way: list[str] = []
        name = start
        while name in wider and name not in done:
            done.add(name)
            way.append(name)
            name = str(wider[name])
        if name in way:
            circle = way[way.index(name) :]
            yield Finding(wider[name].location, _fact(circle, kind), "Delete this line.")


def _fact(circle: list[str], kind: str) -> str:
    if len(circle) == 1:
        return f"The {kind} {said(circle[0])} is said to be wider than itself."
    back = f"and back to {said(circle[0])}"
    return f"The wider {kind} of {said(circle[0])} leads to {said(circle[1])}, {back}."
