"""A citation that does not say where in the work

The claim cites a book, a report, an article or a thesis, and does not say where in it to look.

## Why we check it

Readers want to see for themselves. In a report of ninety pages they would search for an hour, and
so would whoever checks the claim next year.

## How to mend it

Add `locator`: a page, a chapter, a section or a table. If the whole work says it, leave the
citation as it is: this is a hint, and stops nothing.

## Wrong

```yaml
citations:
  - key: wren2021taxis
```

## Right

```yaml
citations:
  - key: wren2021taxis
    locator: p. 9
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.slips import slips_in
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import Citation
from evidence_commons.model.collection import Catalogue

SEVERITY = Severity.NOTICE

WITH_PAGES = frozenset(
    "article book mastersthesis mvbook phdthesis report techreport thesis".split()
)
"""The kinds of works in which a reader would have to search."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each citation of a work with pages that names no page."""
    slips = slips_in(catalogue, Citation)
    for study in catalogue.collection.case_studies:
        for claim in study.claims if study.location.path not in slips else ():
            for citation in claim.citations:
                work = catalogue.references.get(citation.key)
                if work and citation.locator is None and work.kind in WITH_PAGES:
                    yield Finding(
                        citation.key.location,
                        f"This citation does not say where in {said(citation.key)} to look.",
                        "Add locator: a page, a chapter or a section.",
                    )
