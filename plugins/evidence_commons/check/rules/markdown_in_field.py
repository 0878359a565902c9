"""Markdown where plain text belongs

Only the `body` of an entry is written in Markdown. All other fields hold plain text.

## Why we check it

Readers would see the signs themselves: two stars, or the brackets of a link or a citation.

## How to mend it

Take the signs out. Cite works under `citations`. An address goes into `url`, or into the body.

## Wrong

```yaml
summary: A taxi company that its **riders** own.
```

## Right

```yaml
summary: A taxi company that its riders own.
```
"""

import re
from collections.abc import Iterable, Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import KEY
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.WARNING

_MARKED = (
    ("*", "**", "bold", pattern(r"\*\*(?<![*\w]\*\*)(?=[^\s*])[^*\n]{1,200}\*\*")),
    ("_", "__", "bold", pattern(r"__(?<![_\w]__)(?=[^\s_])[^_\n]{1,200}__(?!\w)")),
    (
        "]",
        "](",
        "link",
        pattern(r"\[[^\[\]\n]{1,200}\]\((?:https?://|www\.|mailto:)[^\s()]{1,500}\)"),
    ),
    ("@", "[@", "cite", pattern(rf"\[@{KEY.pattern}[^\[\]\n]{{0,100}}\]")),
    ("\\", "\\&", "latex", pattern(r"\\&")),
    ('"', ': "#', "heading", pattern(r"(?<=: \")#{1,6} \w{1,60}")),
    ("'", ": '#", "heading", pattern(r"(?<=: ')#{1,6} \w{1,60}")),
)
"""What people write that Markdown, or LaTeX, would show otherwise.

Each begins with its rarest sign: one alone is found ten times as fast as two in a row.
"""

_NEXT_FIELD = pattern(r"\n(?=[^\s#])")
_STAYS = pattern(r"[ ]*(?:#|(?:- +)*(?:quote|locator|key|url|words):)")

REMEDY = {
    "bold": "Take the signs out.",
    "link": "Write the words alone.",
    "cite": "Take it out, and cite the work under citations.",
    "latex": "Write & alone.",
    "heading": "Take the sign out.",
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """The first piece of Markdown in each line of a field of plain text."""
    for file in catalogue.collection.texts:
        entry = file.path.endswith((".yaml", ".yml")) or file.text.startswith("---\n")
        found = sorted(_found(file), key=lambda one: one[0].start()) if entry else ()
        if found and file.path not in unread_paths(catalogue):
            yield from _findings(Passages(file), found)


def _found(file: TextFile) -> Iterator[tuple[re.Match[str], str]]:
    find = file.text.find
    for start, end in _plain(file):
        for rare, signs, kind, form in _MARKED:
            if find(rare, start, end) >= 0 and find(signs, start, end) >= 0:
                yield from ((one, kind) for one in form.finditer(file.text, start, end))


def _plain(file: TextFile) -> Iterator[tuple[int, int]]:
    """The stretches of a file that hold fields of plain text."""
    text = file.text
    if file.path.endswith(".md"):
        yield 0, max(0, text.find("\n---\n", 3))
        return
    start = text.find("\nbody:") + 1
    body = start or len(text)
    yield 0, body
    if after := _NEXT_FIELD.search(text, body):
        yield after.start(), len(text)


def _findings(passages: Passages, found: Iterable[tuple[re.Match[str], str]]) -> Iterator[Finding]:
    told = 0
    for one, kind in found:
        place = passages.at(*one.span())
        stays = _STAYS.match(passages.text, passages.start_of_line(one.start()))
        if place.line > told and not stays:
            told = place.line
            signs = {"bold": one[0][2:-2], "latex": "&", "heading": one[0].lstrip("# ")}
            message = "This field holds plain text, so readers would see the signs in"
            yield Finding(place, f"{message} {said(one[0])}.", REMEDY[kind], signs.get(kind, ""))
