"""The calm part of YAML, read line by line: what nearly every entry is written in.

A parser of all of YAML takes half of the time of a whole check. Entries use little of it: named
fields, lists with hyphens, text on one line, blocks after ``|`` or ``>``. Here that little is
read at once, and whatever is not beyond doubt is left to the parser: this reader tells no fault
and guesses at nothing, it gives up. A property in the tests holds both against each other.
"""

import re

from evidence_commons.diagnostics import Location
from evidence_commons.load.nodes import DEPTH, LIKE_A_FIELD, NODES, Fields, Listing, Node
from evidence_commons.model.text import Text

_ROW = re.compile(
    r"^( *+)(- )?(?:([A-Za-z_]++):(?: ++|$))?(?:([^\W_][^:#\n]*+(?<! ))|(.*+))$", re.MULTILINE
)
"""A line: its indent, its hyphen, the name of its field, and text that is plain, or the rest."""

_NEVER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK = re.compile(r"([|>])(-?)")
_FOLD = re.compile(r"(?<!\n)\n(?!\n)")
_BEGINS_ELSE = frozenset(" !&*?|>@`\"'%#{}[],-:")
"""Signs that begin something else than plain text."""


_new = str.__new__
"""Makes a text whose place is set afterwards: there are hundreds in an entry."""


class _GiveUp(Exception):
    """This is for the parser."""


def read_calm(text: str, path: str) -> Fields | None:
    """The fields of a YAML text, or None where only the parser can say what they are."""
    if _NEVER.search(text):
        return None
    reader = _Reader(text, path)
    try:
        return reader.whole()
    except _GiveUp:
        return None


