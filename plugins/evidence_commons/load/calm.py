"""The calm part of YAML, read line by line: what nearly every entry is written in.

A parser of all of YAML takes half of the time of a whole check. Entries use little of it: named
fields, lists with hyphens, text on one line, blocks after ``|`` or ``>``. Here that little is
read at once, and whatever is not beyond doubt is left to the parser: this reader tells no fault
and guesses at nothing, it gives up. A property in the tests holds both against each other.
"""

import re

from evidence_commons.diagnostics import Location
from evidence_commons.load.nodes import DEPTH, LIKE_A_FIELD, NODES, Fields, Listing, Node
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text

_ROW = pattern(
    r"^(?!\Z)(( *+)(- )?(?:([A-Za-z_]++):(?: ++|$))?)"
    r"(?:([^\W_][^:#\n]*+(?<! ))|([|>]-?+ *+\n( ++)[^ \n].*+(?:\n(?:\7.*+|$))*+|.*+))$",
    re.MULTILINE,
)
"""A line: its front, which is its indent, its hyphen and the name of its field; then text that is
plain, or the rest. Lines of a block belong to the line that begins it, with their margin."""

_FOLD = pattern(r"(?<!\n)\n(?!\n)")
_ROWS = NODES // 4
"""Of more lines, the parser counts what is in them; none holds more than four values."""

_BEGINS_ELSE = frozenset(" !&*?@`\"'%#{}[],-:")
"""Signs that begin something else than plain text."""


_new = str.__new__
"""Makes a text whose place is set afterwards: there are hundreds in an entry."""


class _GiveUp(Exception):
    """This is for the parser."""


def read_calm(text: str, path: str) -> Fields | None:
    """The fields of a YAML text, or None where only the parser can say what they are.

    Of the signs that YAML does not let stand, none but tabs comes from a file that was read.
    """
    if "\t" in text:
        return None
    reader = _Reader(text, path)
    try:
        return reader.whole()
    except _GiveUp:
        return None


