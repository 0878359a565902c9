"""The calm part of YAML, read line by line into nouns: what nearly every entry is written in.

A parser of all of YAML takes half of the time of a whole check. Entries use little of it: named
fields, lists with hyphens, text on one line, blocks after ``|`` or ``>``. Here that little is
read at once, each line into the field that it fills. Whatever is not beyond doubt, a field that
nobody knows or a date that is none included, is left to the parser and the binder: this reader
tells no fault but those in prose and guesses at nothing, it gives up. A property in the tests
holds both ways against each other.
"""

import re
from functools import cache
from typing import Any, NamedTuple, TypeVar

from evidence_commons.diagnostics import Location
from evidence_commons.load.nodes import LIKE_A_FIELD, NODES
from evidence_commons.load.prose import read_prose
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.faults import Fault
from evidence_commons.model.fields import Noun, Typed, shape
from evidence_commons.model.pattern import pattern
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text
from evidence_commons.model.text_file import TextFile

AnyNoun = TypeVar("AnyNoun", bound=Noun)

_ROW = pattern(
    r"^(?!\Z)(( *+)(- )?+(?:([A-Za-z_]++):(?: ++|$))?+)"
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
    """This is for the parser and the binder."""


def read_calm(
    kind: type[AnyNoun], text: str, file: TextFile, body: Text | None = None
) -> tuple[AnyNoun, list[Fault]] | None:
    """The noun of this kind that a YAML text holds, with the faults in its prose.

    None where only the parser and the binder can say.

    Of the signs that YAML does not let stand, none but tabs comes from a file that was read.

    Args:
        kind: what to read.
        text: the YAML.
        file: what it stands in, from its first line on.
        body: what else belongs to the noun as its body.
    """
    if "\t" in text:
        return None
    reader = _Reader(text, file)
    try:
        return reader.whole(kind, body), reader.faults
    except _GiveUp:
        return None


class _Plan(NamedTuple):
    """The fields of a kind of noun by their names in files, and those that must be there.

    What is asked for most stands in front of the rest: the attribute, and whether it is plain.
    """

    by_name: dict[str, tuple[str, bool, Typed]]
    required: tuple[str, ...]


def _plan(kind: type) -> _Plan:
    return _made_plan(kind)


@cache
def _made_plan(kind: type) -> _Plan:
    known = shape(kind)
    by_name = {str(typed.key): (typed.attribute, typed.is_plain, typed) for typed in known.fields}
    return _Plan(by_name, tuple(typed.attribute for typed in known.required))


class _Reader:
    """Goes through the lines once. ``row`` counts them from 0, and those of a block as one.

    ``ahead`` is what makes the number of the line of it.
    """

    def __init__(self, text: str, file: TextFile) -> None:
        self.file, self.path = file, file.path
        self.faults: list[Fault] = []
        self.rows: list[tuple[str, str, str, str, str, str, str]] = _ROW.findall(text)
        self.row, self.ahead = 0, 1

    def whole(self, kind: type[AnyNoun], body: Text | None) -> AnyNoun:
        if not 0 < len(self.rows) <= _ROWS:
            raise _GiveUp
        if self.rows[0][5] == "---" and not self.rows[0][0]:
            self.row = 1
        if self.next_indent() != 0:
            raise _GiveUp
        noun = self.noun(kind, 0, body)
        if self.next_indent() >= 0:
            raise _GiveUp
        return noun

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

    def noun(self, kind: type[AnyNoun], column: int, body: Text | None = None) -> AnyNoun:
        """The noun whose fields begin in this column; the first may stand behind a hyphen."""
        by_name, required = _plan(kind)
        name = self.rows[self.row][3]
        made: dict[str, Any] = {
            "location": Location(self.path, self.row + self.ahead, column + 1, len(name))
        }
        rows, path, indent = self.rows, self.path, column
        while indent == column:
            row = self.row
            front, _, hyphen, key, plain, rest, _ = rows[row]
            if hyphen or key not in by_name:
                raise _GiveUp
            attribute, is_plain, typed = by_name[key]
            if attribute in made:
                raise _GiveUp
            if plain and is_plain:
                # Most fields are this simple.
                text = made[attribute] = _new(Text, plain)
                text.place = (path, row + self.ahead, len(front) + 1, len(plain))
                self.row = row = row + 1
            else:
                made[attribute] = self.value(typed, front, plain, rest, column)
                row = self.row
            # Mostly the next line is the next field.
            says = row < len(rows) and rows[row][3]
            indent = len(rows[row][1]) if says else self.next_indent()
        if indent > column:
            # The last text goes on below, or a line stands wrong.
            raise _GiveUp
        if body is not None and "body" in made:
            raise _GiveUp
        if body and not body.isspace():
            made["body"] = self.leaf(Prose, body)
        for attribute in required:
            if attribute not in made:
                raise _GiveUp
        return kind(**made)

    def value(self, typed: Typed, front: str, plain: str, rest: str, column: int) -> Any:
        """What stands behind a field's name, or below it; nothing only where nothing need be."""
        if not (plain or rest):
            found = self.below(typed, column)
        elif rest.rstrip(" ") == "[]" and typed.many:
            self.row += 1
            found = ()
        elif typed.many or (typed.is_noun and typed.leaf is not Prose):
            raise _GiveUp
        else:
            text = self.plain(front, plain) if plain else self.scalar(front, rest, column)
            found = None if text.isspace() or not text else self.leaf(typed.leaf, text)
        if not found and typed.described.required:
            raise _GiveUp
        return found

    def below(self, typed: Typed, column: int) -> Any:
        """What stands below a field's name."""
        self.row += 1
        indent = self.next_indent()
        hyphen = indent >= 0 and self.rows[self.row][2]
        if hyphen and indent >= column:
            return self.listing(typed, indent)
        if indent > column:
            if typed.many or not typed.is_noun or typed.leaf is Prose:
                raise _GiveUp
            return self.noun(typed.leaf, indent)
        return () if typed.many else None

    def listing(self, typed: Typed, column: int) -> tuple[Any, ...]:
        """The entries whose hyphens stand in this column."""
        if not typed.many:
            raise _GiveUp
        leaf, items = typed.leaf, list[Any]()
        rows, indent = self.rows, column
        while indent == column and rows[self.row][2]:
            front, _, _, key, plain, rest, margin = rows[self.row]
            if typed.is_noun:
                if not key:
                    raise _GiveUp
                # The fields of the entry stand where the first one does.
                rows[self.row] = (front, " " * (column + 2), "", key, plain, rest, margin)
                items.append(self.noun(leaf, column + 2))
            elif key or not (plain or rest):
                raise _GiveUp
            else:
                text = self.plain(front, plain) if plain else self.scalar(front, rest, column)
                items += [self.leaf(leaf, text)] if text and not text.isspace() else []
            indent = self.next_indent()
        if indent > column:
            raise _GiveUp
        return tuple(items)

    def leaf(self, kind: type[Any], text: Text) -> Any:
        """A text as this kind of value."""
        if kind is Text:
            return text
        if kind is Prose:
            prose, faults = read_prose(text, Whereabouts(self.file.text, self.path, text.location))
            self.faults += faults
            return prose
        try:
            return kind.read(text)
        except ValueError:
            raise _GiveUp from None

    def plain(self, front: str, text: str) -> Text:
        """Text on the line at hand that can be nothing else. Goes on behind it."""
        made = self.text(text, front, text)
        self.row += 1
        return made

    def text(self, value: str, front: str, typed: str) -> Text:
        """A text that was typed like this behind the front of the line at hand."""
        made = _new(Text, value)
        made.place = (self.path, self.row + self.ahead, len(front) + 1, len(typed))
        return made

    def scalar(self, front: str, rest: str, column: int) -> Text:
        """Text on the line at hand, or a block that it begins. Goes on behind it."""
        sign = rest[0]
        if sign in "|>":
            return self.block(front, rest, column)
        typed = rest.rstrip(" ")
        text = self.text(typed, front, typed)
        if sign in _BEGINS_ELSE and not (sign in "-:?" and typed[1:2] not in ("", " ")):
            text = self.text(_inside_quotes(typed), front, typed)
        elif ": " in typed or " #" in typed or typed[-1] == ":":
            raise _GiveUp
        self.row += 1
        return text

    def block(self, front: str, rest: str, column: int) -> Text:
        """The lines of a block after ``|`` or ``>``."""
        margin = len(self.rows[self.row][6])
        if margin <= column:
            raise _GiveUp
        begins, *lines = rest.split("\n")
        text = self.text("", front, begins.rstrip(" "))
        self.row += 1
        self.ahead += len(lines)
        at_the_end = self.row == len(self.rows)
        if not (at_the_end or any(self.rows[self.row][2:])):
            raise _GiveUp
        inside = [line[margin:] for line in lines]
        ends = "" if begins[1:2] == "-" or (at_the_end and inside[-1]) else "\n"
        while not inside[-1]:
            inside.pop()
        if any(map(LIKE_A_FIELD.match, [line for line in inside if ":" in line])):
            raise _GiveUp
        value = "\n".join(inside)
        if begins[0] == ">":
            if "\n " in value:
                raise _GiveUp
            value = _folded(value)
        return Text(value + ends, text.location)


def _inside_quotes(typed: str) -> str:
    """Text in quotes, where they hold no sign that quotes read in their own way."""
    sign, inside = typed[:1], typed[1:-1]
    if sign not in "'\"" or len(typed) < 2 or typed[-1] != sign or sign in inside:
        raise _GiveUp
    if "\\" in inside and sign == '"':
        raise _GiveUp
    return inside


def _folded(value: str) -> str:
    """Lines as one, and paragraphs as lines."""
    if "\n\n" not in value:
        return value.replace("\n", " ")
    return re.sub(r"\n(\n+)", r"\1", _FOLD.sub(" ", value))