class _Reader:
    """Goes through the lines once. ``row`` is the number of the one at hand, from 0."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.rows: list[tuple[str, str, str, str, str]] = _ROW.findall(text)
        self.row = 0
        self.count = 0

    def whole(self) -> Fields:
        if self.lines[0] == "---":
            self.row = 1
        indent = self.next_indent()
        if indent != 0 or self.rows[self.row][1]:
            raise _GiveUp
        fields = self.fields(0, 0)
        if self.next_indent() >= 0 or self.count > NODES:
            raise _GiveUp
        return fields

    def next_indent(self) -> int:
        """Go on to the next line that says something. Its indent, or -1 at the end."""
        rows, row = self.rows, self.row
        while row < len(rows):
            indent, hyphen, key, plain, rest = rows[row]
            if key or plain or hyphen or (rest and rest[0] != "#"):
                self.row = row
                return len(indent)
            row += 1
        self.row = row
        return -1

    def fields(self, column: int, depth: int) -> Fields:
        """The fields that begin in this column; the first may stand behind a hyphen."""
        if depth >= DEPTH:
            raise _GiveUp
        pairs: dict[Text, Node] = {}
        first = Location(self.path, self.row + 1, column + 1)
        rows, indent = self.rows, column
        while indent == column:
            row = self.row
            _, hyphen, key, plain, rest = rows[row]
            if hyphen or not key:
                raise _GiveUp
            name = _new(Text, key)
            name.place = (self.path, row + 1, column + 1, len(key))
            if name in pairs:
                raise _GiveUp
            pairs[name] = self.plain(plain) if plain else self.value(rest, column, depth)
            row = self.row
            # Mostly the next line is the next field.
            says = row < len(rows) and rows[row][2]
            indent = len(rows[row][0]) if says else self.next_indent()
        if indent > column:
            # The last text goes on below, or a line stands wrong.
            raise _GiveUp
        self.count += 1 + len(pairs)
        return Fields(pairs, first.wide(len(next(iter(pairs)))))

    def value(self, rest: str, column: int, depth: int) -> Node:
        """What stands behind a field's name, or below it."""
        if rest:
            return self.scalar(rest, column)
        at = self.row
        self.row += 1
        indent = self.next_indent()
        hyphen = indent >= 0 and self.rows[self.row][1]
        if hyphen and indent >= column:
            return self.listing(indent, depth + 1)
        if indent > column:
            return self.fields(indent, depth + 1)
        # Nothing was typed: the parser marks the place right behind the colon.
        self.count += 1
        line = self.lines[at]
        return Text("", Location(self.path, at + 1, len(line.rstrip(" ")) + 1, 1))

    def listing(self, column: int, depth: int) -> Listing:
        """The entries whose hyphens stand in this column."""
        if depth >= DEPTH:
            raise _GiveUp
        items: list[Node] = []
        begin = Location(self.path, self.row + 1, column + 1, 1)
        indent = column
        while indent == column and self.rows[self.row][1]:
            _, _, key, plain, rest = self.rows[self.row]
            if key:
                self.rows[self.row] = (" " * (column + 2), "", key, plain, rest)
                items.append(self.fields(column + 2, depth + 1))
            elif plain:
                items.append(self.plain(plain))
            elif rest:
                items.append(self.scalar(rest, column))
            else:
                raise _GiveUp
            indent = self.next_indent()
        if indent > column:
            raise _GiveUp
        self.count += 1
        return Listing(tuple(items), begin)

    def plain(self, text: str) -> Text:
        """Text on the line at hand that can be nothing else. Goes on behind it."""
        start = len(self.lines[self.row]) - len(text) + 1
        self.row += 1
        self.count += 1
        made = _new(Text, text)
        made.place = (self.path, self.row, start, len(text))
        return made

    def scalar(self, rest: str, column: int) -> Node:
        """Text on the line at hand, or a block that it begins. Goes on behind it."""
        self.count += 1
        number = self.row + 1
        line = self.lines[self.row]
        start = len(line) - len(rest) + 1
        text, sign = rest.rstrip(" "), rest[0]
        if sign in _BEGINS_ELSE and not (sign in "-:?" and text[1:2] not in ("", " ")):
            if sign in "|>":
                return self.block(text, column, Location(self.path, number, start, len(text)))
            return self.quoted(text, Location(self.path, number, start, len(text)))
        if ": " in text or " #" in text or text[-1] == ":":
            raise _GiveUp
        self.row += 1
        return Text(text, Location(self.path, number, start, len(text)))

    def quoted(self, text: str, location: Location) -> Node:
        """Text in quotes, where they hold no sign that quotes read in their own way; or ``[]``."""
        sign, inside = text[:1], text[1:-1]
        self.row += 1
        if text == "[]":
            return Listing((), location.wide(1))
        if sign not in "'\"" or len(text) < 2 or text[-1] != sign or sign in inside:
            raise _GiveUp
        if "\\" in inside and sign == '"':
            raise _GiveUp
        return Text(inside, location)

    def block(self, sign: str, column: int, location: Location) -> Node:
        """The lines of a block after ``|`` or ``>``."""
        begun = _BLOCK.fullmatch(sign)
        first = self.row + 1
        rows = self.rows
        if not begun or first >= len(rows):
            raise _GiveUp
        margin = len(rows[first][0])
        if margin <= column or not any(rows[first][1:]):
            raise _GiveUp
        row = first + 1
        while row < len(rows) and (len(rows[row][0]) >= margin or not self.lines[row]):
            row += 1
        if row < len(rows) and not self.lines[row].strip(" "):
            raise _GiveUp
        self.row = row
        inside = [line[margin:] for line in self.lines[first:row]]
        to_the_end = row == len(rows) and inside[-1]
        while not inside[-1]:
            inside.pop()
        value = "\n".join(inside)
        if begun[1] == ">":
            if "\n " in value:
                raise _GiveUp
            value = _folded(value)
        if any(map(LIKE_A_FIELD.match, inside)):
            raise _GiveUp
        ends = "" if begun[2] or to_the_end else "\n"
        return Text(value + ends, location)


def _folded(value: str) -> str:
    """Lines as one, and paragraphs as lines."""
    if "\n\n" not in value:
        return value.replace("\n", " ")
    return re.sub(r"\n(\n+)", r"\1", _FOLD.sub(" ", value))
