"""A file that nobody reads

It stands in a folder of entries, but it is no entry; or it stands in `docs`, but is neither a
page nor a picture.

## Why we check it

A file with the wrong ending, or in the wrong folder, is easily taken for an entry. Its author
would wait in vain for a page. Files of other kinds can hold programs that would run in the
browsers of readers, so they are not published.

## How to mend it

Entries are right in `case_studies`, vocabularies right in `case_studies/vocabulary`, and both
end in `.yaml`. Questions are right in `docs/questions`, metrics right in `docs/metrics`, and
they end in `.md`, as all pages do. Pictures end in `.png`, `.jpg`, `.webp` or `.gif`. Move or
rename the file, or delete it.

## Wrong

```
case_studies/robin-taxis.yaml.txt
```

## Right

```
case_studies/robin-taxis.yaml
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Stray

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file that is read by nobody."""
    for fault in catalogue.faults(Stray):
        yield Finding(fault.location, "Nobody reads this file.", _remedy(fault.location.path))


def _remedy(path: str) -> str:
    if path.startswith("docs/"):
        if path.endswith(".md"):
            folder = "/".join(path.split("/")[:2])
            return f"Move it to {folder}, with no folder between, or to another folder of docs."
        return "Pages end in .md, pictures in .png, .jpg, .webp or .gif. Rename it, or delete it."
    if path.endswith((".yaml", ".yml")):
        return "Move it to case_studies, or to case_studies/vocabulary."
    return "If it is an entry, let its name end in .yaml. If not, delete it."
