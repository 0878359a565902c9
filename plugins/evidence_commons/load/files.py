"""The files of a commons, read with care.

Nothing else reads them, but for the single lines that the pipeline shows with a finding.
"""

import os
import re
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_commons.diagnostics import Location
from evidence_commons.load.pictures import PICTURES, picture_faults
from evidence_commons.model.faults import (
    ByteOrderMark,
    Fault,
    NotAFile,
    NotText,
    Stray,
    Taken,
    TooBig,
)
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

ENTRY_BYTES = 256 * 1024
"""No entry is larger. The bound keeps every later step short, whatever the file holds."""

VOCABULARIES = "case_studies/vocabulary/"
"""The folder of the vocabularies."""

LIBRARY = "references.bib"
"""The file of the reference library."""

LIBRARY_BYTES = 8 * 1024 * 1024
"""No reference library is larger: some ten thousand records."""

DEPTH = 20
"""No file stands deeper in folders."""

# What has no place in text: control characters, the line breaks that only some programs know,
# and the signs that turn the direction of text, by which one thing is shown and another is read.
_NOT_TEXT = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_AS_IT_IS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_FILLED = ("docs/rules/", "docs/data/", "docs/schema/")
_OWN = ("docs/questions/", "docs/metrics/")
_NOT_ENTRIES = {"case-study.schema.json", "vocabulary.schema.json", "README.md"}


