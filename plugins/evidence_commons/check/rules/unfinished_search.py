"""A search that does not say enough

A search that is done says where people looked, what they looked for, and what they found. One that
has begun names the works that were looked through. One that cannot find anything says why.

## Why we check it

"We found nothing" means little if nobody knows where you looked. With the three facts, others can
look again, or look elsewhere.

## How to mend it

Fill in `where`, `words` and `found`. If the search goes on, its status is `under-way`. If only some
works were looked through, its status is `begun`, and `works` has their keys. For
`not-applicable`, say in `found` why no such evidence can be.

## Wrong

In `docs/questions/who-owns-the-wires.md`:

```yaml
searches:
  - status: done
    date: 2024-05
    found: Nothing.
```

## Right

In `docs/questions/who-owns-the-wires.md`:

```yaml
searches:
  - status: done
    date: 2024-05
    where: The catalogue of the Institute for Invented Studies
    words: taxi AND ownership
    found: Nothing.
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.diagnostics.words import together
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.question import Search

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each search without what its status asks for."""
    slips = slips_in(catalogue, Search)
    for question in catalogue.collection.questions:
        for search in question.searches if question.location.path not in slips else ():
            if search.status == "not-applicable" and search.found is None:
                yield Finding(
                    search.status.location,
                    "This search says that no such evidence can be, but not why.",
                    "Say why in found.",
                )
            elif search.status == "begun" and not search.works:
                yield Finding(
                    search.status.location,
                    "This search has begun, but does not say which works were looked through.",
                    "Add works, with their keys.",
                )
            elif search.status == "done" and (missing := _missing(search)):
                yield Finding(
                    search.status.location,
                    f"This search is done, but does not say {together([*missing.values()], 'or')}.",
                    f"Fill in {together([*missing])}. If you are still looking, the status is"
                    " under-way.",
                )


def _missing(search: Search) -> dict[str, str]:
    """The fields that are not filled in, and what each of them says."""
    facts = {
        "where": (search.where, "where you looked"),
        "words": (search.words, "what you looked for"),
        "found": (search.found, "what you found"),
    }
    return {name: words for name, (typed, words) in facts.items() if typed is None}
