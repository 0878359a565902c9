"""What hostile files are made from: real entries, and those of the made-up commons."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
INVENTED = ROOT / "tests" / "invented"
ODD = Path(__file__).parent
"""Holds a library in all the forms that there are; other ones are typed alike from end to end."""

FOLDERS = {
    "case study": ("case_studies", "*.yaml"),
    "vocabulary": ("case_studies/vocabulary", "*.yaml"),
    "question": ("docs/questions", "*.md"),
    "metric": ("docs/metrics", "*.md"),
    "prose": ("docs", "*.md"),
    "library": (".", "references.bib"),
}
KINDS = tuple(FOLDERS)
RECORDS = 4
"""So many records of a library stand in one seed: whole ones would only cost time."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file: its kind, its path in a commons, and its text."""

    kind: str
    path: str
    text: str

    @property
    def language(self) -> str:
        """What its signs mean: yaml, markdown or bibtex."""
        return {"md": "markdown", "bib": "bibtex"}.get(self.path.rsplit(".")[-1], "yaml")


@cache
def seeds(kind: str) -> tuple[Seed, ...]:
    """Every file of this kind, in one order on every system."""
    folder, names = FOLDERS[kind]
    found = []
    for root in (INVENTED, ROOT, ODD):
        for path in sorted((root / folder).glob(names)):
            text, place = path.read_text("utf-8"), path.relative_to(root).as_posix()
            parts = _records(text) if kind == "library" else [text]
            found += [Seed(kind, place, part) for part in parts]
    return tuple(found)


def _records(library: str) -> list[str]:
    """A library in pieces of a few records each."""
    records = re.split(r"^(?=@)", library, flags=re.MULTILINE)
    return ["".join(records[at : at + RECORDS]) for at in range(0, len(records), RECORDS)]