@dataclass(frozen=True, slots=True)
class Listing:
    """The paths of what a commons is made of, each kind in the order of its names.

    ``faults`` are those of files that nobody reads; ``paths`` are all files.
    """

    case_studies: tuple[str, ...]
    vocabularies: tuple[str, ...]
    questions: tuple[str, ...]
    metrics: tuple[str, ...]
    prose: tuple[str, ...]
    home: tuple[str, ...]
    libraries: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Files:
    """The texts of what a commons is made of, each kind in the order of its names."""

    case_studies: tuple[TextFile, ...] = ()
    vocabularies: tuple[TextFile, ...] = ()
    questions: tuple[TextFile, ...] = ()
    metrics: tuple[TextFile, ...] = ()
    prose: tuple[TextFile, ...] = ()
    home: tuple[TextFile, ...] = ()
    libraries: tuple[TextFile, ...] = ()
    faults: tuple[Fault, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[TextFile, ...]:
        """Every file that was read."""
        entries = (*self.case_studies, *self.vocabularies, *self.questions, *self.metrics)
        return (*entries, *self.prose, *self.home, *self.libraries)


def read_files(root: Path) -> Files:
    """Read every file of the commons at ``root``. What cannot be read is a fault."""
    listing = list_files(root)
    faults = list(listing.faults)

    def texts(paths: tuple[str, ...]) -> tuple[TextFile, ...]:
        return tuple(file for path in paths if (file := _text(root, path, faults)))

    return Files(
        case_studies=texts(listing.case_studies),
        vocabularies=texts(listing.vocabularies),
        questions=texts(listing.questions),
        metrics=texts(listing.metrics),
        prose=texts(listing.prose),
        home=texts(listing.home),
        libraries=texts(listing.libraries),
        faults=tuple(faults),
        paths=listing.paths,
    )


def list_files(root: Path) -> Listing:
    """Find every file of the commons at ``root``, without opening those that are read later."""
    faults: list[Fault] = []
    entries = list(_walk(root, "case_studies", faults))
    docs = list(_walk(root, "docs", faults))
    library = [path for path in _walk(root, LIBRARY, faults) if path == LIBRARY]
    vocabularies = [path for path in entries if _kind(path, VOCABULARIES, "yaml", "yml")]
    case_studies = [path for path in entries if _kind(path, "case_studies/", "yaml", "yml")]
    questions = [path for path in docs if _kind(path, "docs/questions/", "md")]
    metrics = [path for path in docs if _kind(path, "docs/metrics/", "md")]
    home = [path for path in docs if path == "docs/index.md"]
    taken = {*vocabularies, *case_studies, *questions, *metrics, *home}
    others = [path for path in docs if path not in taken and not path.endswith(PICTURES)]
    prose = [path for path in others if path.endswith(".md") and not path.startswith(_OWN)]
    taken |= {*prose, *(path for path in entries if path.rsplit("/", 1)[-1] in _NOT_ENTRIES)}
    faults += [
        Stray(Location(path))
        for path in (*entries, *others)
        if path not in taken and not path.startswith(_FILLED)
    ]
    faults += [Taken(Location(path)) for path in docs if path.startswith(_FILLED)]
    faults += picture_faults(root, (path for path in docs if path.endswith(PICTURES)))
    return Listing(
        tuple(case_studies),
        tuple(vocabularies),
        tuple(questions),
        tuple(metrics),
        tuple(prose),
        tuple(home),
        tuple(library),
        tuple(faults),
        (*entries, *docs, *library),
    )


def _kind(path: str, folder: str, *endings: str) -> bool:
    """Whether the file stands right in ``folder`` and has one of the endings."""
    name = path.removeprefix(folder)
    return name != path and "/" not in name and name.rsplit(".", 1)[-1] in endings


def _walk(root: Path, start: str, faults: list[Fault]) -> Iterator[str]:
    """The ordinary files at or under ``start``, sorted. Links are told and never followed."""
    try:
        mode = (root / start).lstat().st_mode
    except OSError:
        return
    if stat.S_ISREG(mode):
        yield start
    elif not stat.S_ISDIR(mode):
        faults.append(NotAFile(Location(start)))
    else:
        yield from _inside(root, start, faults)


def _inside(root: Path, folder: str, faults: list[Fault]) -> Iterator[str]:
    """The ordinary files in a folder and in the folders inside it."""
    if folder.count("/") > DEPTH:
        faults.append(TooBig(Location(folder), f"It stands more than {DEPTH} folders deep."))
        return
    try:
        with os.scandir(root / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        faults.append(NotText(Location(folder), "closed"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{folder}/{entry.name}"
        if entry.is_file(follow_symlinks=False):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            yield from _inside(root, path, faults)
        else:
            faults.append(NotAFile(Location(path)))


def _text(root: Path, path: str, faults: list[Fault]) -> TextFile | None:
    """The text of one file, or None and a fault."""
    file, found = read_text(path, read_bytes(root, path))
    faults += found
    return file


def read_bytes(root: Path, path: str) -> bytes | None:
    """What is in a file, as far as any file of its kind is read; None if it cannot be opened."""
    most = _bound(path) + 1
    try:
        file = os.open(f"{root}/{path}", _AS_IT_IS)
        try:
            content = os.read(file, most)
            # Nearly always that was all of it, and nothing more comes.
            while len(content) < most and (more := os.read(file, most - len(content))):
                content += more
            return content
        finally:
            os.close(file)
    except OSError:
        return None


def read_text(path: str, content: bytes | None) -> tuple[TextFile | None, tuple[Fault, ...]]:
    """The text that these bytes are, or None, and what is wrong with them."""
    if content is None:
        return None, (NotText(Location(path), "closed"),)
    if len(content) > _bound(path):
        return None, (TooBig(Location(path), f"It is larger than {_bound(path) // 1024:,} kB."),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        return None, (NotText(_location(path, before), "encoding"),)
    mark = (ByteOrderMark(Location(path)),) if content.startswith(BOM_UTF8) else ()
    # Of most texts little is left without plain letters, so that little is looked through.
    odd = content.translate(None, _PLAIN).decode("utf-8")
    if _NOT_TEXT.search(odd) and (bad := _NOT_TEXT.search(text)):
        if text.count("\0") * 3 > len(text):  # two bytes for each letter, one of them empty
            return None, (NotText(Location(path), "encoding"),)
        sign = NotText(_location(path, text[: bad.start()]), "sign", bad.group())
        return None, (*mark, sign)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return TextFile(path, text), mark


def _bound(path: str) -> int:
    return LIBRARY_BYTES if path.endswith(".bib") else ENTRY_BYTES


def _location(path: str, before: str) -> Location:
    """The spot right after the text ``before``."""
    lines = re.split(r"\r\n|\r|\n", before)
    return Location(path, len(lines), len(lines[-1]) + 1)
