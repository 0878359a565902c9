"""One record of the library: its kind, its key and its fields, each with its place.

The reader goes on after a mistake wherever it can guess what was meant, tells each mistake once,
and tells it where a person would mend it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from evidence_commons.diagnostics import Location
from evidence_commons.load import mistakes
from evidence_commons.load.library import HEAD, Lines
from evidence_commons.model.faults import (
    BrokenReference,
    Fault,
    LostText,
    RepeatedField,
    SwallowedField,
    UnknownMacro,
)

LONGEST_VALUE = 20_000
"""More than this is not put together out of words that stand for other words."""

KEYS = {"}": re.compile(r"\s*([^,{}=\"\n]*)"), ")": re.compile(r"\s*([^,{}()=\"\n]*)")}
NAME = re.compile(r"([^\s=,{}()\"#%@]+)\s*(=?)\s*")
WORD = re.compile(r"[^\s,{}()\"#%=]+")
SPACE = re.compile(r"\s*")
JOINT = re.compile(r"\s*#\s*")
SIGNS = {"{": re.compile(r"(?<!\\)[{}]"), '"': re.compile(r"(?<!\\)[{}\"]")}
NEXT_FIELD = re.compile(r"\n[ \t]*[\w-]+[ \t]*=[ \t]*[{\"\w]")
OPENS_VALUE = re.compile(r"\n[ \t]*[\w-]+[ \t]*=\s*$")
STRAY = re.compile(rf"(?:(?!{NEXT_FIELD.pattern})[^,{{}}()])+")


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


@dataclass(frozen=True, slots=True)
class Record:
    """A record, its fields by name. ``stop`` is the place behind its last sign."""

    kind: str
    key: str
    place: int
    key_place: int
    stop: int
    fields: Mapping[str, Field]


class _NoEndError(Exception):
    """Nothing closes a brace, a quotation mark or the record before the next record begins."""


@dataclass(slots=True)
class Reader:
    """Reads the record that begins at ``place`` and ends before ``end``.

    ``words`` are those that stand for other words: the months, and what ``@string`` defines.
    When something is not closed, the reader starts once more, ``mending``: a value then ends
    before the next line that looks like a field.
    """

    text: str
    lines: Lines
    place: int
    end: int
    words: Mapping[str, str]
    mending: bool = False
    faults: list[Fault] = field(default_factory=list)
    _fields: dict[str, Field] = field(default_factory=dict)
    _closing: str = "}"
    _key: str = ""
    _key_place: int = 0
    _next_field: int = -1
    _unclosed: Field | None = None

    def record(self, keyed: bool = True) -> Record:
        """Read it; what is wrong with it is in ``faults``. A ``@string`` is not ``keyed``."""
        start = self.place
        head = HEAD.match(self.text, start)
        kind, bracket = (head[1].lower(), head[2]) if head else ("", "{")
        self.place = self._key_place = head.end() if head else self.end
        self._closing = "}" if bracket == "{" else ")"
        try:
            if keyed:
                self._read_key()
            while self._more():
                self._read_field()
        except _NoEndError:
            if not self.mending:
                return self._mended(start, kind, keyed)
        return Record(kind, self._key, start, self._key_place, self.place, self._fields)

    def _mended(self, start: int, kind: str, keyed: bool) -> Record:
        again = Reader(self.text, self.lines, start, self.end, self.words, mending=True)
        record = again.record(keyed)
        others = [fault for fault in again.faults if not isinstance(fault, BrokenReference)]
        self.faults = [again._no_end(start, len(kind) + 1), *others]
        return record

    def _no_end(self, start: int, width: int) -> BrokenReference:
        """The one fault of a record that is not closed, told where it opens."""
        at, field = self._at(start, width), self._unclosed
        if field is None or not field.name:
            return mistakes.no_end(at, self._key, self._closing)
        sign = '"' if self.text[field.value_place - 1] == '"' else "}"
        line = self._at(field.place).line
        return mistakes.field_not_closed(at, self._key, field.name, sign, line)

    def _at(self, place: int, width: int = 1) -> Location:
        return self.lines.location(place, width)

    def _sign(self, place: int) -> str:
        return self.text[place] if place < self.end else ""

    def _skip_space(self) -> None:
        if space := SPACE.match(self.text, self.place, self.end):
            self.place = space.end()

    def _read_key(self) -> None:
        typed = KEYS[self._closing].match(self.text, self.place, self.end)
        words = typed[1].split() if typed else []
        if typed is None or not words:
            self._skip_comma()
            return
        start, self.place = self.place, typed.end()
        self._skip_space()
        follows = self._sign(self.place)
        if follows == "=" and len(words) == 1:
            self.place = start
            return
        self._key_place = typed.start(1)
        if follows in ("", ",", self._closing):
            self._key = typed[1].strip()
            self.place += follows == ","
            return
        self._key = words[0]
        self.place = self._key_place + len(self._key)
        at = self._at(self._key_place, len(self._key))
        self.faults.append(mistakes.no_comma_after_key(at, self._key))

    def _more(self) -> bool:
        """Whether there is something before the end of the record; else step behind its end."""
        self._skip_space()
        if self.place >= self.end:
            raise _NoEndError
        if self._sign(self.place) != self._closing:
            return True
        self.place += 1
        return False

    def _read_field(self) -> None:
        name = NAME.match(self.text, self.place, self.end)
        if name is None:
            self._step_over()
            return
        place, at = self.place, self._at(self.place, len(name[1]))
        self.place = name.end()
        if not name[2]:
            self.faults.append(mistakes.no_equals(at, name[1]))
            if self._sign(self.place) not in ("{", '"'):
                self._skip_stray()
                self._skip_comma()
                return
        self._keep(self._behind(self._value(name[1].lower(), place)), at)

    def _step_over(self) -> None:
        """Step over something that is no field, and say so."""
        place, sign = self.place, self._sign(self.place)
        if sign == ",":
            self.place += 1
            self.faults.append(mistakes.comma_too_many(self._at(place)))
        elif sign == "%":
            line_end = self.text.find("\n", place, self.end)
            self.place = line_end if line_end >= 0 else self.end
            self.faults.append(mistakes.comment_inside(self._at(place)))
        else:
            self._skip_stray()
            stray = self.text[place : self.place]
            self._skip_comma()
            self.faults.append(mistakes.out_of_place(self._at(place), stray))

    def _keep(self, new: Field, at: Location) -> None:
        first = self._fields.setdefault(new.name, new)
        if first is not new:
            earlier = self._at(first.place, len(first.name))
            self.faults.append(RepeatedField(at, new.name, earlier, (new.value,)))

    def _value(self, name: str, place: int) -> Field:
        """A value: text in braces or quotation marks, a number, a word; several joined by ``#``."""
        start = self.place + (self._sign(self.place) in ("{", '"'))
        before, parts = len(self.faults), [self._part(name, place)]
        while joint := JOINT.match(self.text, self.place, self.end):
            self.place = joint.end()
            parts.append(self._part(name, place))
        value = "".join(parts)
        if len(parts) > 1 and len(value) > LONGEST_VALUE:
            value = value[:LONGEST_VALUE]
            self.faults.append(mistakes.too_long(self._at(place, len(name)), name, LONGEST_VALUE))
        return Field(name, value, place, start, told=len(self.faults) > before)

    def _part(self, name: str, place: int) -> str:
        sign = self._sign(self.place)
        if sign in SIGNS:
            self.place += 1
            return self._enclosed(name, place, sign)
        word = WORD.match(self.text, self.place, self.end)
        if word is None:
            self.faults.append(mistakes.no_value(self._at(place, len(name)), name))
            return ""
        self.place = word.end()
        if word[0].isdecimal() or word[0].lower() in self.words:
            return self.words.get(word[0].lower(), word[0])
        at = self._at(word.start(), len(word[0]))
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
            raise _NoEndError
        self._unclosed = self._unclosed or Field(name, "", place, start)
        typed = self.text[start:limit].rstrip()
        value = typed.removesuffix(",")
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

    def _behind(self, read: Field) -> Field:
        """What stands between a value and the comma behind it."""
        value_end = self.place
        self._skip_space()
        sign, name = self._sign(self.place), NAME.match(self.text, self.place, self.end)
        if name and name[2]:
            at = self._at(self.place, len(name[1]))
            self.faults.append(SwallowedField(at, read.name, name[1]))
        elif sign not in ("", "%", ",", self._closing):
            read = self._with_stray(read, value_end)
        self._skip_comma()
        return read

    def _with_stray(self, read: Field, value_end: int) -> Field:
        """Words behind a value: they belong to a bare word or a quotation, or they are lost."""
        place = self.place
        self._skip_stray()
        stray = self.text[place : self.place].rstrip()
        last = self.faults[-1] if self.faults else None
        if read.told and isinstance(last, UnknownMacro):
            words = self.text[read.value_place : place + len(stray)]
            self.faults[-1] = UnknownMacro(
                last.location.wide(len(words.split("\n")[0])), mistakes.short(words), read.name
            )
            return replace(read, value=words)
        if self.text[value_end - 1] == '"' and stray.endswith('"'):
            self.faults.append(mistakes.quotes_inside(self._at(read.place), read.name))
            return replace(read, value=self.text[read.value_place : place + len(stray) - 1])
        at = self._at(place, len(stray.split("\n")[0]))
        self.faults.append(LostText(at, mistakes.short(stray)))
        return read

    def _skip_comma(self) -> None:
        self.place += self._sign(self.place) == ","

    def _skip_stray(self) -> None:
        """Step to the next comma, the next line that looks like a field, or the end."""
        while self._sign(self.place) not in ("", ",", self._closing):
            if self._sign(self.place) == "{":
                self.place += 1
                self._enclosed("", self.place - 1, "{")
            elif stray := STRAY.match(self.text, self.place, self.end):
                self.place = stray.end()
            elif self._sign(self.place) == "\n":
                return
            else:
                self.place += 1
