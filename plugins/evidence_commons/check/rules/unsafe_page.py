"""A page that could act in a reader's browser

A page under `docs` holds a script, a link to something other than the web or mail, or the like.

## Why we check it

Whoever writes such a page could make the browsers of readers do things: show another page, ask for
a password, or tell other sites who reads what.

## How to mend it

- Use Markdown: `**bold**`, `[words](https://…)`, `![words](photo.png)`.
- Begin links with `https://`, `http://` or `mailto:`, or with the name of a page of ours.
- Put a picture into `docs`, and link to it there.
- To show the signs themselves, put them between backticks.

Names of styles are fine: `[Read on](about.md){ .md-button }`.

## Wrong

In `docs/about.md`:

```markdown
Read <b onclick="go()">this</b> and [that](javascript:go).
```

## Right

In `docs/about.md`:

```markdown
Read **this** and [that](contribute.md){ .md-button }.
```
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from evidence_commons.check.passages import REACH, Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

HARMLESS = set(
    "abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption"
    " figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span"
    " strong sub summary sup table tbody td tfoot th thead tr u ul var wbr".split()
)
"""The tags that can do nothing by themselves."""

SCHEMES = ("http", "https", "mailto")

ALWAYS = set("base embed form iframe link math meta object script style svg".split())
"""The tags that may act even where nothing seems to close them."""

_NAMES = (
    r"(?<![\w-])(?:on[a-z]+|style|(?:xlink:)?href|src(?:set|doc)?|(?:form)?action|poster|background"
    r"|ping)\s*+="
)
_ACTING = pattern(_NAMES, re.IGNORECASE)
_PIECE = pattern(
    rf"(?P<tag><(?=[a-z]))|(?P<end>>)|(?:(?P<acts>{_NAMES})|=)\s*+(?P<opens>[\"'])?|(?P<mark>[\"'])",
    re.IGNORECASE,
)
_TAG = pattern(r"<(?!https?://[^<>\s]*>|[^<>\s!]+@[^@<>\s]+>)([a-zA-Z][^\s/<>]*+)([^<>]*+)(>?)")
_LINK = pattern(r"\](?:\(|(:))\s*+<?([^()\[\]<>\"']++)")
_SCHEME = pattern(r"[a-zA-Z][\w+.-]*+(?=:.)")
_UNSEEN = pattern(r"[\x00-\x1f`]+")
"""Signs that browsers, or the host, take out of an address before they look at it."""

_FENCE = pattern(r"^(`{3,}+|~{3,}+)[ \t]*+([\w#.+-]*+)[ \t]*$", re.MULTILINE)
_PARAGRAPH = pattern(r"(?:[^\n]++\n?)++")
_TICKS = pattern(r"`++")
_HTML_BLOCK = pattern(r"^ {0,3}<[a-zA-Z!?/]", re.MULTILINE)

Found = tuple[int, int, int, str, str]
"""What is code if it is, where it begins and ends, the fact and the remedy."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """The first such thing of each line of a page that the host renders."""
    prose = {page.location.path for page in catalogue.collection.prose_pages}
    for file in catalogue.collection.texts:
        if file.path not in prose:
            continue
        if found := sorted(_found(file.text)):
            yield from _findings(Passages(file), found)


def _findings(passages: Passages, found: list[Found]) -> Iterator[Finding]:
    code = sorted(_code(passages.text))
    starts = [start for start, _ in code]
    told: set[int] = set()
    for first, start, end, message, remedy in found:
        place = passages.at(start, end)
        number = bisect_right(starts, first) - 1
        shown = number >= 0 and first < code[number][1]
        if not shown and place.line not in told:
            told.add(place.line)
            yield Finding(place, message, remedy)


def _found(text: str) -> Iterator[Found]:
    if "<" in text:
        yield from _tags(text)
        if "=" in text:
            yield from _acting_in_tags(text)
    if "{" in text and "=" in text:
        yield from _styles(text)
    if "](" in text or "]:" in text:
        yield from _links(text)


def _tags(text: str) -> Iterator[Found]:
    """Tags that we do not publish."""
    for tag in _TAG.finditer(text):
        name = tag[1].lower()
        if name in ALWAYS or (name not in HARMLESS and tag[3]):
            remedy = "Use Markdown, or put backticks around the signs to show them."
            yield tag.start(), *tag.span(), f"We do not publish this HTML: {said(tag[0])}.", remedy


def _acting_in_tags(text: str) -> Iterator[Found]:
    """What acts, wherever it may stand in a tag, and not in quotation marks there.

    Of which ``<`` the host makes a tag is not known here. So all are taken for one, beside one
    another: each of the ``opened`` is a tag, given as the quotation mark that it waits for, or "".
    """
    opened: set[str] = set()
    for piece in _PIECE.finditer(text):
        if piece["acts"] and "" in opened:
            sign = text.rfind("<", 0, piece.start())
            yield sign, *piece.span("acts"), _acts(piece["acts"]), "Take it out."
        if piece["tag"]:
            opened.add("")
        elif piece["end"]:
            opened.discard("")
        elif mark := piece["opens"] or piece["mark"]:
            begins = mark if piece["opens"] else ""
            opened = {{"": begins, mark: ""}.get(one, one) for one in opened}


def _acts(name: str) -> str:
    return f"{said(name.rstrip('= '))} can act in a reader's browser."


def _styles(text: str) -> Iterator[Found]:
    """What stands in curly brackets behind a piece of Markdown: names of styles, and more."""
    for acting in _ACTING.finditer(text):
        start, end = text.rfind("\n", 0, acting.start()) + 1, text.find("\n", acting.end())
        sign = text.rfind("{", start, acting.start())
        if sign >= 0:
            close = text.find("}", acting.end(), end if end >= 0 else len(text))
            if close >= 0:
                stop = acting.start() + len(text[acting.start() : close].rstrip())
                yield sign, acting.start(), stop, _acts(acting[0]), "Take it out."


def _links(text: str) -> Iterator[Found]:
    for link in _LINK.finditer(text):
        address = _UNSEEN.sub("", unescape(link[2])).strip()
        if link[1]:
            address = _UNSEEN.sub("", unescape(link[2].split()[0])) if link[2].strip() else ""
        scheme = _SCHEME.match(address)
        end = link.start(2) + len(link[2].split("\n")[0].rstrip())
        if scheme and scheme[0].lower() not in SCHEMES:
            message = f"We do not link to {said(address)}."
            yield (
                link.start(),
                link.start(2),
                end,
                message,
                "Begin the address with https://, http:// or mailto:",
            )
        elif _is_picture(text, link.start()) and (scheme or address.startswith("//")):
            message = "This picture would come from another site, which would learn who reads this."
            yield (
                link.start(),
                link.start(2),
                end,
                message,
                "Put the picture into docs, and link to it there.",
            )


def _is_picture(text: str, end: int) -> bool:
    """Whether the bracket that closes here belongs to a picture."""
    begin = text.rfind("[", max(0, end - REACH), end)
    return begin > 0 and text[begin - 1] == "!"


def _code(text: str) -> Iterator[tuple[int, int]]:
    """The code of a page, which is shown as it stands. What the host may take otherwise is none."""
    fences = [*_fences(text)]
    yield from fences
    rest = _without(text, fences)
    # Within HTML that begins a line, backticks mean nothing.
    block = _HTML_BLOCK.search(rest)
    for paragraph in _PARAGRAPH.finditer(rest, 0, block.start() if block else len(rest)):
        if "`" in paragraph[0] and "\\`" not in paragraph[0]:
            yield from _ticked(paragraph)


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """What stands between two fences that are the same, in the first column."""
    lines = [*_FENCE.finditer(text)]
    last = {line[1]: line.start() for line in lines if not line[2]}
    opened: re.Match[str] | None = None
    for line in lines:
        if opened is None:
            opened = line if last.get(line[1], -1) > line.start() else None
        elif line[1] == opened[1] and not line[2]:
            yield opened.start(), line.end()
            opened = None


def _ticked(paragraph: re.Match[str]) -> Iterator[tuple[int, int]]:
    """What stands between backticks, if on each line of a paragraph they come in pairs."""
    found: list[tuple[int, int]] = []
    start = paragraph.start()
    for line in paragraph[0].split("\n"):
        ticks = [*_TICKS.finditer(line)]
        while ticks:
            length, begin = len(ticks[0][0]), ticks[0].start()
            pair = next((n for n, one in enumerate(ticks) if n and len(one[0]) == length), 0)
            if not pair:
                return
            end = ticks[pair].end()
            # These part the cells of a table, and make links of a label.
            if "|" not in line[begin:end] and "]:" not in line[begin:end]:
                found.append((start + begin, start + end))
            ticks = ticks[pair + 1 :]
        start += len(line) + 1
    yield from found


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in place of all that stands there."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join((*parts, text[done:]))
