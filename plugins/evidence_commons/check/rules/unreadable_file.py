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
from collections.abc import Callable, Iterator, Mapping

from evidence_commons.check.explained import explained
from evidence_commons.check.quotes import as_value, in_quotes
from evidence_commons.check.rule import Finding
from evidence_commons.check.surroundings import ends_on_its_line, spaces_for_tabs
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Unreadable
from evidence_commons.model.field_names import field_names
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

QUOTES = "Put quotes around the whole text."

EMPTY = "If nobody knows what belongs here, leave the line out."

DOWN = "Leave the sign, and begin a new line for the words, in the same column as those below."

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
    "bullet": (
        "This list entry does not begin with a hyphen and a space.",
        "Begin each entry of the list with a hyphen and a space, and with no other sign.",
    ),
    "fence": (
        "This line belongs to the chat or the web page that the text was copied from.",
        "Delete it, and the line like it at the end of the file.",
    ),
    "bar": (
        "The text below this line has several paragraphs, and nothing holds them together.",
        "Put a space and the sign | behind the colon.",
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
    "crowded": (
        "There are so many mistakes in this file that it is not read any further.",
        "Mend the first ones, then check again.",
    ),
    "other": (
        "From here on we cannot read this file.",
        "Hold this line against the same line of an entry that works.",
    ),
}
"""For each problem: the fact, and the remedy."""

LONGEST = 1_000
"""A stretch of so many signs may go on."""

SURE = {
    "colon": pattern(r"\w(?:(?! #).)*"),
    "hash": pattern(r"(?:(?! #(?!\d)).)*"),
    "sign": pattern(r"[@%`](?:(?! #|: ).)*"),
    "after": pattern(r"'(?:[^'\"#]|(?<=\w)'(?=\w))*'|(['\"])[^'\"]*\1 \w[^'\"#:,\[\]{}]*"),
    "escape": pattern(r"\\[A-Za-z]"),
    "bullet": pattern(r".*"),
    "bar": pattern(r".*"),
    "no-colon": pattern(r"(?:- +)*\w+:(?:[\w|>].*|(['\"]).*\1)"),
}
"""What the stretch is where nothing but our mend of it can have been meant.

A number sign before a digit is no note; before a word it may be one. A name of ours behind a colon
may be a second field, and commas may part a list.
"""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each place where a file stops being what was meant."""
    rows: dict[str, list[str]] = {}
    for fault in catalogue.faults(Unreadable):
        message, remedy = WORDS[fault.problem]
        path = fault.location.path
        # Each file is cut into lines once, however many mistakes there are in it.
        lines = rows[path] = rows.get(path) or _lines(catalogue, path)
        if len(lines) < fault.location.line:
            continue  # the file is no part of this collection, and is told with its own
        if behind := explained(fault, lines):
            yield behind
            continue
        if fault.problem == "tab" and (mend := spaces_for_tabs(lines, fault.location.line)):
            yield Finding(_front(fault, mend[0]), message, remedy, mend[1], sure=True)
            continue
        if fault.problem == "block" and _goes_on(fault, lines):
            yield Finding(fault.location, "Words stand behind the sign that begins a text.", DOWN)
            continue
        if _meant(fault, lines[fault.location.line - 1]):
            remedy = "Leave out the signs around it."
        remedy = EMPTY if fault.text in ("-", "?") else remedy
        typed = _typed(fault, lines[fault.location.line - 1])
        yield Finding(fault.location, message, remedy, typed, bool(typed) and _sure(fault, lines))


def _lines(catalogue: Catalogue, path: str) -> list[str]:
    texts = catalogue.collection.texts
    return next((file.text.split("\n") for file in texts if file.path == path), [""])


def _front(fault: Unreadable, width: int) -> Location:
    return fault.location.at(fault.location.line, 1, width)


def _sure(fault: Unreadable, lines: list[str]) -> bool:
    """Whether nothing but what we would type can have been meant."""
    plain, spot = SURE.get(fault.problem), fault.location
    if not (plain and plain.fullmatch(fault.text)) or spot.width != len(fault.text):
        return False
    if fault.problem == "colon" and field_names() & set(re.findall(r"(\w+):", fault.text)):
        return False  # two fields on one line
    whole = fault.problem not in ("no-colon", "escape", "bullet", "bar")
    return not whole or (
        len(fault.text) < LONGEST and ends_on_its_line(lines, spot.line, spot.column)
    )


def _goes_on(fault: Unreadable, lines: list[str]) -> bool:
    spot = fault.location
    return not ends_on_its_line(lines, spot.line, spot.column)


def _typed(fault: Unreadable, line: str) -> str:
    """What to type in place of the stretch, where there is one answer."""
    text = fault.text
    empty = fault.problem == "sign" and fault.sign in ("-", "?")
    if not text or empty or len(text) >= LONGEST:
        return ""
    if meant := _meant(fault, line):
        return meant
    if fault.problem in ("colon", "hash", "sign", "block"):
        return in_quotes(text)
    return _MENDS[fault.problem](text) if fault.problem in _MENDS else ""


def _meant(fault: Unreadable, line: str) -> str:
    """The text without signs from other places: those of code, of links, and of citations."""
    text, before = fault.text, line[: fault.location.column - 1].strip()
    if re.fullmatch(r"`[^`]+`", text):
        return as_value(text.strip("`"))
    if before.endswith("url:") and (link := re.fullmatch(r"\[[^\[\]]*\]\((\S+)\)", text)):
        return link[1]
    if before.endswith("key:") and (key := re.fullmatch(r"\[?@([\w:./+-]+)\]?", text)):
        return key[1]
    return ""


def _after(text: str) -> str:
    """Words behind the sign that closes a text, with all of it in quotes."""
    whole = text[0] == text[-1] and text[0] in "'\""
    return in_quotes(text[1:-1] if whole else text)


def _closed(text: str) -> str:
    """The text with its closing sign, if nothing in it speaks for another place."""
    closing = {"[": "]", "{": "}"}.get(text[0], text[0])
    return "" if closing in text[1:] or " #" in text else text + closing


def _with_space(text: str) -> str:
    """``name:text``, ``name = text`` and ``name text`` as ``name: text``, for names of ours."""
    parts = re.fullmatch(r"((?:- +)*)(\w+)(?::(?=[^\s:/])| *[=;\uff1a] *| +(?:[-–—] +)?)(.+)", text)
    return f"{parts[1]}{parts[2]}: {parts[3]}" if parts and parts[2] in field_names() else ""


def _hyphened(text: str) -> str:
    """A list entry with a hyphen in place of another sign."""
    return re.sub(r"^(?:-|\d+[.)]|[^\w\s])? *", "- ", text, count=1)


_MENDS: Mapping[str, Callable[[str], str]] = {
    "after": _after,
    "bar": lambda text: f"{text} |",
    "bracket": _closed,
    "bullet": _hyphened,
    "escape": lambda text: f"\\{text}",
    "no-colon": _with_space,
    "quote": _closed,
}
