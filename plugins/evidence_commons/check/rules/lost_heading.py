"""A heading that ended the text above it

In a case study, the `body` goes on as long as its lines begin with spaces. A line that begins with
`##` in the first column ends it, and is a comment that nobody reads.

## Why we check it

The heading would vanish from the page, and nobody would notice.

## How to mend it

Put two spaces before the heading, as before all lines of the text.

## Wrong

```yaml
body: |
  Robin Taxis began with nine drivers.

### What is not known
```

## Right

```yaml
body: |
  Robin Taxis began with nine drivers.

  ### What is not known
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.ERROR

_HEADING = pattern(r"\n#{2,6}[ \t]*(?=[^\W\d_])[^\n]*")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each line between a body and the next field that looks like a heading."""
    for file in catalogue.collection.texts:
        yaml = file.path.endswith((".yaml", ".yml"))
        if yaml and "\n##" in file.text and file.path not in unread_paths(catalogue):
            yield from _headings(file)


def _headings(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    body = file.text.find("\nbody:")
    after = re.compile(r"\n[A-Za-z_]+:").search(file.text, body + 1) if body >= 0 else None
    end = after.start() if after else len(file.text)
    for found in _HEADING.finditer(file.text, body, end) if body >= 0 else ():
        heading = found[0].strip()
        yield Finding(
            passages.at(found.start() + 1, found.end()),
            f"{said(heading.lstrip('# '))} has ended the text above it, and would be lost.",
            "Begin the line with two spaces, as the lines above.",
            f"  {heading}" if len(heading) <= 120 else "",
            len(heading) <= 120,
        )
