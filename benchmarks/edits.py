"""The edits that are measured. Each changes a word of a commons, or changes it back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

THEMES = "case_studies/vocabulary/themes.yaml"
TERM = "  - id: again\n    label: Again\n    definition: It was added to measure with.\n"
WORD = "Again. "


@dataclass(frozen=True, slots=True)
class Edited:
    """A page that an edit changes, and whether ``WORD`` stands on it from now on."""

    page: str
    has_word: bool

    def is_shown_on(self, text: str) -> bool:
        """Whether the text of the page is as the edit left it."""
        return (WORD.strip() in text) == self.has_word


Edit = Callable[[Path], Edited | None]


def edit_entry(commons: Path) -> Edited:
    """Change one word of the story of the first case study."""
    entry = min((commons / "case_studies").glob("*.yaml"))
    return Edited(f"case-studies/{entry.stem}/", _turn(entry, "body: |\n  ", WORD))


def edit_work(commons: Path) -> None:
    """Change a field of the work in the middle of the library.

    It is cited as often as most are; the first ones are cited nearly everywhere.
    """
    library = commons / "references.bib"
    _turn(library, "  keywords = {", "again, ", start=library.stat().st_size // 2)


def edit_label(commons: Path) -> None:
    """Change the label of the first theme, which more case studies have than any other."""
    _turn(commons / THEMES, "    label: ", "Again ")


def add_term(commons: Path) -> None:
    """Add a term to the themes, or take it away."""
    _turn(commons / THEMES, "terms:\n", TERM)


def _turn(path: Path, front: str, word: str, start: int = 0) -> bool:
    """Behind the first ``front`` from ``start``, add a word, or take it away if it is there."""
    text = path.read_text("utf-8")
    place = text.index(front, start) + len(front)
    rest = text[place:]
    is_there = rest.startswith(word)
    rest = rest.removeprefix(word) if is_there else word + rest
    path.write_text(text[:place] + rest, "utf-8", newline="\n")
    return not is_there
