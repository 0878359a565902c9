"""One record of the library: its kind, its key and its fields, each with its place.

The reader goes on after a mistake wherever it can guess what was meant, tells each mistake once,
and tells it where a person would mend it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from evidence_commons.diagnostics import Location
from evidence_commons.load import mistakes
from evidence_commons.load.library import HEAD, TooMuchError
from evidence_commons.load.values import Field, NoEndError, ValueReader
from evidence_commons.model.faults import (
    BrokenReference,
    LostText,
    RepeatedField,
    SwallowedField,
    UnknownMacro,
)

KEYS = {"}": re.compile(r"\s*([^,{}=\"\n]*)"), ")": re.compile(r"\s*([^,{}()=\"\n]*)")}
QUOTED_KEY = re.compile(r"\s*([\"'{]([^,{}=\"'\s]+)[\"'}])[ \t]*,")
LONGEST = 1_000
"""No longer value is typed anew."""

MOST_FIELDS = 1_000
TOO_MANY_FIELDS = (
    f"One record has more than {MOST_FIELDS:,} fields.",
    "Delete those that nobody needs.",
)

CUT_SHORT = re.compile(r"\}(?=[ \t]*,\s*[\w-]+\s*=)")
NAME = re.compile(r"([^\s=,{}()\"#%@\uff1d]+)\s*((?:=[=>]?|:=|\uff1d)?)\s*")

# A brace right behind a backslash is a sign as any other.
_FLAT = r"[^{}\\]*+(?:\\[{}]?[^{}\\]*+)*+"
_DEEP = rf"{_FLAT}(?:\{{{_FLAT}(?:\{{{_FLAT}(?:\{{{_FLAT}\}}{_FLAT})*+\}}{_FLAT})*+\}}{_FLAT})*+"
SOUND = re.compile(
    r"\s*+(?P<name>[^\s=,{}()\"#%@\uff1d]++)\s*+=\s*+"
    rf"(?:\{{(?P<braces>{_DEEP})\}}|\"(?P<quotes>[^{{}}\"\\\n]*+)\"|(?P<word>[^\s,{{}}()\"#%=]++))"
    r"\s*+(?:,|(?=\}))"
)
"""A field that is typed as nearly all are, with all that belongs to it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record, its fields by name. ``stop`` is the place behind its last sign."""

    kind: str
    key: str
    place: int
    kind_place: int
    key_place: int
    stop: int
    fields: Mapping[str, Field]


@dataclass(slots=True)
class Reader(ValueReader):
    """Reads the record that begins at ``place`` and ends before ``end``.

    When something is not closed, it starts once more, ``mending``.
    """

    _fields: dict[str, Field] = field(default_factory=dict)
    _key: str = ""
    _key_place: int = 0

    def record(self, keyed: bool = True) -> Record:
        """Read it; what is wrong with it is in ``faults``. A ``@string`` is not ``keyed``."""
        start = self.place
        kind, kind_place = self._read_head()
        try:
            if keyed:
                self._read_key()
            self._read_sound_fields()
            while not self.crowded and self._more():
                self._read_field()
        except NoEndError:
            if not self.mending:
                return self._mended(start, kind, keyed)
        places = (start, kind_place, self._key_place, self.place)
        return Record(kind, self._key, *places, self._fields)

    def _read_head(self) -> tuple[str, int]:
        """The kind of the record, and its place."""
        head = HEAD.match(self.text, self.place)
        if head is None:
            self.place = self._key_place = self.end
            return "", self.place
        self.place = self._key_place = head.end()
        self.closing = "}" if head["bracket"] == "{" else ")"
        before, behind = head.start("kind") - head.start() - 1, head[0][:-1].partition("\n")[1]
        if head["kind"] and (before or behind):
            typed = head[0].partition("\n")[0].rstrip()
            meant = f"@{head['kind']}{head['bracket']}"
            at = self.at(head.start(), len(typed))
            self.faults.append(mistakes.parted_head(at, meant, "" if behind else meant))
        return head["kind"].lower(), head.start("kind")

    def _mended(self, start: int, kind: str, keyed: bool) -> Record:
        again = Reader(self.text, self.lines, start, self.end, self.words, mending=True)
        record = again.record(keyed)
        others = [fault for fault in again.faults if not isinstance(fault, BrokenReference)]
        self.faults = [again._no_end(start, len(kind) + 1), *others]
        return record

    def _no_end(self, start: int, width: int) -> BrokenReference:
        """The one fault of a record that is not closed, told where it opens."""
        at, field = self.at(start, width), self.unclosed
        if field is None or not field.name:
            return mistakes.no_end(at, self._key, self.closing)
        sign = '"' if self.text[field.value_place - 1] == '"' else "}"
        if "\n" in field.value or not 0 < len(field.value) <= LONGEST:
            at = self.at(field.place, len(field.name))
            return mistakes.field_not_closed(at, field.name, sign)
        typed = self.text[field.value_place - 1] + field.value
        at = self.at(field.value_place - 1, len(typed))
        return mistakes.field_not_closed(at, field.name, sign, typed + sign)

    def _read_key(self) -> None:
        if quoted := QUOTED_KEY.match(self.text, self.place, self.end):
            self._key, self._key_place, self.place = quoted[2], quoted.start(2), quoted.end()
            at = self.at(quoted.start(1), len(quoted[1]))
            self.faults.append(mistakes.quoted_key(at, self._key))
            return
        typed = KEYS[self.closing].match(self.text, self.place, self.end)
        words = typed[1].split() if typed else []
        if typed is None or not words:
            self.skip_comma()
            return
        start, self.place = self.place, typed.end()
        self.skip_space()
        follows = self.sign(self.place)
        if follows == "=" and len(words) == 1:
            self.place = start
            return
        self._key_place = typed.start(1)
        if follows in ("", ",", self.closing):
            self._key = typed[1].strip()
            self.place += follows == ","
            return
        self._key = words[0]
        self.place = self._key_place + len(self._key)
        at = self.at(self._key_place, len(self._key))
        alone = len(words) == 1 and self.text[self.place : self.place + 1] == "\n"
        self.faults.append(mistakes.no_comma_after_key(at, self._key, alone))

    def _more(self) -> bool:
        """Whether there is something before the end of the record; else step behind its end."""
        self.skip_space()
        if self.place >= self.end:
            raise NoEndError
        if self.sign(self.place) != self.closing:
            return True
        self.place += 1
        return False

    def _read_sound_fields(self) -> None:
        """Read fields up to the first that is not typed as nearly all are."""
        if self.faults or self.mending or self.closing != "}":
            return
        while found := SOUND.match(self.text, self.place, self.end):
            name, kind = found["name"].lower(), found.lastgroup or ""
            value = found[kind]
            if kind == "word":
                if not (value[0].isdecimal() or value.lower() in self.words):
                    return
                value = self.words.get(value.lower(), value)
            if name in self._fields or len(self._fields) >= MOST_FIELDS:
                return
            place, self.place = found.start("name"), found.end()
            self._fields[name] = Field(name, value, place, found.start(kind))

    def _read_field(self) -> None:
        name = NAME.match(self.text, self.place, self.end)
        if name is None:
            self._step_over()
            return
        place, at = self.place, self.at(self.place, len(name[1]))
        self.place = name.end()
        if name[2] not in ("", "="):
            sign = self.at(name.start(2), len(name[2]))
            self.faults.append(mistakes.other_equals(sign, name[1]))
        if not name[2]:
            word = name[1].removesuffix(":")
            meant = f"{word} =" if word and self.sign(self.place) in ("{", '"') else ""
            self.faults.append(mistakes.no_equals(at, word or name[1], meant))
            if self.sign(self.place) not in ("{", '"'):
                self.skip_stray()
                self.skip_comma()
                return
        called = name[1].lower() if name[2] else name[1].lower().removesuffix(":")
        self._keep(self._behind(self.value(called, place)), at)

    def _step_over(self) -> None:
        """Step over something that is no field, and say so."""
        place, sign = self.place, self.sign(self.place)
        if sign == ",":
            self.place += 1
            twice = self.text[place - 1] == ","
            at = self.at(place - twice, 1 + twice)
            self.faults.append(mistakes.comma_too_many(at, "," if twice else ""))
        elif sign == "%":
            line_end = self.text.find("\n", place, self.end)
            self.place = line_end if line_end >= 0 else self.end
            self.faults.append(mistakes.comment_inside(self.at(place)))
        else:
            self.skip_stray()
            stray = self.text[place : self.place]
            self.skip_comma()
            self.faults.append(mistakes.out_of_place(self.at(place), stray))

    def _keep(self, new: Field, at: Location) -> None:
        if len(self._fields) >= MOST_FIELDS:
            raise TooMuchError(at, *TOO_MANY_FIELDS)
        first = self._fields.setdefault(new.name, new)
        if first is not new:
            earlier = self.at(first.place, len(first.name))
            self.faults.append(RepeatedField(at, new.name, earlier, (new.value,)))

    def _behind(self, read: Field) -> Field:
        """What stands between a value and the comma behind it."""
        value_end = self.place
        self.skip_space()
        sign, name = self.sign(self.place), NAME.match(self.text, self.place, self.end)
        if name and name[2]:
            at, sign = self.at(value_end - 1), self.text[value_end - 1]
            own_line = "\n" in self.text[value_end : name.start()]
            sure = own_line and self.sign(name.end()) in ("{", '"')
            self.faults.append(SwallowedField(at, read.name, name[1], sign, sure))
        elif sign not in ("", "%", ",", self.closing):
            read = self._with_stray(read, value_end)
        self._step_over_brace()
        self.skip_comma()
        return read

    def _step_over_brace(self) -> None:
        """A brace that closes bare words does not close the record as well."""
        last = self.faults[-1] if self.faults else None
        if isinstance(last, UnknownMacro) and CUT_SHORT.match(self.text, self.place, self.end):
            first, brace = last.location, self.at(self.place)
            self.place += 1
            if first.line == brace.line:
                wide = first.wide(brace.column - first.column + 1)
                self.faults[-1] = replace(last, location=wide)

    def _with_stray(self, read: Field, value_end: int) -> Field:
        """Words behind a value: they belong to a bare word or a quotation, or they are lost."""
        place = self.place
        self.skip_stray()
        stray = self.text[place : self.place].rstrip()
        last = self.faults[-1] if self.faults else None
        if read.told and isinstance(last, UnknownMacro):
            words = self.text[read.value_place : place + len(stray)]
            first, *more = words.split("\n")
            # What goes on over two lines cannot be typed anew on one.
            said = f"{mistakes.short(first).removesuffix('…')}…" if more else mistakes.short(first)
            self.faults[-1] = UnknownMacro(self.at(read.value_place, len(first)), said, read.name)
            return replace(read, value=words)
        if self.text[value_end - 1] == '"' and stray.endswith('"'):
            value = self.text[read.value_place : place + len(stray) - 1]
            whole = "\n" not in value and value.count("{") == value.count("}")
            at = self.at(read.value_place - 1, len(value) + 2)
            meant = f"{{{value}}}" if whole and len(value) <= LONGEST else ""
            self.faults.append(mistakes.quotes_inside(at, read.name, meant))
            return replace(read, value=value)
        at = self.at(place, len(stray.split("\n")[0]))
        self.faults.append(LostText(at, mistakes.short(stray)))
        return read
