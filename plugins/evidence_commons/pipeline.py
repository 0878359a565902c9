"""The flow in one place: files, things, links, findings, pages, data files."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from evidence_commons.check.run import check, compare, rulebook, settle
from evidence_commons.diagnostics import Diagnostic, Location, Rule, Severity
from evidence_commons.export.evidence_map import evidence_map_files
from evidence_commons.export.facets import facets
from evidence_commons.export.library import library
from evidence_commons.export.places import places
from evidence_commons.export.proposals import proposals
from evidence_commons.export.records import records
from evidence_commons.export.schema import schemas
from evidence_commons.export.search import search_files as index
from evidence_commons.export.search_kinds import Others
from evidence_commons.link.join import join
from evidence_commons.link.outline import outlines
from evidence_commons.load.collection import load_collection
from evidence_commons.load.excerpt import Excerpt, excerpts
from evidence_commons.load.files import (
    LIBRARY,
    VOCABULARIES,
    Files,
    read_bytes,
    read_files,
    read_text,
)
from evidence_commons.load.prose import read_prose
from evidence_commons.load.unswept import unswept
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.evidence_map import evidence_map
from evidence_commons.model.faults import Fault
from evidence_commons.model.fields import Noun
from evidence_commons.model.geography import geography
from evidence_commons.model.keep import Keep, anew
from evidence_commons.model.organisation import organisations
from evidence_commons.model.outline import Survey
from evidence_commons.model.page import DataFile
from evidence_commons.model.prose import Prose
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date, Text
from evidence_commons.model.text_file import TextFile
from evidence_commons.model.vocabulary import Vocabulary
from evidence_commons.render.sheet import Site
from evidence_commons.shelves import Formatting, own, shelf

AnyNoun = TypeVar("AnyNoun", bound=Noun)


@dataclass(frozen=True, slots=True)
class Opened:
    """A commons that was read and checked.

    ``catalogue`` holds the sound things alone, ready to be published: whatever an error stands
    in is left out. ``excerpt`` gives the line at a location, for snippets. ``blocking`` are the
    errors with which nothing true can be published at all: without the words of a vocabulary, or
    without the library, claims would look weaker than they are.
    """

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[Rule, ...]
    excerpt: Excerpt
    blocking: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop publication."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)


@unswept()
def open_commons(root: Path, today: Date | None = None) -> Opened:
    """Read and check the commons at ``root``. Findings are values; nothing is raised for them.

    Args:
        root: the folder of the commons.
        today: the day by which entries count as old; without it no entry does.
    """
    whole, diagnostics = examined(load_collection(read_files(root)), today)
    return judged(whole, diagnostics, root)


def judged(whole: Catalogue, diagnostics: tuple[Diagnostic, ...], root: Path) -> Opened:
    """A commons of which all findings are known: what of it can be published, and what cannot.

    Args:
        whole: all that was read, with what is broken.
        diagnostics: what was found in it.
        root: the folder of the commons.
    """
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    catalogue = whole
    if errors:
        # What the levels rest on was read, whether or not it can be published.
        sound = join(_sound(whole.collection, [one.location for one in errors]))
        catalogue = replace(sound, strengths=whole.strengths)
    named = {known.location.path for known in catalogue.vocabularies.values() if known.id}
    hollow = set() if whole.references else {LIBRARY}
    blocking = tuple(
        one
        for one in errors
        if one.location.path in hollow
        or (one.location.path.startswith(VOCABULARIES) and one.location.path not in named)
    )
    return Opened(catalogue, diagnostics, rulebook(), excerpts(root), blocking)


def examined(
    collection: Collection, today: Date | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Join a collection, and find all that the rules tell of it."""
    whole = replace(join(collection), today=today)
    survey = Survey(outlines(collection))
    return whole, settle((*check(whole), *compare(survey)), survey)


def site(
    opened: Opened,
    edit: str = "",
    formatting: Formatting | None = None,
    name: str = "",
    url: str = "",
) -> Site:
    """All that pages are made from.

    Args:
        opened: a commons.
        edit: the web address that opens a file for editing when its path is put behind it.
        formatting: how references are formatted.
        name: the name of the site.
        url: its web address, which ends in a stroke; "" if it has none.

    Raises:
        CannotFormat: there is no Pandoc, or it cannot format in this style.
    """
    works = shelf(opened.catalogue.references.values(), formatting or Formatting(), name)
    book = tuple((rule, _rule_text(rule)) for rule in opened.rules)
    return Site(opened.catalogue, works, book, edit, name, url, partial(own, name))


