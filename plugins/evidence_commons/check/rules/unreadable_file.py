"""A file that cannot be read

Something in this line stops us from reading the file, or would make it say something else than
you meant.

## Why we check it

A few signs have a meaning of their own in these files: the colon, the hash, the hyphen, quotes
and brackets. Where one of them stands in the way, all that follows may be lost. We tell you
rather than guess.

## How to mend it

- Text with a colon and a space, or with ` #`, goes into quotes. So does text that begins with a
  quote, a bracket or a sign such as `@`, `*` or `%`.
- A quote or a bracket that opens must close.
- Each field has a name, a colon and a space: `title: Robin Taxis`.
- Fields that belong together begin in one column. So do the entries of a list.
- Use spaces, never tabs, at the start of a line.

## Wrong

```yaml
title: Robin: the people's taxi
```

## Right

```yaml
title: "Robin: the people's taxi"
```
"""

import re
from collections.abc import Iterator
from functools import cache

from evidence_commons.check.quotes import in_quotes
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Unreadable
from evidence_commons.model.fields import Noun, typed_fields
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.vocabulary import Vocabulary

SEVERITY = Severity.ERROR

QUOTES = "Put quotes around the whole text."

WORDS = {
    "colon": ("The text here holds a colon, and is cut in two by it.", QUOTES),
    "no-colon": (
        "This line has no colon and space behind the field's name.",
        "Write the name, a colon, a space, then the text. If the line goes on from the one above,"
        " begin it with two spaces.",
    ),
    "quote": ("A quote opens here, and nothing closes it.", "Put the same sign at the end."),
    "after": ("Words stand behind the sign that closes this text.", QUOTES),
    "bracket": ("A bracket opens here, and nothing closes it.", "Close it at the end."),
    "block": ("Text cannot begin with this sign.", QUOTES),
    "tab": ("A tab stands here, where only spaces can.", "Delete it and type spaces instead."),
    "sign": ("Text cannot begin with this sign.", QUOTES),
    "name": ("The name of a field must be one plain word.", "Write the name, then a colon."),
    "indent": (
        "This line begins in the wrong column.",
        "Begin it in the same column as the field or list entry that it belongs with.",
    ),
    "joined": (
        "This list entry is read as a part of the line above.",
        "Begin it in the same column as the entry above it.",
    ),
    "hash": ("The hash and the words behind it would be lost here.", QUOTES),
    "escape": (
        "Within double quotes, these two signs have no meaning.",
        "Type the backslash twice.",
    ),
    "empty": ("This file is empty.", "Copy an entry that is like yours, and change it."),
    "front-matter": (
        "This page does not begin with its fields.",
        'Write a line "---", then the fields, then one more line "---".',
    ),
    "many": ("This line cuts the file in two.", "Delete it."),
    "other": (
        "From here on we cannot read this file.",
        "Hold this line against the same line of an entry that works.",
    ),
}
"""For each problem: the fact, and the remedy."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place where a file stops being what was meant."""
    for fault in catalogue.faults(Unreadable):
        message, remedy = WORDS[fault.problem]
        yield Finding(fault.location, message, remedy, _typed(fault))


def _typed(fault: Unreadable) -> str:
    """What to type in place of the stretch, where there is one answer."""
    text = fault.text
    if not text or fault.sign in ("-", "?"):
        return ""
    if fault.problem in ("colon", "hash", "sign", "block"):
        return in_quotes(text)
    if fault.problem == "after":
        whole = text[0] == text[-1] and text[0] in "'\""
        return in_quotes(text[1:-1] if whole else text)
    if fault.problem == "escape":
        return f"\\{text}"
    if fault.problem == "no-colon":
        return _with_space(text)
    return _closed(text) if fault.problem in ("quote", "bracket") else ""


def _closed(text: str) -> str:
    """The text with its closing sign, if nothing in it speaks for another place."""
    closing = {"[": "]", "{": "}"}.get(text[0], text[0])
    return "" if closing in text[1:] or " #" in text else text + closing


def _with_space(text: str) -> str:
    """``name:text`` and ``name text`` as ``name: text``, where ``name`` is one of ours."""
    parts = re.fullmatch(r"((?:- +)*)(\w+)(?::(?=[^\s:/])| +)(.+)", text)
    return f"{parts[1]}{parts[2]}: {parts[3]}" if parts and parts[2] in _names() else ""


@cache
def _names() -> frozenset[str]:
    """The names of all fields of all files."""
    names: set[str] = set()
    kinds: list[type[Noun]] = [CaseStudy, Metric, PolicyQuestion, Vocabulary]
    for kind in kinds:
        for typed in typed_fields(kind):
            names.add(typed.key)
            if issubclass(typed.leaf, Noun) and typed.leaf not in kinds:
                kinds.append(typed.leaf)
    return frozenset(names)
