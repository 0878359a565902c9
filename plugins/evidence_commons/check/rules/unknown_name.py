"""A question or metric that does not exist

The entry names a policy question or a metric, but there is none with this id.

## Why we check it

The link would lead nowhere, and the entry would be missing from the page where readers look for
it.

## How to mend it

Type the id of the question or metric. It is the name of its file in `docs/questions` or
`docs/metrics`, without the ending.

## Wrong

```yaml
questions:
  - who-owns-the-wirse
```

## Right

```yaml
questions:
  - who-owns-the-wires
```
"""

from collections.abc import Iterator, Mapping

from evidence_commons.check.nearest import did_you_mean, sure_match
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_names
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue, Entry

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each name that no question and no metric bears. Files that cannot be read count as there."""
    unread = unread_names(catalogue)
    kinds = {
        "question": _known(catalogue.questions),
        "metric": _known(catalogue.metrics),
    }
    for kind, there in kinds.items():
        known = there | unread
        for name in catalogue.words.get(kind, ()):
            if name in known:
                continue
            remedy, typed = did_you_mean(
                name, there, f"Add it to docs/{kind}s, or take this line out."
            )
            message = f"There is no {kind} {said(name)}."
            sure = sure_match(name, typed, known)
            yield Finding(name.location, message, remedy, typed, sure)


def _known(things: Mapping[str, Entry]) -> set[str]:
    """Ids, and the names of files where the ids are wrong."""
    return {*things, *(thing.location.stem for thing in things.values())}