class _Reader:
    """Goes through the lines once. ``row`` counts them from 0, and those of a block as one.

    ``ahead`` is what makes the number of the line of it.
    """

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.rows: list[tuple[str, str, str, str, str, str, str]] = _ROW.findall(text)
        self.row, self.ahead = 0, 1

    def whole(self) -> Fields:
        if not 0 < len(self.rows) <= _ROWS:
            raise _GiveUp
        if self.rows[0][5] == "---" and not self.rows[0][0]:
            self.row = 1
        indent = self.next_indent()
        if indent != 0 or self.rows[self.row][2]:
            raise _GiveUp
        fields = self.fields(0, 0)
        if self.next_indent() >= 0:
            raise _GiveUp
        return fields

    def next_indent(self) -> int:
        """Go on to the next line that says something. Its indent, or -1 at the end."""
        rows, row = self.rows, self.row
        while row < len(rows):
            _, indent, hyphen, key, plain, rest, _ = rows[row]
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
        rows, path, indent = self.rows, self.path, column
        while indent == column:
            row = self.row
            front, _, hyphen, key, plain, rest, _ = rows[row]
            if hyphen or not key:
                raise _GiveUp
            number = row + self.ahead
            name = _new(Text, key)
            name.place = (path, number, column + 1, len(key))
            if name in pairs:
                raise _GiveUp
            if plain:
                # Most fields are this simple.
                text = pairs[name] = _new(Text, plain)
                text.place = (path, number, len(front) + 1, len(plain))
                self.row = row = row + 1
            else:
                pairs[name] = self.value(front, rest, column, depth)
                row = self.row
            # Mostly the next line is the next field.
            says = row < len(rows) and rows[row][3]
            indent = len(rows[row][1]) if says else self.next_indent()
        if indent > column:
            # The last text goes on below, or a line stands wrong.
            raise _GiveUp
        return Fields(pairs, next(iter(pairs)).location)

    def value(self, front: str, rest: str, column: int, depth: int) -> Node:
        """What stands behind a field's name, or below it."""
        if rest:
            return self.scalar(front, rest, column)
        number = self.row + self.ahead
        self.row += 1
        indent = self.next_indent()
        hyphen = indent >= 0 and self.rows[self.row][2]
        if hyphen and indent >= column:
            return self.listing(indent, depth + 1)
        if indent > column:
            return self.fields(indent, depth + 1)
        # Nothing was typed: the parser marks the place right behind the colon.
        return Text("", Location(self.path, number, len(front.rstrip(" ")) + 1))

    def listing(self, column: int, depth: int) -> Listing:
        """The entries whose hyphens stand in this column."""
        if depth >= DEPTH:
            raise _GiveUp
        items: list[Node] = []
        begin = Location(self.path, self.row + self.ahead, column + 1)
        rows, indent = self.rows, column
        while indent == column and rows[self.row][2]:
            front, _, _, key, plain, rest, margin = rows[self.row]
            if key:
                # The fields of the entry stand where the first one does.
                rows[self.row] = (front, " " * (column + 2), "", key, plain, rest, margin)
                items.append(self.fields(column + 2, depth + 1))
            elif plain:
                items.append(self.plain(front, plain))
            elif rest:
                items.append(self.scalar(front, rest, column))
            else:
                raise _GiveUp
            indent = self.next_indent()
        if indent > column:
            raise _GiveUp
        return Listing(tuple(items), begin)

    def plain(self, front: str, text: str) -> Text:
        """Text on the line at hand that can be nothing else. Goes on behind it."""
        made = _new(Text, text)
        made.place = (self.path, self.row + self.ahead, len(front) + 1, len(text))
        self.row += 1
        return made

    def scalar(self, front: str, rest: str, column: int) -> Node:
        """Text on the line at hand, or a block that it begins. Goes on behind it."""
        sign = rest[0]
        if sign in "|>":
            return self.block(front, rest, column)
        text = rest.rstrip(" ")
        location = Location(self.path, self.row + self.ahead, len(front) + 1, len(text))
        self.row += 1
        if sign in _BEGINS_ELSE and not (sign in "-:?" and text[1:2] not in ("", " ")):
            return self.quoted(text, location)
        if ": " in text or " #" in text or text[-1] == ":":
            raise _GiveUp
        return Text(text, location)

    def quoted(self, text: str, location: Location) -> Node:
        """Text in quotes, where they hold no sign that quotes read in their own way; or ``[]``."""
        sign, inside = text[:1], text[1:-1]
        if text == "[]":
            return Listing((), location.wide(1))
        if sign not in "'\"" or len(text) < 2 or text[-1] != sign or sign in inside:
            raise _GiveUp
        if "\\" in inside and sign == '"':
            raise _GiveUp
        return Text(inside, location)

    def block(self, front: str, rest: str, column: int) -> Node:
        """The lines of a block after ``|`` or ``>``."""
        margin = len(self.rows[self.row][6])
        if margin <= column:
            raise _GiveUp
        begins, *lines = rest.split("\n")
        sign = begins.rstrip(" ")
        location = Location(self.path, self.row + self.ahead, len(front) + 1, len(sign))
        self.row += 1
        self.ahead += len(lines)
        at_the_end = self.row == len(self.rows)
        if not (at_the_end or any(self.rows[self.row][2:])):
            raise _GiveUp
        inside = [line[margin:] for line in lines]
        ends = "" if sign[1:] or (at_the_end and inside[-1]) else "\n"
        while not inside[-1]:
            inside.pop()
        if any(map(LIKE_A_FIELD.match, [line for line in inside if ":" in line])):
            raise _GiveUp
        value = "\n".join(inside)
        if sign[0] == ">":
            if "\n " in value:
                raise _GiveUp
            value = _folded(value)
        return Text(value + ends, location)


def _folded(value: str) -> str:
    """Lines as one, and paragraphs as lines."""
    if "\n\n" not in value:
        return value.replace("\n", " ")
    return re.sub(r"\n(\n+)", r"\1", _FOLD.sub(" ", value))
