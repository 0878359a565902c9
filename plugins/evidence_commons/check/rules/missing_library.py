"""A library that is not there

Entries cite works, but the reference library holds none: it is empty, or there is no file of that
name.

## Why we check it

Without the library no reader can see what a claim rests on.

## How to mend it

Put the file back under its name: `references.bib`, in small letters, right beside `README.md` and
in no folder. If you began a new one, add the works to it that are cited.

## Wrong

```
references.bib    (gone)
```

## Right

```bibtex
@report{wren2021taxis,
  author = {Wren, Ada},
  title = {Who Owns the Ride?},
  publisher = {Nowhere Press},
  year = {2021},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.outline import Survey

SEVERITY = Severity.ERROR

LIBRARY = "references.bib"


def compare(survey: Survey) -> Iterator[Finding]:
    """The library, if works are cited and nothing at all is known of it."""
    if survey.names("reference") and all(one.path != LIBRARY for one in survey.outlines):
        yield Finding(
            Location(LIBRARY),
            f"There is no work in {LIBRARY}, and entries cite some.",
            "Put the file back under this name, beside README.md, and add the works to it.",
        )
