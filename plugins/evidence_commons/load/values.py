"""The values of a record's fields: text in braces or quotation marks, numbers, words.

Knows where a value ends even where the sign that should close it is missing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from evidence_commons.diagnostics import Location
from evidence_commons.load import mistakes
from evidence_commons.load.library import Lines
from evidence_commons.model.faults import Fault, UnknownMacro

LONGEST_VALUE = 20_000
"""More than this is not put together out of words that stand for other words."""

WORD = re.compile(r"[^\s,{}()\"#%=]+")
SPACE = re.compile(r"\s*")
IN_ROUND = re.compile(r"\(([^(){}\"\n]*)\)(?=[ \t]*,?[ \t]*\n)")
JOINT = re.compile(r"\s*#\s*")
SIGNS = {"{": re.compile(r"(?<!\\)[{}]"), '"': re.compile(r"(?<!\\)[{}\"]")}
NEXT_FIELD = re.compile(r"\n[ \t]*[\w-]+[ \t]*=[ \t]*[{\"\w]")
OPENS_VALUE = re.compile(r"\n[ \t]*[\w-]+[ \t]*=\s*$")
STRAY = re.compile(rf"(?:(?!{NEXT_FIELD.pattern})[^,{{}}()])++")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in small letters, its value as typed, and the places of both.

    ``told`` says that something is wrong with the value and has been told already.
    """

    name: str
    value: str
    place: int
    value_place: int
    told: bool = False


class NoEndError(Exception):
    """Nothing closes a brace, a quotation mark or the record before the next record begins."""


@dataclass(slots=True)
class ValueReader:
    """A cursor in a record that reads one value after another, up to ``end``.

    ``words`` are those that stand for other words: the months, and what ``@string`` defines.
    While ``mending``, a value that nothing closes ends before the next line that looks like a
    field; ``unclosed`` is the first such field.
    """

    text: str
    lines: Lines
    place: int
    end: int
    words: Mapping[str, str]
    mending: bool = False
    faults: list[Fault] = field(default_factory=list)
    closing: str = "}"
    unclosed: Field | None = None
    _next_field: int = -1

    @property
    def crowded(self) -> bool:
        """Whether there are so many mistakes already that reading ends."""
        return len(self.faults) >= mistakes.MOST

    def at(self, place: int, width: int = 1) -> Location:
        """The location of a place in the text."""
        return self.lines.location(place, width)

    def sign(self, place: int) -> str:
        """The sign at a place; nothing behind the end."""
        return self.text[place] if place < self.end else ""

    def skip_space(self) -> None:
        """Step to the next sign that shows."""
        if space := SPACE.match(self.text, self.place, self.end):
            self.place = space.end()

    def value(self, name: str, place: int) -> Field:
        """A value: text in braces or quotation marks, a number, a word; several joined by ``#``."""
        start = self.place + (self.sign(self.place) in ("{", '"'))
        before, parts = len(self.faults), [self._part(name, place)]
        while not self.crowded and (joint := JOINT.match(self.text, self.place, self.end)):
            self.place = joint.end()
            parts.append(self._part(name, place))
        value = "".join(parts)
        if len(parts) > 1 and len(value) > LONGEST_VALUE:
            value = value[:LONGEST_VALUE]
            self.faults.append(mistakes.too_long(self.at(place, len(name)), name, LONGEST_VALUE))
        open_end = self.unclosed is not None and self.unclosed.place == place
        return Field(name, value, place, start, told=open_end or len(self.faults) > before)

    def _part(self, name: str, place: int) -> str:
        sign = self.sign(self.place)
        if sign in SIGNS:
            self.place += 1
            return self._enclosed(name, place, sign)
        word = WORD.match(self.text, self.place, self.end)
        if rounded := IN_ROUND.match(self.text, self.place, self.end):
            self.place = rounded.end()
            at = self.at(rounded.start(), len(rounded[0]))
            self.faults.append(mistakes.in_round_brackets(at, name, f"{{{rounded[1]}}}"))
            return rounded[1]
        if word is None:
            self.faults.append(mistakes.no_value(self.at(place, len(name)), name))
            return ""
        self.place = word.end()
        if word[0].isdecimal() or word[0].lower() in self.words:
            return self.words.get(word[0].lower(), word[0])
        at = self.at(word.start(), len(word[0]))
        self.faults.append(UnknownMacro(at, word[0], name))
        return word[0]

    def _enclosed(self, name: str, place: int, sign: str) -> str:
        """The text up to the sign that closes it."""
        start, limit = self.place, self._limit() if self.mending else self.end
        stop = self._closed(sign, limit)
        if stop is not None:
            self.place = stop + 1
            return self.text[start:stop]
        if not self.mending:
            raise NoEndError
        typed = self.text[start:limit].rstrip()
        value = typed.removesuffix(",")
        self.unclosed = self.unclosed or Field(name, value, place, start)
        self.place = start + len(value)
        return value

    def _limit(self) -> int:
        if self._next_field < self.place:
            found = NEXT_FIELD.search(self.text, self.place, self.end)
            self._next_field = found.start() if found else self.end
        return self._next_field

    def _closed(self, sign: str, limit: int) -> int | None:
        depth = 0
        for found in SIGNS[sign].finditer(self.text, self.place, limit):
            if depth == 0 and found[0] in ('"', "}"):
                return found.start() if self._closes(sign, found) else None
            depth += {"{": 1, "}": -1}.get(found[0], 0)
        return None

    def _closes(self, sign: str, found: re.Match[str]) -> bool:
        """Not if it is a ``}`` for a ``"``, or a ``"`` that opens the value of a later field."""
        if sign == "{":
            return True
        tail = self.text[max(self.place, found.start() - 80) : found.start()]
        return found[0] == '"' and not OPENS_VALUE.search(tail)

    def skip_comma(self) -> None:
        """Step behind a comma, if there is one."""
        self.place += self.sign(self.place) == ","

    def skip_stray(self) -> None:
        """Step to the next comma, the next line that looks like a field, or the end."""
        while self.sign(self.place) not in ("", ",", self.closing):
            if self.sign(self.place) == "{":
                self.place += 1
                self._enclosed("", self.place - 1, "{")
            elif stray := STRAY.match(self.text, self.place, self.end):
                self.place = stray.end()
            elif self.sign(self.place) == "\n":
                return
            else:
                self.place += 1
