"""The worst files: as large as they may be, and made to be slow or to fill the memory."""

from collections.abc import Iterator

from tests.hostile.signs import BIBTEX, MARKDOWN, TEXT, YAML, Pattern

from evidence_commons.load.bibtex import MOST_RECORDS
from evidence_commons.load.files import ENTRY_BYTES

PATHS = {
    "case study": "case_studies/robin-taxis.yaml",
    "prose": "docs/about.md",
    "library": "references.bib",
}
KINDS = {path: kind for kind, path in PATHS.items()}

AROUND = {
    "the file": ("case study", ""),
    "a value": ("case study", "id: robin-taxis\ntitle: "),
    "a body": ("case study", "id: robin-taxis\ntitle: Robin\nbody: |\n  "),
    "claims": ("case study", "id: robin-taxis\nclaims:\n"),
    "prose": ("prose", "# About\n\n"),
}
PLACES = {
    "yaml": ("the file", "a value", "claims"),
    "markdown": ("a body", "prose"),
    "text": ("a body",),
}

Bomb = tuple[str, str, bytes]
"""A name, the path of the file, and what stands in it."""


def entry_bombs() -> Iterator[Bomb]:
    """Every pattern in every place, up to the size that an entry may have."""
    for language, patterns in (("yaml", YAML), ("markdown", MARKDOWN), ("text", TEXT)):
        for number, pattern in enumerate(patterns):
            for place in PLACES[language]:
                kind, before = AROUND[place]
                text = before + _indented(pattern, place, ENTRY_BYTES - len(before))
                yield f"{language} {number} in {place}", PATHS[kind], text.encode()


def library_bombs(size: int) -> Iterator[Bomb]:
    """Every pattern of a library, up to this size; also with as many records as there may be."""
    for number, pattern in enumerate(BIBTEX):
        text = filled(pattern, size)
        yield f"bibtex {number}", PATHS["library"], text.encode()
        if text.count("@") > MOST_RECORDS:
            records = pattern(MOST_RECORDS // pattern(100).count("@") * 100)
            yield f"bibtex {number}, many records", PATHS["library"], records.encode()


def filled(pattern: Pattern, size: int) -> str:
    """The pattern, repeated until it is nearly as large, in bytes, as it may be."""
    times = size * 64 // len(pattern(64).encode())
    while len((text := pattern(times)).encode()) > size:
        times = min(times - 1, times * size // len(text.encode()))
    return text


def _indented(pattern: Pattern, place: str, size: int) -> str:
    if place not in ("a body", "claims"):
        return filled(pattern, size)
    return filled(lambda times: pattern(times).replace("\n", "\n  "), size)
