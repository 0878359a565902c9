"""Citations in prose: ``[@key]``, ``[@key, p. 4]``, ``[@one; @two, sec. 3]``.

The signs are Pandoc's. What is in brackets and starts with ``@`` is a citation, or a mistake
that is told; anything else is left alone.

Pages under docs/ are rendered by the host, with Python-Markdown. The scan here reads the same
pages for their citations, with lines, and follows Python-Markdown where the two could disagree.
It is linear in the length of the text. Where it cannot be sure, it takes text for prose rather
than for code: to look at a citation too many does no harm, to miss one would publish it unseen.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from evidence_commons.diagnostics import Location
from evidence_commons.model.citation import KEY, Citation, CitationGroup
from evidence_commons.model.faults import BadCitation
from evidence_commons.model.text import Text

GROUP = re.compile(r"\[(@[^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")
"""A group of citations in running text."""

SIGN = re.compile(r"\[[^\S\n]*(?:\n[^\S\n]*)?@")
"""What begins a citation, or was meant to."""

TYPED = re.compile(r"\[\s*@(?:[^\[\]\n]|\n(?!\s*\n))*\]|\[\s*@[^\s\[\]]*")
"""From such a sign to its end: the bracket that closes it, or else the end of the word."""

NO_TEXT = "\x02"
"""Stands for what is no text: code, tags, escapes. No file holds it; Python-Markdown has it too."""

_ONE = re.compile(rf"@({KEY.pattern})(?:[,\s]\s*([^@]*))?")
_NOT_WORDS = re.compile(rf"[{NO_TEXT}\[\]*|<>`]|  \n")


def parse_group(inside: str, find: Callable[[str], Location]) -> CitationGroup | None:
    """Read what stands between the brackets.

    Args:
        inside: the text, from the first ``@``, with its HTML entities. Locators are plain words:
            with emphasis, code, links or another ``@`` in one, it is no citation.
        find: tells where the given words stand next in the file.

    Returns:
        The citations, or None if the text is no citation.
    """
    words = unescape(inside)
    if _NOT_WORDS.search(words):
        return None
    parts = [_ONE.fullmatch(" ".join(part.split())) for part in words.split(";")]
    if not all(parts):
        return None
    return CitationGroup(tuple(_citation(part, find) for part in parts if part))


def _citation(part: re.Match[str], find: Callable[[str], Location]) -> Citation:
    key, locator = part.groups()
    location = find(f"@{key}")
    return Citation(
        key=Text(key, location.at(location.line, location.column + 1, len(key))),
        locator=Text(locator, location) if locator else None,
        location=location,
    )


_BROKEN = re.compile(r"\n[^\S\n]*(?:\n|[#|=:+*-]|[0-9]+\.\s)")
"""Within a group: a blank line, or a line that begins something else than running text."""

_DEFINITION = re.compile(
    r"^[^\S\n]*(?:(?:[-+*]|[0-9]+\.)[ ]+)?\[([^\[\]]*)\]:[ ]*+(?:\n[ ]*+)?\S++[ ]*+"
    r"(?:(?:\n[ ]*+)?(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ ]*+)?$",
    re.MULTILINE,
)
"""Markdown's ``[label]: address``, which makes links of that label."""


def citations_in(text: str, path: str) -> tuple[tuple[Citation, ...], tuple[BadCitation, ...]]:
    """The citations in a page of the host's Markdown, and what was meant to be one."""
    prose, labels = _prose(text)
    places = _Places(prose, path)
    citations: list[Citation] = []
    faults: list[BadCitation] = []
    for sign in SIGN.finditer(prose):
        places.cursor = sign.start()
        found = GROUP.match(prose, sign.start())
        whole = found and not _falls_apart(found) and _label(found.group(1)) not in labels
        if found and whole and (group := parse_group(found.group(1), places.find)):
            citations += group.citations
        else:
            typed = (TYPED.match(text, sign.start()) or sign).group()
            location = places.location(sign.start(), typed.partition("\n")[0])
            faults.append(BadCitation(location, typed))
    return tuple(citations), tuple(faults)


