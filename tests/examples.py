"""The examples on the pages of the rules, laid over a copy of the made-up commons.

The words before an example may name its file: "In `docs/about.md`:". Without them, fields are those
of Robin Taxis or of its first claim, records those of the library, and other text goes on a page.
What an example does not mention stays as it is. A field that only its counterpart holds is gone.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_commons.diagnostics import Rule
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim
from evidence_commons.model.fields import shape
from tests.miniatures import TESTS
from tests.overlay import Lines, blocks, over

HOMES = {
    "yaml": "case_studies/robin-taxis.yaml",
    "bibtex": "references.bib",
    "markdown": "docs/questions/who-owns-the-wires.md",
    "": "",
}
"""Where an example of each kind belongs if nothing else is said."""

PICTURES = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff\xe0", "webp": b"RIFF\0\0\0\0WEBP"}
SIZES = {"kB": 1024, "MB": 1024 * 1024}

_EXAMPLE = re.compile(r"(?:^In `([^`]+)`[^`]*\n\n)?^```(\w*)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
_FIELDS = re.compile(r"^[\ufeff ]*(?:- )?(\w+):", re.MULTILINE)
_RECORD = re.compile(r"^@\w+\{(\w+)", re.MULTILINE)
_LISTED = re.compile(r"(\S+)(?: -> (\S+)| +\((.+)\))?")


@dataclass(frozen=True, slots=True)
class Example:
    """What one fence on a page shows: the file that it belongs to, its kind and its text."""

    path: str
    kind: str
    text: str

    @property
    def fields(self) -> set[str]:
        return set(_FIELDS.findall(self.text)) if self.kind == "yaml" else set()


def examples(rule: Rule) -> tuple[list[Example], list[Example]]:
    """What the page of a rule shows as wrong, and what as right."""
    wrong, right = rule.text.split("## Wrong")[1].split("## Right")
    return [*_in(wrong, rule.code)], [*_in(right, rule.code)]


def _in(part: str, code: str) -> Iterator[Example]:
    # A page shows a box where a sign stands that nobody can see.
    unseen = "\ufeff" if code == "byte-order-mark" else "\u00ad"
    for path, kind, text in _EXAMPLE.findall(part):
        yield Example(
            path or HOMES[kind], kind, text.replace("\N{WHITE VERTICAL RECTANGLE}", unseen)
        )


def lay(shown: list[Example], counterpart: list[Example], commons: Path) -> Path:
    """The made-up commons with an example laid over it."""
    shutil.copytree(TESTS / "invented", commons)
    for one in shown:
        if not one.kind:
            _list(one.text, commons)
        elif one.kind == "yaml":
            gone = set().union(*(other.fields for other in counterpart)) - one.fields
            _fill_in(one, commons / one.path, gone)
        else:
            _add(one, commons / one.path)
    return commons


def cite(shown: list[Example], commons: Path) -> None:
    """Cite all the works of an example on a page."""
    page = commons / "docs/contribute.md"
    cited = "".join(f"\nSee [@{key}].\n" for one in shown for key in _RECORD.findall(one.text))
    page.write_text(page.read_text("utf-8") + cited, "utf-8")


def _add(one: Example, path: Path) -> None:
    """Put text at the end of a page, and records into the library in place of their like."""
    text = path.read_text("utf-8")
    for key in _RECORD.findall(one.text):
        text = re.sub(rf"^@\w+\{{{key},\n.*?^\}}\n", "", text, flags=re.MULTILINE | re.DOTALL)
    path.write_text(f"{text}\n{one.text}", "utf-8")


def _list(text: str, commons: Path) -> None:
    """Make the files of a list: a link, a picture of some kind or size, or else a text."""
    for name, target, note in map(_listed, text.splitlines()):
        path = commons / name
        path.parent.mkdir(exist_ok=True)
        if target or note == "gone":
            path.unlink(missing_ok=True)
        if target:
            path.symlink_to(target)
        elif note != "gone" and not path.exists():
            path.write_bytes(_content(path, note))


def _listed(line: str) -> tuple[str, str, str]:
    found = _LISTED.fullmatch(line)
    assert found, line
    return found[1], found[2] or "", found[3] or ""


def _content(path: Path, note: str) -> bytes:
    number, _, unit = note.partition(" ")
    kind = "jpg" if note == "a JPEG picture" else path.suffix[1:]
    size = int(number) * SIZES[unit] if unit in SIZES else 0
    return PICTURES.get(kind, b"# Help\n") + b"\0" * size


def _fill_in(one: Example, path: Path, gone: set[str]) -> None:
    """Lay fields over those of an entry; a new entry is like the first of its folder."""
    like = path if path.exists() else min(path.parent.glob(f"*{path.suffix}"))
    text = like.read_text("utf-8")
    if like != path:
        text = re.sub(r"^id: .*", f"id: {path.stem}", text, count=1, flags=re.MULTILINE)
    front, mark, rest = text.rpartition("\n---\n")
    fence = "---\n" if mark else ""
    fields = (front.removeprefix(fence) if mark else rest).splitlines()
    filled = "\n".join(over(fields, _whole(one), gone))
    text = f"{fence}{filled}{mark}{rest}" if mark else f"{filled}\n"
    # A program shows this sign for one that it cannot read.
    path.write_bytes(text.encode("utf-8").replace("\N{REPLACEMENT CHARACTER}".encode(), b"\xe9"))


def _whole(one: Example) -> Lines:
    """The lines of an example, within a claim if its fields are those of one."""
    lines = one.text.splitlines()
    first = next(iter(blocks(lines)))
    if first in shape(CaseStudy).by_key or first not in shape(Claim).by_key:
        return lines
    return ["claims:", f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]
