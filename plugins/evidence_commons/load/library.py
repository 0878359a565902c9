"""The text of references.bib, cut where its records begin.

A record begins its line. Where one does not, bibtexparser tells where it begins. What stands
inside a record is read by ``record``: bibtexparser keeps quiet about a missing comma, a brace too
many and a word that no ``@string`` defines, and knows no columns.
"""

import logging
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import ImplicitComment, ParsingFailedBlock

from evidence_commons.diagnostics import Location
from evidence_commons.model.faults import LostText

# It reports broken records through logging as well; here they are told as faults.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)

HEAD = re.compile(r"@\s*+(?P<kind>[\w.-]*+)\s*+(?P<bracket>[{(])")
APART = ("comment", "preamble")
"""Records that hold no fields: what stands behind their end may be lost."""

BRACE = re.compile(r"(?<!\\)[{}]")
DEEPEST_INDENT = 80
MOST_MINGLED = 200_000
"""Of so many letters and signs, the records may share lines with others or with notes."""

MINGLED = "Too many records begin in the middle of a line."
BEGIN_LINES = "Begin each record on a line of its own."
NOTE_LINE = re.compile(r"[ \t]*%")
HIDDEN_LINES = re.compile(r"[^\n]*(?:\n[ \t]*%[^\n]*)*")