class _Places:
    """Turns places in a text into locations; ``cursor`` is where the citation at hand begins."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._lines = [0, *(end.end() for end in re.finditer("\n", text))]
        self.cursor = 0

    def location(self, place: int, words: str) -> Location:
        line = bisect(self._lines, place)
        return Location(self._path, line, place - self._lines[line - 1] + 1, max(1, len(words)))

    def find(self, words: str) -> Location:
        """Where the words stand next, in this citation; where it begins if they are encoded."""
        place = self._text.find(words, self.cursor, self._text.find("]", self.cursor))
        if place < 0:
            return self.location(self.cursor, words)
        self.cursor = place + len(words)
        return self.location(place, words)


def _label(words: str) -> str:
    return " ".join(words.split()).lower()


def _falls_apart(group: re.Match[str]) -> bool:
    """Whether the lines of a group do not belong to one paragraph."""
    prose, start = group.string, group.start()
    if f"\n{_QUOTED}" in group.group():
        line = prose[prose.rfind("\n", 0, start) + 1 : start]
        return _QUOTED not in line or bool(_BROKEN.search(group.group()))
    return bool(_BROKEN.search(group.group()))


# What is not prose is written over, character for character, so that places stay true.

_QUOTED = "\x1f"
"""Stands in place of ``>`` at the start of a line: white space, and yet it can be told apart."""


def _over(text: str, spans: Iterable[tuple[int, int]], sign: str, but: str = r"(?!)") -> str:
    """The text with ``sign`` over each of the spans, except over line ends and ``but``."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        begin = max(start, done)
        if begin < end:
            written = re.sub(rf"({but})|[^\n]", lambda kept: kept[1] or sign, text[begin:end])
            pieces += [text[done:begin], written]
            done = end
    return "".join([*pieces, text[done:]])


_GAP = re.compile(r"\n(?:[^\S\n]*+\n)++|\A\n++")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch without a blank line starts and ends."""
    start = 0
    for gap in _GAP.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def without_code(text: str) -> str:
    """A contributed text (for cmark) with code blanked out."""
    fence = ""
    lines = []
    for line in text.split("\n"):
        mark = _CMARK_FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence = mark.group(1)
        elif mark and mark.group(1).startswith(fence) and not line.strip(" `~"):
            fence = ""
        lines.append(" " * len(line) if inside or fence else line)
    text = "\n".join(lines)
    return _over(text, _spans(text, shorter=False), " ")


_CMARK_FENCE = re.compile(r" {0,3}(```+|~~~+)")


def _prose(text: str) -> tuple[str, set[str]]:
    """A page for the host, with all written over that shows no citations; and its labels.

    Code and comments go, whole. Of attributes, links, and blocks of HTML, the signs of citations
    stay, alone: so they are told as mistakes.
    """
    text = _over(text, _fences(text), " ")
    comments, blocks = _html_blocks(text)
    text = _over(_over(text, comments, NO_TEXT), blocks, NO_TEXT, but=SIGN.pattern)
    text = _over(text, _indented(text), " ")
    text = re.sub(r"^(?: {0,3}> ?)+", lambda signs: _QUOTED * len(signs[0]), text, flags=re.M)
    labels = {_label(found.group(1)) for found in _DEFINITION.finditer(text)}
    text = _over(text, _spans(text, shorter=True), NO_TEXT)
    text = re.sub(r"\\[\\`*_{}\[\]()>#+.!|-]", NO_TEXT * 2, text)
    inline = list(_inline(text))
    text = _over(text, (span for span, hidden in inline if hidden), NO_TEXT)
    text = _over(text, (span for span, hidden in inline if not hidden), NO_TEXT, SIGN.pattern)
    return _over(text, _links(text, labels), NO_TEXT, SIGN.pattern), labels


# Blocks, in the order in which Python-Markdown takes them out.

_FENCE = re.compile(
    r"(~{3,}+|`{3,}+)[ \t]*+(?:\{[^{}\n]*\}|(?:\.?+[\w#.+-]*+[ \t]*+)?+"
    r"(?:hl_lines=(?:\"[^\"\n]*\"|'[^'\n]*')[ \t]*+)?+)"
)


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Fenced code: from the first column, and closed by the very same fence."""
    lines = list(re.finditer(r"^(?:```|~~~)[^\n]*", text, re.MULTILINE))
    closing: dict[str, list[re.Match[str]]] = {}
    for line in reversed(lines):
        closing.setdefault(line.group().rstrip(" \t"), []).append(line)
    done = 0
    for line in lines:
        opened = _FENCE.fullmatch(line.group()) if line.start() >= done else None
        ends = closing.get(opened.group(1), []) if opened else []
        while ends and ends[-1].start() <= line.start():
            ends.pop()
        if ends:
            done = ends[-1].end()
            yield line.start(), done


