"""The worst files: as large as they may be, and made to be slow or to fill the memory."""

from collections.abc import Iterator

from evidence_commons.load.files import ENTRY_BYTES
from tests.hostile.signs import BIBTEX, MARKDOWN, YAML, Pattern

PATHS = {
    "case study": "case_studies/robin-taxis.yaml",
    "vocabulary": "case_studies/vocabulary/themes.yaml",
    "question": "docs/questions/who-owns-the-wires.md",
    "prose": "docs/about.md",
    "library": "references.bib",
}
DEEP = 20_000

AROUND = {
    "the file": ("case study", ""),
    "a value": ("case study", "id: robin-taxis\ntitle: "),
    "a body": ("case study", "id: robin-taxis\ntitle: Robin\nbody: |\n  "),
    "claims": ("case study", "id: robin-taxis\nclaims:\n"),
    "terms": ("vocabulary", "id: themes\nterms:\n"),
    "a page": ("question", "---\nid: who-owns-the-wires\ntitle: Who?\n---\n\n"),
    "prose": ("prose", "# About\n\n"),
}
PLACES = {
    "yaml": ("the file", "a value", "claims", "terms"),
    "markdown": ("a body", "a page", "prose"),
}

Bomb = tuple[str, str, bytes]
"""A name, the path of the file, and what stands in it."""


def entry_bombs() -> Iterator[Bomb]:
    """Every pattern in every place, up to the size that an entry may have."""
    for language, patterns in (("yaml", YAML), ("markdown", MARKDOWN)):
        for number, pattern in enumerate(patterns):
            for place in PLACES[language]:
                kind, before = AROUND[place]
                text = before + _indented(pattern, place, ENTRY_BYTES - len(before))
                yield f"{language} {number} in {place}", PATHS[kind], text.encode()


def library_bombs(size: int) -> Iterator[Bomb]:
    """Every pattern of a library, up to this size."""
    for number, pattern in enumerate(BIBTEX):
        yield f"bibtex {number}", PATHS["library"], filled(pattern, size).encode()


def filled(pattern: Pattern, size: int) -> str:
    """The pattern, repeated until it is as large, in bytes, as it may be."""
    times = 1
    while len(pattern(2 * times).encode()) <= size and times < size:
        times *= 2
    step = times // 2
    while step:
        if len(pattern(times + step).encode()) <= size:
            times += step
        step //= 2
    return pattern(times)


def _indented(pattern: Pattern, place: str, size: int) -> str:
    if place not in ("a body", "claims", "terms"):
        return filled(pattern, size)
    return filled(lambda times: pattern(times).replace("\n", "\n  "), size)
