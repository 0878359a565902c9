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

import re
from collections.abc import Iterator
from html import unescape

from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import RawHtml
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.ERROR

_EXPORTED = pattern(
    r"</?(?:i|b|u|p|em|br|strong|span|su[bp]|scp|jats:\w{1,20}|mml:\w{1,20})(?: [^<>\n]{1,100})?/?>"
    r"|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
)
_SHOWN = {
    *("title", "subtitle", "author", "editor", "journal", "journaltitle", "booktitle"),
    *("publisher", "institution", "school", "organization", "note", "url"),
}
"""The fields that readers see."""


_TAG = pattern(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>\n]{0,200}>"
    r"|&(?:amp|nbsp|quot|lt|gt|apos|#\d{2,5});"
)
_BODY = pattern(r"^body:.*(?:\n(?:[ \t].*)?)*", re.MULTILINE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each piece of HTML."""
    for file in catalogue.collection.texts:
        html = ("<" in file.text or "&" in file.text) and file.path.endswith((".yaml", ".yml"))
        if html and _TAG.search(file.text):
            yield from _in_fields(file)
    for fault in catalogue.faults(RawHtml):
        yield Finding(
            fault.location,
            f"This is HTML, which is not shown here: {said(fault.markup)}.",
            "Use Markdown, or put backticks around the signs to show them as they are.",
        )
    for file in catalogue.collection.texts:
        if file.path.endswith(".bib") and ("&" in file.text or "<" in file.text):
            yield from _in_records(Passages(file))


def _in_records(passages: Passages) -> Iterator[Finding]:
    """The first piece of HTML in each field that is shown, as programs leave it that export."""
    told = (0, "")
    for one in _EXPORTED.finditer(passages.text):
        field = passages.record_field(one.start())
        place = passages.at(*one.span())
        if field not in _SHOWN or told == (place.line, field):
            continue
        told = (place.line, field)
        sign = unescape(one[0]).replace("\N{NO-BREAK SPACE}", " ")
        typed = "" if one[0].startswith("<") else "\\&" if sign == "&" else sign
        yield Finding(
            place,
            f"This is HTML, which is not shown here: {said(one[0])}.",
            f"Did you mean {said(typed)}?" if typed else "Delete it, and what closes it.",
            typed,
        )


def _in_fields(file: TextFile) -> Iterator[Finding]:
    """HTML in fields that hold plain text. Bodies hold Markdown, in which it is told by itself."""
    passages, body = Passages(file), _BODY.search(file.text)
    lines: set[int] = set()
    for found in _TAG.finditer(file.text):
        place = passages.at(*found.span())
        in_body = body and body.start() <= found.start() < body.end()
        if not (in_body or passages.in_code(found.start()) or place.line in lines):
            lines.add(place.line)
            message = f"This is HTML, and readers would see it as it stands: {said(found[0])}."
            sign = unescape(found[0]) if found[0][0] == "&" else ""
            yield Finding(place, message, "Write plain text in its place.", sign.strip())