_TAG = r"([a-zA-Z][\w-]*+)((?:[^\"'<>]|\"[^\"]*+\"|'[^']*+')*+)>"
_TAG_OR_COMMENT = re.compile(rf"<!--|<(/?){_TAG}|<(?=[a-zA-Z])")
_COMMENT_END = re.compile(r"--!?>")
_BLOCKS = set(
    "address article aside blockquote body center details div dl fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header iframe main menu nav noscript object ol p pre script section"
    " style summary table tbody td textarea tfoot th thead tr ul video".split()
)


def _html_blocks(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Comments and blocks of HTML that start a line: they stand outside of all paragraphs.

    Behind a tag that is not closed, nobody can be sure of comments: they are taken for blocks.
    """
    comments: list[tuple[int, int]] = []
    blocks: list[tuple[int, int]] = []
    block = _Block()
    done, closes, sure = 0, True, True
    while tag := _TAG_OR_COMMENT.search(text, done):
        done = tag.end()
        before = text[max(0, tag.start() - 4) : tag.start()].rpartition("\n")[2]
        first = len(before) < 4 and not before.strip(" ")
        if tag.group() == "<":
            sure = False
        elif tag.group() != "<!--":
            if (block.opened or first) and block.ends_with(tag):
                blocks.append((block.start, done))
        elif closes and (end := _COMMENT_END.search(text, done)):
            done = end.end()
            if first and not block.opened:
                (comments if sure else blocks).append((tag.start(), done))
        else:
            closes = False
    if block.opened:
        blocks.append((block.start, len(text)))
    return comments, blocks


class _Block:
    """A block of HTML: the tags that are open in it."""

    def __init__(self) -> None:
        self.start = 0
        self.opened: list[str] = []
        self._counts: Counter[str] = Counter()

    def ends_with(self, tag: re.Match[str]) -> bool:
        """Whether this tag, the next one, ends the block."""
        closing, name, attributes = tag.groups()
        name = name.lower()
        if not self.opened:
            if closing or name not in _BLOCKS or "markdown" in attributes:
                return False
            self.start = tag.start()
        if not closing and not attributes.endswith("/"):
            self.opened.append(name)
            self._counts[name] += 1
        while closing and self._counts[name]:
            last = self.opened.pop()
            self._counts[last] -= 1
            if last == name:
                break
        return not self.opened


_INDENTED = re.compile(r"(?:(?: {4}| {0,3}\t)[^\n]*+\n?+)++")
_HOLDS = re.compile(r"^[ \t]*(?:(?:[-+*:]|[0-9]+\.)\s|!!!|\?\?\?|===|\[\^)", re.MULTILINE)
"""A line of a list, a note or the like: what is indented below may belong to it."""


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Code that is indented by four, after a blank line, and not in a list."""
    sure = True
    for start, end in _paragraphs(text):
        code = _INDENTED.match(text, start, end)
        if code and sure:
            yield code.span()
        if not code or (sure and code.end() < end):
            sure = not _HOLDS.search(text, code.end() if code else start, end)


# Within a paragraph.

_RUN = re.compile(r"(?<!\\)(\\*+)(`++)")
_MARKED = re.compile(
    rf"^[^\S\n]*(?:[#|<:=+*_{NO_TEXT}-]|[0-9]+\.\s|\[[^\[\]]*\]:)"
    rf"|^[^\S\n]*{_QUOTED}|^(?: {{4}}| {{0,3}}\t)|{NO_TEXT}",
    re.MULTILINE,
)
"""A line that may begin something of its own, without a blank line before it."""
_HEADING = re.compile(r"#[^\n]*(?<!\\)(?:\n|$)")
_ITEM = re.compile(r"\s{0,3}(?:[-+*]|[0-9]+\.) ")
_RULE = re.compile(r"[-=*_\s]+(?:\n|$)")


def _spans(text: str, shorter: bool) -> Iterator[tuple[int, int]]:
    """Code between backticks. For ``shorter`` see :func:`_pairs`."""
    for start, end in _paragraphs(text):
        if text.count("`", start, end) < 2:
            continue
        if _MARKED.search(text, start, end):
            yield from _spans_by_line(text, start, end)
        else:
            yield from (span for span in _pairs(text, start, end, shorter) if span)


def _spans_by_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Code in lines that may be no single paragraph.

    Lines in which each backtick has its partner read the same in any case. Behind a stray one
    or in a line with HTML, nothing is sure up to the next heading or the next entry of a list.
    """
    fresh, listing, astray = True, False, False
    for first, last in _lines(text, start, end):
        heading = bool(_HEADING.match(text, first, last))
        item = bool(_ITEM.match(text, first, last))
        rule = bool(_RULE.match(text, first, last))
        listing = (item if fresh else listing) and not rule
        html = NO_TEXT in text[first:last]
        astray = html or (astray and not (fresh or heading or (listing and item)))
        fresh = heading or (html and not text[first:last].strip(f"{NO_TEXT} "))
        for span in () if astray else _pairs(text, first, last, shorter=False):
            if span is None:
                astray = True
                break
            yield span


def _pairs(text: str, start: int, end: int, shorter: bool) -> Iterator[tuple[int, int] | None]:
    """Code between two runs of backticks of the same length; None for a run without partner.

    Python-Markdown lets a run without partner end at the longest ``shorter`` one. If it finds
    none, it passes over as many signs behind the run: what opens there is not sure.
    """
    runs = [
        (run.start(), *run.span(2), len(run.group(1)) % 2)
        for run in _RUN.finditer(text, start, end)
    ]
    same: dict[int, list[int]] = {}
    longest = [(0, 0)]
    for number in reversed(range(len(runs))):
        _, begin, stop, _ = runs[number]
        size = stop - begin
        same.setdefault(size, []).append(number)
        longest.append(max(longest[-1], (size, -number)))
    longest.reverse()
    done = -1
    for number, (_, begin, stop, escaped) in enumerate(runs):
        size = stop - begin - escaped
        if number <= done or not size:
            continue
        ends = same.get(size, [])
        while ends and ends[-1] <= number:
            ends.pop()
        most, partner = longest[number + 1]
        if ends:
            done = ends[-1]
        elif shorter and 0 < most < size:
            done = -partner
        else:
            yield None
            if shorter and any(run[0] < stop + size for run in runs[number + 1 : number + 2]):
                return
            continue
        yield begin + escaped, runs[done][2]


_INLINE = re.compile(
    rf"<!--(?:(?!<!--|-->).)*+-->|</?{_TAG}|<[^<> !]+@[^@<> ]+>",
    re.DOTALL,
)
"""Comments, tags, and addresses of mail."""


def _inline(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where they stand, and whether they hide what is in them: a comment in one paragraph does."""
    for start, end in _paragraphs(text):
        marked = _MARKED.search(text, start, end)
        for found in _INLINE.finditer(text, start, end):
            comment = found.group().startswith("<!--")
            yield found.span(), comment and not (marked and re.search(r"[\n|`]", found.group()))


_ADDRESS = re.compile(r"\((?:[^()]|\([^()]*+\))*+\)")
_BRACKET = re.compile(r"[\[\]]")
_REFERENCE = re.compile(r"\s?\[([^\[\]]*)\]")


def _links(text: str, labels: set[str]) -> Iterator[tuple[int, int]]:
    """Links and images, from the first bracket to the end of the address."""
    for start, end in _paragraphs(text):
        opened = []
        for bracket in _BRACKET.finditer(text, start, end):
            if bracket.group() == "[":
                opened.append(bracket.start())
            elif opened:
                begin = opened.pop()
                label = _REFERENCE.match(text, bracket.end(), end)
                if address := _ADDRESS.match(text, bracket.end(), end):
                    yield begin, address.end()
                elif label and _label(label.group(1)) in labels:
                    yield begin, label.end()
