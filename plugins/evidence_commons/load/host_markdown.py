"""What the host shows as prose, and what as code, HTML or links, in a page under docs/.

Pages under docs/ are rendered by the host, with Python-Markdown. The scan here follows it, in the
order in which it takes things out of a text, so that no citation is shown that was not looked
at. It is linear in the length of the text. Where it cannot be sure, it takes text for prose
rather than for code: to look at a citation too many does no harm.
"""

import re
from collections import Counter
from collections.abc import Iterator

from evidence_commons.load.code_spans import (
    MARKED,
    NO_TEXT,
    QUOTED,
    over,
    paragraphs,
    spans,
)
from evidence_commons.model.pattern import pattern

_DEFINITION = pattern(
    r"^[^\S\n]*(?:(?:[-+*]|[0-9]+\.)[ ]+)?\[([^\[\]]*)\]:[ ]*+(?:\n[ ]*+)?\S++[ \t]*+"
    r"(?:(?:\n[ ]*+)?(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ \t]*+)?$",
    re.MULTILINE,
)
"""Markdown's ``[label]: address``, which makes links of that label."""


def prose_of(text: str, signs: str) -> tuple[str, set[str]]:
    """A page for the host, with all written over that shows no citations; and its labels.

    Code and comments go, whole. Of attributes, links, and blocks of HTML, the signs of citations
    stay, alone: so they are told as mistakes.
    """
    text = over(text, _fences(text), " ")
    comments, blocks = _html_blocks(text)
    text = over(over(text, comments, NO_TEXT), blocks, NO_TEXT, but=signs)
    text = over(text, _indented(text), " ")
    text = re.sub(r"^(?: {0,3}> ?)+", lambda signs: QUOTED * len(signs[0]), text, flags=re.M)
    labels = {label_of(found.group(1)) for found in _DEFINITION.finditer(text)}
    text = over(text, spans(text, shorter=True), NO_TEXT)
    text = re.sub(r"\\[\\`*_{}\[\]()>#+.!|-]", NO_TEXT * 2, text)
    inline = list(_inline(text))
    text = over(text, (span for span, hidden in inline if hidden), NO_TEXT)
    text = over(text, (span for span, hidden in inline if not hidden), NO_TEXT, signs)
    return over(text, _links(text, labels), NO_TEXT, signs), labels


# Blocks, in the order in which Python-Markdown takes them out.

_FENCE = pattern(
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
_TAG_OR_COMMENT = pattern(rf"<!--|<(/?){_TAG}|<(?=[a-zA-Z])")
_COMMENT_END = pattern(r"--!?>")
_BLOCKS = set(
    "address article aside blockquote body center details div dl fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header iframe main menu nav noscript object ol p pre script section"
    " style summary table tbody td textarea tfoot th thead tr ul video".split()
)


def _html_blocks(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Comments and blocks of HTML that start a line: they stand outside of all paragraphs.

    So do those that follow them in the same line, their ``tail``. Behind a tag that is not
    closed, nobody can be sure of comments: they are taken for blocks.
    """
    comments: list[tuple[int, int]] = []
    blocks: list[tuple[int, int]] = []
    block = _Block()
    done, tail, closes, sure = 0, 0, True, True
    while tag := _TAG_OR_COMMENT.search(text, done):
        done = tag.end()
        before = text[max(0, tag.start() - 4) : tag.start()].rpartition("\n")[2]
        first = tag.start() < tail or (len(before) < 4 and not before.strip(" "))
        if tag.group() == "<":
            sure = False
        elif tag.group() != "<!--":
            if (block.opened or first) and block.ends_with(tag):
                blocks.append((block.start, done))
                tail = _line_end(text, done, tail)
        elif closes and (end := _COMMENT_END.search(text, done)):
            done = end.end()
            if first and not block.opened:
                (comments if sure else blocks).append((tag.start(), done))
                tail = _line_end(text, done, tail)
        else:
            closes = False
    if block.opened:
        blocks.append((block.start, len(text)))
    return comments, blocks


def _line_end(text: str, place: int, known: int) -> int:
    """Where the line of this place ends; not looked for again if it is ``known``."""
    end = known if known >= place else text.find("\n", place)
    return end if end >= 0 else len(text)


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


_INDENTED = pattern(r"(?:(?: {4}| {0,3}\t)[^\n]*+\n?+)++")
_HOLDS = pattern(r"^[ \t]*(?:(?:[-+*:]|[0-9]+\.)\s|!!!|\?\?\?|===|\[\^)", re.MULTILINE)
"""A line of a list, a note or the like: what is indented below may belong to it."""


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Code that is indented by four, after a blank line, and not in a list."""
    sure = True
    for start, end in paragraphs(text):
        code = _INDENTED.match(text, start, end)
        if code and sure:
            yield code.span()
        if not code or (sure and code.end() < end):
            sure = not _HOLDS.search(text, code.end() if code else start, end)


_INLINE = pattern(
    r"<!--(?:(?!<!--|-->).)*+-->"
    r"|</?[a-zA-Z][^\s\"'<>@]*+"
    r"(?:\s++[^\s\"'=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>]++))?+)*+\s*+/?>"
    r"|<[a-zA-Z][\w+.-]*+://[^<>]*>|<[^<> !]+@[^@<> ]+>",
    re.DOTALL,
)
"""Comments, tags, and addresses of the web and of mail, as Python-Markdown has them."""


def _inline(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where they stand, and whether they hide what is in them: a comment in one paragraph does."""
    for start, end in paragraphs(text):
        marked = MARKED.search(text, start, end)
        stray = marked and text.find("`", start, end) >= 0
        # The host takes links out first, and with them perhaps one end of a comment.
        link = text.find("](", start, end)
        for found in _INLINE.finditer(text, start, end):
            comment = found.group().startswith("<!--")
            torn = marked and re.search(r"[\n|]", found.group())
            linked = 0 <= link < found.end()
            yield found.span(), comment and not (stray or torn or linked)


_ADDRESS = pattern(r"\((?:[^()]|\([^()]*+\))*+\)")
_BRACKET = pattern(r"[\[\]]")
_REFERENCE = pattern(r"\s?\[([^\[\]]*)\]")


def _links(text: str, labels: set[str]) -> Iterator[tuple[int, int]]:
    """Links and images, from the first bracket to the end of the address."""
    for start, end in paragraphs(text):
        opened = []
        for bracket in _BRACKET.finditer(text, start, end):
            if bracket.group() == "[":
                opened.append(bracket.start())
            elif opened:
                begin = opened.pop()
                label = _REFERENCE.match(text, bracket.end(), end)
                if address := _ADDRESS.match(text, bracket.end(), end):
                    yield begin, address.end()
                elif label and label_of(label.group(1)) in labels:
                    yield begin, label.end()


def label_of(words: str) -> str:
    """A label as Markdown compares it: without regard to spaces and capitals."""
    return " ".join(words.split()).lower()
