"""The reference library, references.bib: BibTeX text to references and faults.

Everything that is typed in the library becomes one or the other; lines that begin with ``%`` are
notes.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from evidence_commons.diagnostics import Location
from evidence_commons.load import mistakes
from evidence_commons.load.latex import MOST as MOST_LATEX
from evidence_commons.load.latex import Decoder, TooMuchLatexError
from evidence_commons.load.library import (
    Lines,
    Stretch,
    TooMuchError,
    behind_comment,
    lost_text,
    stretches,
)
from evidence_commons.load.parents import Parents
from evidence_commons.load.record import Reader, Record
from evidence_commons.load.values import Field
from evidence_commons.load.versions import first_versions
from evidence_commons.load.works import Work, unknown_words
from evidence_commons.model.citation import KEY
from evidence_commons.model.faults import (
    BrokenReference,
    Fault,
    LostText,
    RepeatedField,
    TooBig,
    Unreadable,
)
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

MONTHS = {name[:3].lower(): name for name in Date.MONTHS}
NO_REFERENCES = ("xdata",)
MOST_RECORDS = 20_000
"""No library holds more: the reading of many short ones takes longest, and most memory."""

MOST_WORDS = 10_000
"""No library holds more words of its own."""

MOST_BRACES = 1_500_000
TOO_MANY_BRACES = (
    f"It holds more than {MOST_BRACES:,} braces.",
    "Take braces out that stand in braces: one pair around a value is enough.",
)
MOST_LETTERS = 12_000_000
TOO_MANY_LETTERS = (
    f"Its records grow to more than {MOST_LETTERS:,} letters and signs by what they share.",
    "Let fewer records take over long fields from @string, crossref or xdata.",
)
MOST_NAMES = 60_000
TOO_MANY_NAMES = (
    f"It names more than {MOST_NAMES:,} authors and editors.",
    'Where a work has very many authors, write the first ones and "and others".',
)
TOO_MUCH_LATEX = (
    f"It holds more than {MOST_LATEX:,} letters and signs in fields with uncommon LaTeX commands.",
    "Write plain letters and signs in place of the commands.",
)

LONGEST_WORDS = 1_000
"""What a ``@string`` may stand for is no longer, so that it cannot grow without bounds."""


def read_references(text: str, path: str) -> tuple[tuple[Reference, ...], tuple[Fault, ...]]:
    """Read the reference library.

    Args:
        text: the whole of references.bib.
        path: its path in the commons, for the locations.

    Returns:
        A reference for each record that has a key, in order, and all that is wrong with the
        library, by place. A record with mistakes gives a reference all the same, with what could
        be read, so that one mistake is not followed by others where the record is cited. Two
        records with one key give two references.

    Never raises, whatever the text.
    """
    if text.count("@") > MOST_RECORDS:
        why = f"It holds more than {MOST_RECORDS:,} records, or signs @ that could begin one."
        return (), (TooBig(Location(path), why),)
    if text.count("{") > MOST_BRACES:
        return (), (TooBig(Location(path), *TOO_MANY_BRACES),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, marks = first_versions(text)
    library = _Library(text, Lines(text, path))
    library.two_versions(marks)
    try:
        references = library.references()
    except TooMuchError as error:
        return (), (TooBig(error.location, error.why, error.remedy),)
    faults = sorted(library.faults, key=lambda fault: fault.location)
    return references, tuple(_with_losses(faults, references))


def _with_losses(faults: Iterable[Fault], works: Iterable[Reference]) -> Iterator[Fault]:
    """The faults; those of records that gave no reference say whether its key is lost."""
    read: set[int] = set()
    for work in works:
        read.update(range(work.location.line, work.location.line + work.lines))
    for fault in faults:
        if isinstance(fault, BrokenReference) and not fault.key:
            yield replace(fault, lost=fault.location.line not in read)
        else:
            yield fault


@dataclass(slots=True)
class _Library:
    text: str
    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    defined: dict[str, Field] = field(default_factory=dict)
    decoder: Decoder = field(default_factory=Decoder)
    letters: int = 0
    names: int = 0
    unclosed: bool = False

    def references(self) -> tuple[Reference, ...]:
        found = self._bounded(stretches(self.text, self.lines))
        parts = [part for part in found if not self._hidden(part)]
        for part in self._bounded(parts):
            if part.kind == "string":
                self._define(part)
        read = [self._record(part) for part in self._bounded(parts) if part.kind != "string"]
        if self._crowded:
            last = max(fault.location for fault in self.faults)
            self.faults.append(Unreadable(last, "crowded"))
        records = [record for record in read if record is not None]
        words = (word for record in records for word in unknown_words(record, self.lines))
        self.faults += islice(words, MOST_WORDS)
        if after := next(words, None):
            why = f"It holds more than {MOST_WORDS:,} fields that no program knows."
            self.faults.append(TooBig(after.location, why))
        by_key, told = {record.key: record for record in reversed(records)}, len(self.faults)
        parents = Parents(by_key, self._pay, self._unknown_parent)
        made = []
        for record in records:
            if len(self.faults) - told >= mistakes.MOST:
                break
            made.append(self._reference(parents.whole(record)))
        if len(made) < len(records):
            last = max(fault.location for fault in self.faults[told:])
            self.faults.append(Unreadable(last, "crowded"))
        return tuple(reference for reference in made if reference is not None)

    def two_versions(self, marks: Iterable[tuple[int, int]]) -> None:
        """Tell the marks by which lines stand here twice. Only the first version is read."""
        for place, width in islice(marks, mistakes.MOST):
            self.faults.append(Unreadable(self.lines.location(place, width), "other"))

    @property
    def _crowded(self) -> bool:
        return len(self.faults) >= mistakes.MOST

    def _bounded(self, parts: Iterable[Stretch]) -> Iterator[Stretch]:
        """The parts up to the one with which there are too many mistakes to go on."""
        for part in parts:
            if self._crowded:
                return
            yield part

    def _lose(self, start: int, end: int) -> None:
        """Tell what stands there and belongs to no record."""
        for lost in islice(lost_text(self.text, start, end, self.lines), mistakes.MOST):
            if lost.kind == "closing" and self.unclosed:
                self.unclosed = False  # it closes what was not closed before a record
            else:
                self.faults.append(lost)

    def _hidden(self, part: Stretch) -> bool:
        """Whether lines that begin with ``%`` hide the record, at least its first line."""
        behind = behind_comment(self.text, part.start, part.end)
        if behind > part.start:
            self._lose(behind, part.end)
        return behind > part.start

    def _define(self, part: Stretch) -> None:
        """Take in what ``@string`` says that a word stands for. The first one counts."""
        record = self._read(part, keyed=False)
        for new in record.fields.values():
            first = self.defined.setdefault(new.name, new)
            at = self.lines.location(new.place, len(new.name))
            if first is not new:
                earlier = self.lines.location(first.place, len(first.name))
                self.faults.append(RepeatedField(at, new.name, earlier, (new.value,)))
            elif len(new.value) > LONGEST_WORDS:
                self.faults.append(mistakes.too_long(at, new.name, LONGEST_WORDS))
            self.words[first.name] = first.value[:LONGEST_WORDS]

    def _record(self, part: Stretch) -> Record | None:
        if part.kind not in ("comment", "preamble") and part.stop:
            return self._read(part)
        if part.broken:
            at = self.lines.location(part.start, len(part.kind) + 1)
            self.faults.append(mistakes.not_closed(at, part.kind))
            self.unclosed = True
        else:
            self._lose(part.stop, part.end)
        return None

    def _read(self, part: Stretch, keyed: bool = True) -> Record:
        reader = Reader(self.text, self.lines, part.start, part.end, self.words)
        record = reader.record(keyed)
        self.faults += reader.faults
        self._pay(record, sum([len(typed.value) for typed in record.fields.values()]))
        # Text behind a record whose braces went wrong is a part of the same mistake.
        if not (reader.crowded or any(isinstance(fault, LostText) for fault in reader.faults)):
            self._lose(record.stop, part.end)
        return record

    def _unknown_parent(self, link: Field, key: str) -> None:
        if not link.told:
            at = self.lines.location(link.value_place, len(link.value))
            self.faults.append(mistakes.unknown_parent(at, link.name, key))

    def _pay(self, record: Record, letters: int) -> None:
        """Bound what words that stand for words, and parents, add to what is typed."""
        self.letters += letters
        if self.letters > MOST_LETTERS:
            raise TooMuchError(self.lines.location(record.place), *TOO_MANY_LETTERS)

    def _reference(self, record: Record) -> Reference | None:
        """The reference, unless nothing could cite it. What is wrong inside it is told anyway."""
        at = self.lines.location(record.place)
        work = Work(record, self.lines, self.decoder.text)
        self.names += work.count_names()
        if self.names > MOST_NAMES:
            raise TooMuchError(at, *TOO_MANY_NAMES)
        try:
            reference = work.reference(self.text[record.place : record.stop].rstrip())
        except TooMuchLatexError:
            raise TooMuchError(at, *TOO_MUCH_LATEX) from None
        self.faults += work.faults
        at = reference.key.location
        if not record.kind:
            self.faults.append(mistakes.no_kind(reference.location))
        elif not record.key:
            self.faults.append(mistakes.no_key(reference.location, record.kind))
        elif not KEY.fullmatch(record.key):
            self.faults.append(mistakes.bad_key(at, record.key, _good_key(record.key)))
        elif record.kind not in NO_REFERENCES:
            self.faults += work.missing(reference)
            return reference
        return None


def _good_key(key: str) -> str:
    """A key like this one that citations can hold."""
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    close = re.sub(r"[^A-Za-z0-9_:.+/-]", "", plain).strip("_:.+/-")
    return close or "smith2024"
