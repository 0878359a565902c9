"""Code in Markdown, and writing over it, character for character, so that places stay true."""

import re
from collections.abc import Iterable, Iterator

from evidence_commons.model.pattern import pattern

NO_TEXT = "\x02"
"""Stands for what is no text: code, tags, escapes. No file holds it; Python-Markdown has it too."""

QUOTED = "\x1f"
"""Stands in place of ``>`` at the start of a line: white space, and yet it can be told apart."""


def over(text: str, spans: Iterable[tuple[int, int]], sign: str, but: str = r"(?!)") -> str:
    """The text with ``sign`` over each of the spans, except over line ends and ``but``."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        begin = max(start, done)
        if begin < end:
            written = re.sub(rf"({but})|[^\n]", lambda kept: kept[1] or sign, text[begin:end])
            pieces += [text[done:begin], written]
            done = end
    return "".join([*pieces, text[done:]])


_GAP = pattern(r"\n(?:[^\S\n]*+\n)++|\A\n++")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
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
    return over(text, spans(text, shorter=False), " ")


_CMARK_FENCE = pattern(r" {0,3}(```+|~~~+)")


_RUN = pattern(r"(?<!\\)(\\*+)(`++)")
MARKED = pattern(
    rf"^[^\S\n]*(?:[#|<:=+*_{NO_TEXT}-]|[0-9]+\.\s|\[[^\[\]]*\]:)"
    rf"|^[^\S\n]*{QUOTED}|^(?: {{4}}| {{0,3}}\t)|{NO_TEXT}",
    re.MULTILINE,
)
"""A line that may begin something of its own, without a blank line before it."""
_HEADING = pattern(r"#[^\n]*(?<!\\)(?:\n|$)")
_ITEM = pattern(r"\s{0,3}(?:[-+*]|[0-9]+\.) ")
_RULE = pattern(r"[-=*_\s]+(?:\n|$)")


def spans(text: str, shorter: bool) -> Iterator[tuple[int, int]]:
    """Code between backticks. For ``shorter`` see :func:`_pairs`."""
    for start, end in paragraphs(text):
        if text.count("`", start, end) < 2:
            continue
        if MARKED.search(text, start, end):
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
