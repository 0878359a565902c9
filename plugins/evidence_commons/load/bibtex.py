"""The reference library, references.bib: BibTeX text to references and faults.

Everything that is typed in the library becomes one or the other; lines that begin with ``%`` are
notes.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from evidence_commons.load import mistakes
from evidence_commons.load.library import (
    Lines,
    Stretch,
    behind_comment,
    lost_text,
    stretches,
)
from evidence_commons.load.record import Reader, Record
from evidence_commons.load.values import Field
from evidence_commons.load.works import FIELDS, Work, unknown_words
from evidence_commons.model.citation import KEY
from evidence_commons.model.faults import Fault, LostText, RepeatedField
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date

MONTHS = {name[:3].lower(): name for name in Date.MONTHS}
NO_REFERENCES = ("xdata",)
LONGEST_WORDS = 1_000
"""What a ``@string`` may stand for is no longer, so that it cannot grow without bounds."""

# A part of a work is not called as the whole is, nor does it stand at its address.
PARTS = {"inbook", "incollection", "inproceedings", "conference", "suppbook", "inreference"}
WHOLE = {"title", "subtitle", "booktitle", "keywords", "note", "pages", "doi", "url", "urldate"}


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
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    library = _Library(text, Lines(text, path))
    references = library.references()
    return references, tuple(sorted(library.faults, key=lambda fault: fault.location))


@dataclass(slots=True)
class _Library:
    text: str
    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    defined: dict[str, Field] = field(default_factory=dict)

    def references(self) -> tuple[Reference, ...]:
        parts = [part for part in stretches(self.text, self.lines) if not self._hidden(part)]
        for part in parts:
            if part.kind == "string":
                self._define(part)
        read = [self._record(part) for part in parts if part.kind != "string"]
        records = [record for record in read if record is not None]
        for record in records:
            self.faults += unknown_words(record, self.lines)
        by_key = {record.key: record for record in reversed(records)}
        made = (self._reference(self._with_parents(record, by_key)) for record in records)
        return tuple(reference for reference in made if reference is not None)

    def _hidden(self, part: Stretch) -> bool:
        """Whether lines that begin with ``%`` hide the record, at least its first line."""
        behind = behind_comment(self.text, part.start, part.end)
        if behind > part.start:
            self.faults += lost_text(self.text, behind, part.end, self.lines)
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
        else:
            self.faults += lost_text(self.text, part.stop, part.end, self.lines)
        return None

    def _read(self, part: Stretch, keyed: bool = True) -> Record:
        reader = Reader(self.text, self.lines, part.start, part.end, self.words)
        record = reader.record(keyed)
        self.faults += reader.faults
        # Text behind a record whose braces went wrong is a part of the same mistake.
        if not any(isinstance(fault, LostText) for fault in reader.faults):
            self.faults += lost_text(self.text, record.stop, part.end, self.lines)
        return record

    def _with_parents(self, record: Record, by_key: Mapping[str, Record]) -> Record:
        """The record, with fields that it lacks from those that it names as its parents."""
        links = [record.fields[name] for name in ("xdata", "crossref") if name in record.fields]
        fields = dict(record.fields) if links else {}
        for link in links:
            for key in filter(None, map(str.strip, link.value.split(","))):
                if key in by_key:
                    fields.update([*_inherited(record, link.name, by_key[key], fields)])
                elif not link.told:
                    at = self.lines.location(link.value_place, len(link.value))
                    self.faults.append(mistakes.unknown_parent(at, link.name, key))
        return replace(record, fields=fields) if links else record

    def _reference(self, record: Record) -> Reference | None:
        """The reference, unless nothing could cite it. What is wrong inside it is told anyway."""
        work = Work(record, self.lines)
        reference = work.reference(self.text[record.place : record.stop].rstrip())
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


def _inherited(
    record: Record, link: str, parent: Record, has: Mapping[str, Field]
) -> Iterator[tuple[str, Field]]:
    """What a record takes over. Mistakes in it are told once, where they were made."""
    apart = link == "crossref" and record.kind in PARTS
    whole = parent.fields.get("booktitle") or parent.fields.get("title")
    if apart and whole and "booktitle" not in has:
        yield "booktitle", replace(whole, told=True)
    for name in FIELDS:
        if name in parent.fields and name not in has and not (apart and name in WHOLE):
            yield name, replace(parent.fields[name], told=True)


def _good_key(key: str) -> str:
    """A key like this one that citations can hold."""
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    close = re.sub(r"[^A-Za-z0-9_:.+/-]", "", plain).strip("_:.+/-")
    return close or "smith2024"
