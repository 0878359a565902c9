"""All files of a commons to one collection."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from evidence_commons.diagnostics import Location
from evidence_commons.load.bind import Binder
from evidence_commons.load.calm import read_calm
from evidence_commons.load.citations import citations_in
from evidence_commons.load.files import Files
from evidence_commons.load.nodes import Fields, Node
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Collection, ProsePage
from evidence_commons.model.faults import (
    Fault,
    IndentedField,
    MissingField,
    RepeatedField,
    UnknownField,
    Unreadable,
    WrongKind,
)
from evidence_commons.model.field_names import field_names
from evidence_commons.model.fields import Noun
from evidence_commons.model.home import Home
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Text
from evidence_commons.model.text_file import TextFile
from evidence_commons.model.vocabulary import Vocabulary

_SHAPES = (IndentedField, MissingField, RepeatedField, UnknownField)
"""Faults in how the fields of a file hang together."""

AnyNoun = TypeVar("AnyNoun", bound=Noun)


def load_collection(files: Files) -> Collection:
    """Read every file into its noun, in order, and gather what could not be read."""
    loader = _Loader(list(files.faults))
    references = [work for library in files.libraries for work in loader.references(library)]
    return Collection(
        case_studies=loader.nouns(CaseStudy, files.case_studies),
        vocabularies=loader.nouns(Vocabulary, files.vocabularies),
        questions=loader.pages(PolicyQuestion, files.questions),
        metrics=loader.pages(Metric, files.metrics),
        home=next(iter(loader.pages(Home, files.home)), None),
        prose_pages=tuple(_prose_page(file, loader.faults) for file in files.prose),
        references=tuple(references),
        faults=tuple(loader.faults),
        unreadable=frozenset(loader.unreadable),
        texts=files.texts,
        paths=files.paths,
    )


@dataclass(slots=True)
class _Loader:
    faults: list[Fault]
    unreadable: set[str] = field(default_factory=set)

    def references(self, library: TextFile) -> tuple[Reference, ...]:
        # Who checks one changed entry reads no library, and need not wait for its parser.
        from evidence_commons.load.bibtex import read_references  # noqa: PLC0415

        references, faults = read_references(library.text, library.path)
        self.faults += faults
        return references

    def nouns(self, kind: type[AnyNoun], files: tuple[TextFile, ...]) -> tuple[AnyNoun, ...]:
        """One noun from each YAML file."""
        made = (self.noun(kind, file, file.text) for file in files)
        return tuple(noun for noun in made if noun is not None)

    def pages(self, kind: type[AnyNoun], files: tuple[TextFile, ...]) -> tuple[AnyNoun, ...]:
        """One noun from each Markdown file: its fields on top, its body below."""
        made = (self.page(kind, file) for file in files)
        return tuple(noun for noun in made if noun is not None)

    def page(self, kind: type[AnyNoun], file: TextFile) -> AnyNoun | None:
        end = _end_of_fields(file.text)
        if end is None:
            return self.bound(kind, file, None, (Unreadable(Location(file.path), "front-matter"),))
        lines = file.text.split("\n")
        body = Text("\n".join(lines[end + 1 :]), Location(file.path, end + 2))
        return self.noun(kind, file, "\n".join(lines[:end]), body)

    def noun(
        self, kind: type[AnyNoun], file: TextFile, text: str, body: Text | None = None
    ) -> AnyNoun | None:
        """The noun in a YAML text, which is all of its file or what stands above a body."""
        if calm := read_calm(kind, text, file, body):
            made, faults = calm
            self.faults += faults
            return made
        # Most runs never need the parser of all of YAML: loading it takes as long as forty entries.
        from evidence_commons.load.events import read_events  # noqa: PLC0415

        tree, told = read_events(text, file.path)
        if isinstance(tree, Fields) and body is not None:
            typed = next((key for key in tree.pairs if key == "body"), None)
            if typed is not None:
                told = (*told, UnknownField(typed.location, "body", kind.__name__, ()))
            tree = Fields({**tree.pairs, Text("body"): body}, tree.location)
        return self.bound(kind, file, tree, told)

    def bound(
        self, kind: type[AnyNoun], file: TextFile, tree: Node | None, faults: tuple[Fault, ...]
    ) -> AnyNoun | None:
        """The noun that a tree is, and what is wrong with it."""
        unread = [fault for fault in faults if isinstance(fault, Unreadable)]
        self.faults += _apart(faults, unread)
        if isinstance(tree, Fields):
            binder = Binder(file.path, file.text)
            made = binder.noun(kind, tree)
            self.faults += _apart(binder.faults, unread)
            return made
        self.unreadable.add(file.stem)
        if tree is not None:
            found = "a list" if not isinstance(tree, Text) else "plain text"
            self.faults.append(WrongKind(tree.location, file.stem, "fields", found))
        return None


def _apart(faults: Iterable[Fault], unread: list[Unreadable]) -> Iterator[Fault]:
    """The faults but for those that follow from a line which could not be read.

    Where one stands wrong, nobody knows what belongs to what, and fields seem to be missing.
    """
    told = {fault.location.line for fault in unread}
    moved = any(fault.problem in ("bullet", "indent", "no-colon") for fault in unread)
    for one in faults:
        strange = isinstance(one, UnknownField) and one.key not in field_names()
        if isinstance(one, (*_SHAPES, WrongKind)) and one.location.line in told:
            continue
        if not (moved and isinstance(one, _SHAPES) and not strange):
            yield one


def _end_of_fields(text: str) -> int | None:
    """The number (from 0) of the line that closes the fields on top of a Markdown file."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    closing = (number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    return next(closing, None)


def _prose_page(file: TextFile, faults: list[Fault]) -> ProsePage:
    # A folder's own page is called index, or README, as on the web pages of repositories.
    folder, _, name = file.path.removeprefix("docs/").removesuffix(".md").rpartition("/")
    address = folder if name in ("index", "README") else f"{folder}/{name}".lstrip("/")
    heading = next((ln[2:].strip() for ln in file.text.split("\n") if ln.startswith("# ")), "")
    citations, bad = citations_in(file.text, file.path)
    faults += bad
    return ProsePage(
        address=f"{address}/" if address else "",
        title=heading or file.stem,
        citations=citations,
        location=Location(file.path),
    )