LOST_RECORD = re.compile(
    r"^[ \t]*(@\s*\w+\s*[{(\[][^\n]*|@(?!comment\b)\w+[ \t]+[^\s,{}@]+,[ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)
LOST_AMID = re.compile(r"(?<![\w\\])(@(?!comment\b)\w+[ \t]*[{(][^\n]*)", re.IGNORECASE)
BARE_RECORD = re.compile(r"^[ \t]*(\w+[ \t]*\{[ \t]*[^\s,{}=]+[ \t]*,[^\n]*)", re.MULTILINE)
NOTE = re.compile(r"[ \t]*(?:%|@comment\b)", re.IGNORECASE)
SAYS = re.compile(r"\w|^[\[{]$")
CLOSING = re.compile(r"[\s,]*[})][\s,})]*")
EARLY_BRACE = re.compile(r"[^\s{},](\}{1,2})$")
LOST_FIELD = re.compile(r"[,}\s]*([\w-]+\s*=\s*(?:[{\"]|\w+\s*(?:[,}]|$))[^\n]*)")


class TooMuchError(Exception):
    """The library holds so much of something that reading it all would take too long."""

    def __init__(self, location: Location, why: str, remedy: str) -> None:
        super().__init__(why)
        self.location, self.why, self.remedy = location, why, remedy


class Lines:
    """Turns places in a text into locations: line and column."""

    def __init__(self, text: str, path: str) -> None:
        self._path, self._end = path, max(0, len(text.rstrip("\n")) - 1)
        ends = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
        self._starts = array("q", ends)  # a tenth of the memory that a list of as many takes

    def location(self, place: int, width: int = 1) -> Location:
        """Where the character at ``place`` stands; no wider than its line."""
        place = min(place, self._end)
        line = bisect_right(self._starts, place, hi=len(self._starts) - 1)
        start, line_end = self._starts[line - 1], self._starts[line] - 1
        width = max(1, min(width, line_end - place))
        return Location(self._path, line, place - start + 1, width)

    def start(self, line: int) -> int:
        """The place where a line, counted from 0, begins."""
        return self._starts[min(line, len(self._starts) - 2)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text from the sign ``@`` to the next record, or to the end.

    ``stop`` is where bibtexparser saw the end of the record; ``broken`` says that it saw none.
    """

    kind: str
    start: int
    stop: int
    end: int
    broken: bool


def stretches(text: str, lines: Lines) -> Iterator[Stretch]:
    """Cut ``text`` at the beginning of each record. The first stretch is what stands before.

    Raises:
        TooMuchError: so many records begin amid a line that it takes too long to look at them.
    """
    found = [("", 0, 0, False), *_blocks(text, lines), ("", len(text), len(text), False)]
    for (kind, start, stop, broken), following in pairwise(found):
        yield Stretch(kind, start, stop, following[1], broken)


def _blocks(text: str, lines: Lines) -> Iterator[tuple[str, int, int, bool]]:
    """Kind, start and end of each record, and whether its end is a guess.

    A record that begins its line begins whatever stands before it. So only those that begin amid
    lines need be looked at together with what stands before them.
    """
    heads = list(HEAD.finditer(text))
    leading = [number for number, head in enumerate(heads) if _leads(text, head.start())]
    mingled = 0
    for first, last in pairwise(sorted({0, *leading, len(heads)})):
        head, end = heads[first], heads[last].start() if last < len(heads) else len(text)
        kind = head["kind"].lower()
        alone = last - first == 1 and _leads(text, head.start())
        if alone and kind not in APART:
            yield kind, head.start(), end, False
        elif alone and head["bracket"] == "{":
            yield kind, head.start(), *_closed(text, head.end(), end)
        else:
            mingled += end - head.start()
            if mingled > MOST_MINGLED:
                raise TooMuchError(lines.location(head.start()), MINGLED, BEGIN_LINES)
            yield from _together(text, head.start(), end)


def _closed(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the brace is closed that opens before ``start``, and whether nothing closes it."""
    depth = 1
    for brace in BRACE.finditer(text, start, end):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end(), False
    return end, True


def _together(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, bool]]:
    """The records in a part of the text, as bibtexparser sees them."""
    part = text[start:end]
    lines, cursor, broken = Lines(part, ""), 0, False
    for block in parse_string(part, parse_stack=[]).blocks:
        if isinstance(block, ImplicitComment):
            continue
        place = part.find(block.raw or "@", max(cursor, lines.start(block.start_line or 0)))
        head = HEAD.match(part, place) if place >= 0 else None
        if head is None or not _begins(text, start + place, head["kind"], broken):
            continue
        broken = type(block) is ParsingFailedBlock
        yield head["kind"].lower(), start + place, start + place + len(block.raw or ""), broken
        cursor = head.end()


def _begins(text: str, start: int, kind: str, after_broken: bool) -> bool:
    """Whether a record begins here. Inside a broken one only an ``@`` that leads its line does."""
    return _leads(text, start) or bool(kind and not after_broken)


def _leads(text: str, start: int) -> bool:
    """Whether nothing stands before it on its line."""
    indent = text[max(0, start - DEEPEST_INDENT) : start].rpartition("\n")
    return not indent[2].strip() and (bool(indent[1]) or start < DEEPEST_INDENT)


def lost_text(text: str, start: int, end: int, lines: Lines) -> Iterator[LostText]:
    """What stands between records and is no note, each stretch once.

    What stands behind the beginning of a record that cannot be read is a part of that record, and
    what stands behind a field is a part of the same mistake.
    """
    between = text[start:end]
    if lost := LOST_FIELD.match(between):
        if early := EARLY_BRACE.search(text[max(0, start - DEEPEST_INDENT) : start]):
            at = lines.location(start - len(early[1]), len(early[1]))
            yield LostText(at, lost[1], "brace")
        else:
            yield _lost(lost[1], start + lost.start(1), lines)
    marked, bare = LOST_RECORD.finditer(between), BARE_RECORD.finditer(between)
    kinds = [(found, "record") for found in marked] + [(found, "bare") for found in bare]
    told = {found.end() for found, _ in kinds}
    kinds += [(found, "record") for found in _amid(between) if found.end() not in told]
    kinds.sort(key=lambda found: found[0].start())
    first = kinds[0][0].start() if kinds else len(between)
    for place, words in _notes(between[:first]) if not lost else ():
        kind = "closing" if CLOSING.fullmatch(words) else "note"
        yield _lost(words, start + place, lines, kind)
    for found, kind in kinds:
        yield _lost(found[1], start + found.start(1), lines, kind)


def _amid(between: str) -> Iterator[re.Match[str]]:
    """The records that begin amid a line, the first of each line that is no note."""
    for found in LOST_AMID.finditer(between):
        if not NOTE_LINE.match(between, between.rfind("\n", 0, found.start()) + 1):
            yield found


def _notes(between: str) -> Iterator[tuple[int, str]]:
    """The place and the first line of each stretch that says something and is not hidden."""
    place, inside = 0, False
    for line in between.split("\n"):
        words = line.strip()
        if not words or NOTE.match(line):
            inside = False
        elif not inside and (SAYS.search(words) or CLOSING.fullmatch(words)):
            inside = True
            yield place + line.index(words), words
        place += len(line) + 1


def _lost(typed: str, place: int, lines: Lines, kind: str = "") -> LostText:
    words = typed.split("\n", maxsplit=1)[0].rstrip()
    return LostText(lines.location(place, len(words)), words, kind)


def behind_comment(text: str, start: int, end: int) -> int:
    """Where a run of lines that begin with ``%`` ends; ``start`` if it begins on no such line."""
    if not NOTE_LINE.match(text, text.rfind("\n", 0, start) + 1, start):
        return start
    run = HIDDEN_LINES.match(text, start, end)
    return run.end() if run else end