def site_again(made: Site, opened: Opened) -> Site | None:
    """The same site of a commons in which things have changed; None if works are among them."""
    if opened.catalogue.references != made.catalogue.references:
        return None
    return replace(made, catalogue=opened.catalogue)


def data_files(opened: Opened, keep: Keep = anew) -> tuple[DataFile, ...]:
    """The commons for machines: its entries, and the schemas by which they are written."""
    catalogue = opened.catalogue
    return (*records(catalogue, keep), *schemas(catalogue.vocabularies))


def library_files(made: Site) -> tuple[DataFile, ...]:
    """The library for programs that read references."""
    return library(map(made.shelf.takeaway, made.catalogue.references))


def result_files(made: Site) -> tuple[DataFile, ...]:
    """The result set for the scripts of the list, the maps and the comparison."""
    drawn = made.once(evidence_map)
    return (
        *facets(made.catalogue, made.results),
        *evidence_map_files(made.catalogue, drawn, made.shelf.takeaway),
        *places(made.once(geography)),
        proposals(made.catalogue),
    )


def search_files(made: Site) -> tuple[DataFile, ...]:
    """The index of the search."""
    return index(made.catalogue, others_to_find(made))


def others_to_find(made: Site) -> Others:
    """What is found beside the things of the catalogue."""
    facets = made.results.facets
    areas = [*facets["nation"].values, *facets["region"].values]
    return Others(
        made.once(organisations).every,
        tuple(one for one in areas if one.address),
        tuple(rule for rule, _ in made.rules),
    )


_ON_WORKS = ("unknown-citation", "bad-citation", "bare-citation")


def open_works(
    root: Path, libraries: Sequence[str], pages: Iterable[TextFile]
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read the libraries of a site that is no commons, and check them and what cites them.

    Args:
        root: the folder from which the paths of the libraries start.
        libraries: their paths.
        pages: the texts of the pages, whose citations are looked up.
    """
    faults: list[Fault] = []
    texts: list[TextFile] = []
    for path in libraries:
        text, wrong = read_text(path, read_bytes(root, path))
        faults += wrong
        texts += [text] if text else []
    files = Files(prose=tuple(pages), libraries=tuple(texts), faults=tuple(faults))
    catalogue, found = examined(load_collection(files))
    named = libraries[0] if len(libraries) == 1 else "the library"
    return catalogue, tuple(
        replace(
            one,
            message=one.message.replace(LIBRARY, named),
            help=one.help.replace(LIBRARY, named),
        )
        for one in found
        if one.rule in _ON_WORKS or one.location.path in libraries
    )


def _rule_text(rule: Rule) -> Prose:
    start = Location(f"rules/{rule.code}")
    return read_prose(Text(rule.text, start), Whereabouts(rule.text, start.path, start))[0]


def _sound(collection: Collection, errors: Iterable[Location]) -> Collection:
    """The collection without the things that an error stands in."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for spot in sorted(errors):
        lines[spot.path].append(spot.line)

    def sound(things: tuple[AnyNoun, ...]) -> tuple[AnyNoun, ...]:
        return tuple(thing for thing in things if thing.location.path not in lines)

    def sound_record(work: Reference) -> bool:
        """A library holds many works: an error breaks the one in whose lines it stands."""
        start, here = work.location.line, lines[work.location.path]
        next_error = bisect_left(here, start)
        return next_error == len(here) or here[next_error] >= start + work.lines

    home = collection.home
    return replace(
        collection,
        case_studies=sound(collection.case_studies),
        metrics=sound(collection.metrics),
        questions=sound(collection.questions),
        prose_pages=sound(collection.prose_pages),
        home=home if home and home.location.path not in lines else None,
        vocabularies=tuple(map(_sound_terms, collection.vocabularies)),
        references=tuple(filter(sound_record, collection.references)),
    )


def _sound_terms(known: Vocabulary) -> Vocabulary:
    """A vocabulary without the terms that lack a name."""
    return replace(known, terms=tuple(term for term in known.terms if term.id and term.label))
