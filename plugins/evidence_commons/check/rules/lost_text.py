"""Text in the library that belongs to no record

It stands in the file, but outside of all records: a field behind a brace too many, a record without
its `@`, or a work that was pasted in as plain text.

## Why we check it

In `references.bib`, nobody reads what is outside of records. A brace too many ends a record early,
and the fields behind it are lost. A work that is no record can never be cited.

## How to mend it

Look for a brace too many above. If the text should be a record, begin it with `@` and a kind, such
as `@book`. If it is a note, begin each of its lines with `%`.

## Wrong

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  publisher = {Nowhere Press},
  title = {Who owns the taxi?}},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  publisher = {Nowhere Press},
  title = {Who owns the taxi?},
  year = {2023},
}
```
"""

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import LostText
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

LONGEST = 200

_OTHER_FORM = pattern(r"[A-Z][A-Z0-9]{1,3} *- |[\[{\"<]|- id:")
"""How records begin that programs for libraries save in other forms."""

WRONG_HEAD = pattern(r"@(?:\s+(\w+)\s*[{(\[]|(\w+)(?:\s*\[|[ \t]+(?=[^\s,{}]+,$)))")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each stretch of text that is read by nobody."""
    for fault in catalogue.faults(LostText):
        if fault.kind == "brace":
            yield _brace(fault)
            continue
        if fault.kind == "closing":
            yield Finding(fault.location, "Nothing opens what is closed here.", "Delete it.")
            continue
        message = f"Nobody reads this text: {said(fault.text)}."
        yield Finding(fault.location, message, *_remedy(fault))


def _brace(fault: LostText) -> Finding:
    twice = fault.location.width > 1
    return Finding(
        fault.location,
        f"This brace ends the record too early: behind it stands {said(fault.text)}.",
        "Delete one of the two." if twice else "Delete it, or put one before the value as well.",
        "}" if twice else "",
    )


def _remedy(fault: LostText) -> tuple[str, str]:
    """The remedy, and what to type instead where there is one answer."""
    note = "If it is a note, begin each line with %."
    if fault.kind == "bare":
        typed = f"@{fault.text}" if len(fault.text) <= LONGEST else ""
        return f"Begin the record with @. {note}", typed
    if fault.text == ";":
        return "Part fields with a comma.", ","
    if (head := WRONG_HEAD.match(fault.text)) and len(fault.text) <= LONGEST:
        typed = f"@{head[1] or head[2]}{{{fault.text[head.end() :]}"
        return "Begin it with @, its kind and {, and with no space before the kind.", typed
    if _OTHER_FORM.match(fault.text):
        return "This is no BibTeX. Export the works anew as BibTeX, and paste that.", ""
    if fault.kind == "note":
        return f"To make it a record, begin it with @ and its kind, such as @book. {note}", ""
    return "Look for a brace or quote too many before it, or delete it.", ""
