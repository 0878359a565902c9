"""HTML in a text

The text of an entry is written in Markdown. HTML, the language of web pages, is not shown there.

## Why we check it

HTML can run something in a reader's browser, and can break the page around it. Rather than drop
it in silence, we tell you.

## How to mend it

Use Markdown: `**bold**`, `*slanted*`, `- ` for lists, `[words](https://…)` for links. If you
want to show the signs themselves, put backticks around them.

## Wrong

```markdown
Riders <b>own</b> the company.
```

## Right

```markdown
Riders **own** the company.
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import RawHtml

SEVERITY = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each piece of HTML."""
    for fault in catalogue.faults(RawHtml):
        yield Finding(
            fault.location,
            f"This is HTML, which is not shown here: {said(fault.markup)}.",
            "Use Markdown, or put backticks around the signs to show them as they are.",
        )
