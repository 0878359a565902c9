"""The files of a commons, read with care.

Nothing else reads them, but for the single lines that the pipeline shows with a finding.
"""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_commons.diagnostics import Location
from evidence_commons.model.faults import Fault, NotAFile, NotText, Stray, Taken, TooBig
from evidence_commons.model.text_file import TextFile

ENTRY_BYTES = 256 * 1024
"""No entry is larger. The bound keeps every later step short, whatever the file holds."""

VOCABULARIES = "case_studies/vocabulary/"
"""The folder of the vocabularies."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""What is published from docs/ beside pages. A drawing in SVG can hold a program; these cannot."""

LIBRARY_BYTES = 16 * 1024 * 1024
"""No reference library is larger: some tens of thousands of records."""

DEPTH = 20
"""No file stands deeper in folders."""

# What has no place in text: control characters, the line breaks that only some programs know,
# and the signs that turn the direction of text, by which one thing is shown and another is read.
_NOT_TEXT = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
_FILLED = ("docs/rules/", "docs/data/", "docs/schema/")
_OWN = ("docs/questions/", "docs/metrics/")
_NOT_ENTRIES = {"case-study.schema.json", "README.md"}


@dataclass(frozen=True, slots=True)
class Files:
    """What a commons is made of, each kind in the order of its names."""

    case_studies: tuple[TextFile, ...]
    vocabularies: tuple[TextFile, ...]
    questions: tuple[TextFile, ...]
    metrics: tuple[TextFile, ...]
    prose: tuple[TextFile, ...]
    home: tuple[TextFile, ...]
    libraries: tuple[TextFile, ...]
    faults: tuple[Fault, ...]

    @property
    def texts(self) -> tuple[TextFile, ...]:
        """Every file that was read."""
        entries = (*self.case_studies, *self.vocabularies, *self.questions, *self.metrics)
        return (*entries, *self.prose, *self.home, *self.libraries)


def read_files(root: Path) -> Files:
    """Read every file of the commons at ``root``. What cannot be read is a fault."""
    faults: list[Fault] = []
    entries = list(_walk(root, "case_studies", faults))
    docs = list(_walk(root, "docs", faults))
    vocabulary = [path for path in entries if _kind(path, VOCABULARIES, "yaml", "yml")]
    case_studies = [path for path in entries if _kind(path, "case_studies/", "yaml", "yml")]
    questions = [path for path in docs if _kind(path, "docs/questions/", "md")]
    metrics = [path for path in docs if _kind(path, "docs/metrics/", "md")]
    home = [path for path in docs if path == "docs/index.md"]
    taken = {*vocabulary, *case_studies, *questions, *metrics, *home}
    others = [path for path in docs if path not in taken and not path.endswith(PICTURES)]
    prose = [path for path in others if path.endswith(".md") and not path.startswith(_OWN)]
    taken |= {*prose, *(path for path in entries if path.rsplit("/", 1)[-1] in _NOT_ENTRIES)}
    faults += [
        Stray(Location(path))
        for path in (*entries, *others)
        if path not in taken and not path.startswith(_FILLED)
    ]
    faults += [Taken(Location(path)) for path in docs if path.startswith(_FILLED)]
    library = list(_walk(root, "references.bib", faults))

    def texts(paths: list[str], bound: int = ENTRY_BYTES) -> tuple[TextFile, ...]:
        return tuple(file for path in paths if (file := _text(root, path, bound, faults)))

    return Files(
        case_studies=texts(case_studies),
        vocabularies=texts(vocabulary),
        questions=texts(questions),
        metrics=texts(metrics),
        prose=texts(prose),
        home=texts(home),
        libraries=texts(library, LIBRARY_BYTES),
        faults=tuple(faults),
    )


def _kind(path: str, folder: str, *endings: str) -> bool:
    """Whether the file stands right in ``folder`` and has one of the endings."""
    name = path.removeprefix(folder)
    return name != path and "/" not in name and name.rsplit(".", 1)[-1] in endings


def _walk(root: Path, start: str, faults: list[Fault]) -> Iterator[str]:
    """The ordinary files at or under ``start``, sorted. Links are told and never followed."""
    path = root / start
    try:
        mode = path.lstat().st_mode
    except OSError:
        return
    if stat.S_ISREG(mode):
        yield start
    elif not stat.S_ISDIR(mode):
        faults.append(NotAFile(Location(start)))
    elif start.count("/") > DEPTH:
        faults.append(TooBig(Location(start), f"It stands more than {DEPTH} folders deep."))
    else:
        for name in _names(path, start, faults):
            if not name.startswith("."):
                yield from _walk(root, f"{start}/{name}", faults)


def _names(path: Path, start: str, faults: list[Fault]) -> list[str]:
    try:
        return sorted(entry.name for entry in path.iterdir())
    except OSError:
        faults.append(NotText(Location(start), "closed"))
        return []


def _text(root: Path, path: str, bound: int, faults: list[Fault]) -> TextFile | None:
    """The text of one file, or None and a fault."""
    try:
        with (root / path).open("rb") as file:
            content = file.read(bound + 1)
    except OSError:
        faults.append(NotText(Location(path), "closed"))
        return None
    if len(content) > bound:
        faults.append(TooBig(Location(path), f"It is larger than {bound // 1024:,} kB."))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        faults.append(NotText(_location(path, before), "encoding"))
        return None
    if bad := _NOT_TEXT.search(text):
        faults.append(NotText(_location(path, text[: bad.start()]), "sign", bad.group()))
        return None
    return TextFile(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _location(path: str, before: str) -> Location:
    """The spot right after the text ``before``."""
    lines = re.split(r"\r\n|\r|\n", before)
    return Location(path, len(lines), len(lines[-1]) + 1)
