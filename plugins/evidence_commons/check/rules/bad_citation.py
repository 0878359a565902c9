"""A citation that cannot be read

What begins like a citation, with `[@`, is no citation, and would be shown as it was typed.

## Why we check it

Readers would see the signs in place of a link to the work, and nobody would know that it is
cited here.

## How to mend it

Write `[@key]`, or `[@key, p. 4]` with the place in the work. A comma stands before the place. A
semicolon parts two works. Use plain words: nothing slanted, no code, no links. A citation cannot
stand in a link, in an image or in HTML.

To show such signs to readers as they are, put backticks around them: `` `[@key]` `` is shown as
typed.

## Wrong

```markdown
Riders own it [@wren2021taxis; p. 4].
```

## Right

```markdown
Riders own it [@wren2021taxis, p. 4; @heron2023guide].
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import KEY
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadCitation
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

_FORMS = "Write [@key] or [@key, p. 4]. Part two works with a semicolon: [@one; @two]."

_KEYS = "Type the key as in references.bib: letters from a to z, digits, and signs such as - and _."
_PLAIN = "Use plain words in it: no stars, no bars, no backticks, no links, no backslashes."
_ONE = rf"@{KEY.pattern}(?:,? [^\[\]*|<>`\\@;]+)?"
_WHOLE = pattern(rf"\[{_ONE}(?:; {_ONE})*\]")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each sign of a citation that does not become one."""
    for fault in catalogue.faults(BadCitation):
        text = " ".join(fault.text.split())
        if _WHOLE.fullmatch(text):
            yield Finding(
                fault.location,
                f"A citation cannot stand here: {said(text)}.",
                "Move it into plain text, out of the link, the image or the HTML.",
            )
            continue
        mended = _mended(text)
        typed = mended if fault.location.width == len(fault.text) else ""
        yield Finding(
            fault.location,
            f"This citation cannot be read: {said(text)}.",
            f"Did you mean {said(mended)}?" if mended else _remedy(text),
            typed,
        )


def _mended(text: str) -> str:
    """The citation with its signs in order, if that is all it takes."""
    inside = re.sub(r"@\s+", "@", text.strip("[]").strip())
    inside = re.sub(r"\s*;\s*(?!@)", ", ", inside).rstrip(", ")
    inside = re.sub(r"\s*,\s*(?=@)", "; ", inside)
    tidy = f"[{'; '.join(part.strip() for part in inside.split(';'))}]"
    return tidy if text.endswith("]") and _WHOLE.fullmatch(tidy) else ""


def _remedy(text: str) -> str:
    if not text.endswith("]"):
        return "Close it with a bracket, as in [@key], or put backticks around it."
    if re.search(r"[*|`<>\\]", text):
        return _PLAIN
    return _FORMS if text.isascii() else _KEYS
