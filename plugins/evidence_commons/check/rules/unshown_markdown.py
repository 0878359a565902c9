"""Markdown that is not shown as it was meant

The text of an entry is written in the plain core of Markdown. Some signs that other programs know
have no meaning in it: tables, footnotes, boxes to tick, and a few more. A list with bullets that
were pasted in runs together in one paragraph.

## Why we check it

Readers would see the signs themselves, or a list as one long line.

## How to mend it

- A heading has a space behind its signs: `## Costs`.
- An entry of a list begins with a hyphen and a space.
- In place of a table, or of columns, make a list.
- In place of a footnote, cite a work, or say it in the text.
- A bare web address goes between `<` and `>`.

## Wrong

```markdown
###Costs
• Rent
• Power
```

## Right

```markdown
### Costs

- Rent
- Power
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.bodies import bodies, stretch
from evidence_commons.check.passages import Passages
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_LINE = pattern(
    r"\n[ \t>]*+(?=[^\w\s]|o\s)(?:"
    r"(?P<heading>#{2,6}\u00a0*(?=[^\s#])[^\n]*)"
    r"|(?P<table>\|?[ ]*:?-{3,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)+\|?[ ]*)$"
    r"|[-*+][ ]+(?P<box>\[[ xX]\])(?=[ ])"
    r"|(?P<bullet>[•‣◦▪●·\u00b7\uf0b7\uf0a7]|-\u00a0|o(?=\t|[ ]{2}))[ \t\u00a0]*(?=\S)"
    r"|(?P<note>!!! \w+|::: ?\w+)"
    r"|(?P<term>: )(?=\S)"
    r")",
    re.MULTILINE,
)
_INLINE = (
    ("^", "[^", "footnote", pattern(r"\[\^[\w-]+\]")),
    ("~", "~~", "struck", pattern(r"~~(?=\S)[^~\n]+~~")),
    ("(", "] (http", "apart", pattern(r"\[[^\[\]\n]{1,200}\] \(https?://[^\s()]+\)")),
    (")", ")[http", "turned", pattern(r"\([^()\n]{1,200}\)\[https?://[^\s\[\]]+\]")),
    ("{", " {#", "anchor", pattern(r" \{#[\w-]+\}$", re.MULTILINE)),
)
"""Each begins with its rarest sign: one alone is found ten times as fast as two in a row."""

_BARE = pattern(r"https?://(?<![(<\[:\"'=/\w.]https://)(?<![(<\[:\"'=/\w.]http://)[^\s<>\[\]`]+")

WORDS = {
    "heading": (
        "This is no heading without a plain space behind its signs.",
        "Put a space between the signs and the words.",
    ),
    "table": ("Tables are not shown here.", "Make a list of it: one line for each row."),
    "columns": (
        "Columns are not shown here: these lines would run together.",
        "Make a list of it: one line for each row.",
    ),
    "box": ("Boxes to tick are not shown here.", "Take the box out."),
    "bullet": (
        "This sign makes no list here: its entries would run together.",
        "Begin each entry with a hyphen and a space, and leave a line empty before the first.",
    ),
    "note": ("Boxes for notes are not shown here.", "Make it a paragraph, or a heading."),
    "term": ("A colon does not make a list of words here.", "Begin the line with a hyphen."),
    "footnote": ("Footnotes are not shown here.", "Cite a work instead, or say it in the text."),
    "struck": ("Words are not struck out here.", "Take them out."),
    "apart": (
        "A space parts the words of this link from its address, so it is no link.",
        "Take the space out.",
    ),
    "turned": ("The brackets of this link are the wrong way round.", "Write [words](address)."),
    "anchor": ("Headings have no names of their own here.", "Take this out."),
    "bare": ("This address is no link as it stands.", "Put it between < and >."),
}
"""For each kind: the fact, and the remedy."""

_OF_LISTS = {"box", "bullet", "term", "footnote"}
"""What comes once for each entry, and is told once."""

_GAP = pattern(r"\t| {3}")
CODE = 4
"""What is set in by so many spaces is code, or stands within something else."""

Found = tuple[int, int, str]


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each sign in a body that means nothing there."""
    for thing, markdown, file in bodies(catalogue):
        if any(_found(f"\n{markdown}")):
            passages = Passages(file)
            start, end = stretch(thing, passages)
            yield from _findings(passages, start, sorted(_found(file.text[start:end])))


def _found(text: str) -> Iterator[Found]:
    for line in _LINE.finditer(text):
        kind = str(line.lastgroup)
        yield *line.span(kind), kind
    for rare, signs, kind, form in _INLINE:
        if rare in text and signs in text:
            yield from ((*one.span(), kind) for one in form.finditer(text))
    if "\t" in text or "   " in text:
        yield from ((*span, "columns") for span in _columns(text))
    if "://" in text:
        for one in _BARE.finditer(text):
            # Behind a label stands the address of the links of that label.
            if text[max(0, one.start() - 3) : one.start()] != "]: ":
                yield *one.span(), "bare"


def _columns(text: str) -> Iterator[tuple[int, int]]:
    """The first line of each run of lines in which wide gaps part columns, code left out."""
    start, rows, edge = 0, 0, -1
    for line in text.split("\n"):
        row = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        edge = indent if edge < 0 and row else edge
        rows = rows + 1 if _GAP.search(row) and indent < edge + CODE else 0
        if rows == 1:
            first = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        elif rows == 2:
            yield first
        start += len(line) + 1


def _findings(passages: Passages, base: int, found: list[Found]) -> Iterator[Finding]:
    """One finding for each; of a list, for its first entry alone, and of a footnote the first."""
    last: dict[str, int] = {}
    for start, end, kind in found:
        begin, stop = base + start, base + end
        if passages.in_code(begin):
            continue
        line = passages.at(begin, stop).line
        again = kind in last and (kind == "footnote" or line == last[kind] + 1)
        if kind in _OF_LISTS:
            last[kind] = line
        if kind == "term" and not passages.line(passages.start_of_line(begin) - 1).strip():
            continue
        if not again:
            message, remedy = WORDS[kind]
            typed = _typed(kind, passages.text[begin:stop])
            if kind == "bare":
                stop -= len(passages.text[begin:stop]) - len(typed) + 2
            yield Finding(passages.at(begin, stop), message, remedy, typed)


def _typed(kind: str, text: str) -> str:
    """What to type instead, where there is one answer."""
    if kind == "heading":
        title = text.lstrip("#")
        return f"{text[: len(text) - len(title)]} {title.strip()}"
    if kind == "apart":
        return text.replace("] (", "](")
    if kind == "turned":
        words, address = text[1:-1].split(")[")
        return f"[{words}]({address})"
    return f"<{_address(text)}>" if kind == "bare" else ""


def _address(text: str) -> str:
    """An address without the signs that end its sentence."""
    address = text.rstrip(".,;:!?”’'\"")
    alone = address.endswith(")") and address.count("(") < address.count(")")
    return _address(address[:-1]) if alone else address
