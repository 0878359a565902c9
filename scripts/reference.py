"""Adding works to the library: found by DOI or ISBN, or handed over as RIS, BibTeX or CSL-JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import door
import records
from fetch import NoAnswerError
from fix import written
from records import Wanted

if TYPE_CHECKING:
    from evidence_commons.bring.entry import Entry
    from evidence_commons.diagnostics import Diagnostic
    from evidence_commons.model.reference import Reference


LACKS = "It does not say this. Look whether the work does, and add no guesses"
SAYS_TOO_LITTLE = frozenset(
    ("incomplete-record", "unfindable-article", "undated-web-page", "unused-reference")
)
"""Rules about what is told already, or cannot be there yet: something that cites the work."""


@dataclass(slots=True)
class _Library:
    """The library as it stands, and the works that are added to it."""

    text: str
    works: "Sequence[Reference]"
    records: dict[str, str] = field(default_factory=dict)
    added: "list[tuple[Reference, Entry]]" = field(default_factory=list)
    there: list[str] = field(default_factory=list)


def add(root: Path, wanted: Wanted, given: IO[bytes], today: str) -> int:
    """Add works to the library of the commons at ``root``, and say what they lack.

    Args:
        root: the folder of the commons.
        wanted: what is asked for; if it is neither a DOI nor an ISBN, records are ``given``.
        given: where to read the records.
        today: the day on which web pages count as looked at.
    """
    from evidence_commons.bring.entry import NoRecordError

    try:
        if wanted.doi or wanted.isbn:
            found = records.asked_for(wanted, today)
        else:
            found = records.handed_over(given.read(records.MOST_BYTES + 1), today)
        library = _with(_read(root), found.entries, wanted.key)
    except NoAnswerError as problem:
        return _refuse(str(problem), door.FINDINGS)
    except NoRecordError as problem:
        return _refuse(str(problem))
    for row in (*library.there, *found.left_out):
        door.say(_visible(row))
    if not library.added:
        return _refuse("Nothing was added.")
    code = _show(library) if wanted.show else _write(root, library, today)
    return code or (door.FINDINGS if found.left_out else door.OK)


def _show(library: _Library) -> int:
    """Print the records alone, so that they can be kept; all else goes beside them."""
    print("\n\n".join(library.records.values()))
    for work, entry in library.added:
        door.say("".join(f"\n{row}" for row in _lacks(work, entry)))
    return door.OK


def _read(root: Path) -> _Library:
    from evidence_commons.bring.entry import NoRecordError
    from evidence_commons.load.bibtex import read_references
    from evidence_commons.load.files import LIBRARY

    path = root / LIBRARY
    if not (path.is_symlink() or path.exists()):
        return _Library("", ())
    if path.is_symlink() or not path.is_file():
        raise NoRecordError(f"{LIBRARY} is no ordinary file, so it was not touched.")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise NoRecordError(f"{LIBRARY} is not plain text. Save it again as UTF-8.") from None
    return _Library(text, read_references(text, LIBRARY)[0])


def _with(library: _Library, entries: "Sequence[Entry]", chosen: str) -> _Library:
    """The library with the works that it does not have yet, each with its key."""
    from evidence_commons.bring.entry import NoRecordError, record
    from evidence_commons.bring.keys import is_key, key_of
    from evidence_commons.bring.known import Known
    from evidence_commons.model.address import slug

    taken, known = {slug(work.key) for work in library.works}, Known(library.works)
    if chosen and len(entries) > 1:
        raise NoRecordError("There are several works, and --id names one alone. Leave it out.")
    if chosen and not is_key(chosen):
        raise NoRecordError(
            f'"{chosen}" cannot be a key. Use letters, digits and - such as wren2021.'
        )
    if chosen and slug(chosen) in taken:
        raise NoRecordError(f'Another work has the key "{chosen}". Choose another one.')
    for entry in entries:
        work = _read_back(record(entry, "new"))
        if same := known.find(work):
            library.there.append(_there(*same, work))
            continue
        key = chosen or key_of(work, taken)
        taken.add(slug(key))
        library.records[key] = record(entry, key)
        work = _read_back(library.records[key])
        known.add(work)
        library.added.append((work, entry))
    return library


def _read_back(record: str) -> "Reference":
    """The one work of a record. What is written here can be read, whoever made it."""
    from evidence_commons.bring.entry import NoRecordError
    from evidence_commons.load.bibtex import read_references

    works, _ = read_references(record, "")
    if len(works) != 1 or works[0].bibtex != record:
        raise NoRecordError("A record holds signs that no library can hold. Write it by hand.")
    return works[0]


def _there(other: "Reference", shared: str, work: "Reference") -> str:
    line = other.location.line if other.location.path else 0
    where = f"references.bib, on line {line}" if line else "the works that were just handed over"
    return f'"{work.title}" is there already: {other.key} in {where}, has the same {shared}.'


def _write(root: Path, library: _Library, today: str) -> int:
    """Put the records into the file. The works that were there are read as before."""
    from evidence_commons.bring.place import with_records
    from evidence_commons.load.bibtex import read_references
    from evidence_commons.load.files import LIBRARY

    text = with_records(library.text, library.works, library.records)
    works, _ = read_references(text, LIBRARY)
    before = [work.bibtex for work in library.works]
    if sorted(work.bibtex for work in works) != sorted([*before, *library.records.values()]):
        return _refuse(
            "A mistake in references.bib is in the way, so nothing was added. Run: python3 "
            "scripts/check.py references.bib. Mend what it tells, then run the same command again."
        )
    if not library.text:
        (root / LIBRARY).write_bytes(b"")
    if not written(root, LIBRARY, text):
        return door.FINDINGS
    return _report(root, library, [work for work in works if work.key in library.records], today)


def _report(root: Path, library: _Library, works: "Sequence[Reference]", today: str) -> int:
    """Say what was added, what it lacks, and what to do next."""
    from evidence_commons.model.text import Date
    from evidence_commons.pipeline import open_commons
    from evidence_commons.report.text import text_report

    entries = {work.key: entry for work, entry in library.added}
    for work in works:
        at = work.location
        print(f"Added {work.key} to {at.path}, on line {at.line}:\n\n{work.bibtex}")
        print("".join(f"\n{row}" for row in _lacks(work, entries[work.key])))
    opened = open_commons(root, Date(today))
    if wrong := list(_wrong(opened.diagnostics, works)):
        print(f"Mend this:\n\n{text_report(wrong, opened.excerpt).rstrip()}\n")
    key = works[0].key
    print(f"Cite it as [@{key}] in running text, or as key: {key} in a claim.")
    print("Then run: python3 scripts/check.py")
    return door.FINDINGS if wrong else door.OK


def _wrong(found: "Iterable[Diagnostic]", works: "Iterable[Reference]") -> "Iterator[Diagnostic]":
    """What is to be mended in new records, besides what they lack."""
    from evidence_commons.diagnostics import Severity

    lines = {
        (work.location.path, work.location.line + row)
        for work in works
        for row in range(work.lines)
    }
    for one in found:
        in_new = (one.location.path, one.location.line) in lines
        calm = one.rule in SAYS_TOO_LITTLE or one.severity is Severity.NOTICE
        if in_new and not calm:
            yield one


def _lacks(work: "Reference", entry: "Entry") -> list[str]:
    """What a record does not say, and what a person should look at, line by line."""
    from evidence_commons.bring.missing import missing

    rows = [f"  {name}: {what}" for name, what in missing(work)]
    if rows:
        rows = [f"{LACKS}:", *rows, ""]
    if entry.remarks:
        rows += ["Look at this:", *(f"  {remark}" for remark in entry.remarks), ""]
    return [_visible(row) for row in rows]


def _visible(text: str) -> str:
    from evidence_commons.report.text import visible

    return visible(text)


def _refuse(why: str, code: int = door.WRONG_USAGE) -> int:
    door.say(_visible(why))
    return code
