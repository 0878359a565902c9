"""The flow of a check that remembers the one before.

What is found in a case study follows from its text, from the shared things that it looks up, from
the day and from this code. So the findings are kept under a name of all of these, and made anew
where it differs. What files have to do with one another is compared anew each time, by their
outlines. Without a memory all is done again, with the same result.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from evidence_commons.check.run import check, compare, settle
from evidence_commons.diagnostics import Diagnostic
from evidence_commons.link.join import join
from evidence_commons.link.outline import outlines
from evidence_commons.load.collection import load_collection
from evidence_commons.load.excerpt import Excerpt, excerpts
from evidence_commons.load.files import Files, Listing, list_files, read_text
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.digest import digest
from evidence_commons.model.faults import Fault
from evidence_commons.model.outline import Outline, Survey
from evidence_commons.model.text import Date
from evidence_commons.model.text_file import TextFile
from evidence_commons.recheck.contents import Contents, is_worth_keeping
from evidence_commons.recheck.memory import Memory, Unit
from evidence_commons.recheck.shared import Shared

SHARED, PROSE = "shared", "prose"

TOGETHER = 500
"""So many entries are held in memory at a time: more are hardly looked at any faster."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a commons, and the lines to show with them."""

    diagnostics: tuple[Diagnostic, ...]
    excerpt: Excerpt


def check_commons(root: Path, today: Date | None = None, memory: Path | None = None) -> Checked:
    """Check the commons at ``root``: the same findings as those of opening it whole, and sooner.

    Args:
        root: the folder of the commons.
        today: the day by which entries count as old; without it no entry does.
        memory: the file that remembers from one run to the next; None to remember nothing.
    """
    run = Run(root, list_files(root), today, Memory.read(memory))
    return Checked(run.findings(run.units()), excerpts(root))


class Run:
    """One check. ``is_new`` says that the memory has learned something.

    ``digests`` name what is in each file, if the memory or somebody else asks for that.
    """

    digests_wanted = False

    def __init__(self, root: Path, listing: Listing, today: Date | None, memory: Memory) -> None:
        self.root, self.listing, self.today, self.memory = root, listing, today, memory
        self.contents = Contents(root)
        paths = (
            *(*listing.case_studies, *listing.vocabularies, *listing.questions, *listing.metrics),
            *(*listing.prose, *listing.home, *listing.libraries),
        )
        self.digests, self.is_new = dict.fromkeys(paths, b""), False
        if memory.file or self.digests_wanted:
            self.digests, looks = self.contents.digests(paths, memory.looks)
            self.is_new = is_worth_keeping(looks, memory.looks)
            memory.looks = looks

    def units(self) -> list[Unit]:
        """What was found in each unit: the folders, the shared files, the prose, the entries."""
        faults = self.listing.faults
        folders = Collection(faults=faults)
        found = check(Catalogue(folders, today=self.today))
        alone = Unit(b"", found, outlines(folders))
        shared, unit = self.shared
        return [alone, unit, self.prose(shared), *self.case_studies(shared)]

    def findings(self, units: Iterable[Unit]) -> tuple[Diagnostic, ...]:
        """All findings in order, with those between the units; what was learned is kept."""
        if self.is_new:
            self.memory.write()
        survey = Survey(tuple(outline for unit in units for outline in unit.outlines))
        found = [one for unit in units for one in unit.findings]
        return settle((*found, *compare(survey)), survey)

    @cached_property
    def shared(self) -> tuple[Shared, Unit]:
        """The things that others look up, and what was found in them."""
        listing = self.listing
        texts = [
            self.digests[path]
            for path in (*listing.vocabularies, *listing.questions, *listing.metrics)
        ]
        library = [self.digests[path] for path in listing.libraries]
        folders = listing.faults
        state = digest([str(self.today), *texts, b"library", *library, *map(repr, folders)])
        if self.memory.shared and (unit := self.memory.unit(SHARED, state)):
            return self.thaw(), unit
        collection = self.read(
            vocabularies=listing.vocabularies,
            questions=listing.questions,
            metrics=listing.metrics,
            libraries=listing.libraries,
        )
        # What may stand in a file that nobody reads is not told as missing.
        collection = replace(collection, faults=(*folders, *collection.faults))
        shared = Shared.made(state, [str(self.today).encode(), *texts], collection)
        self.memory.keep_shared(shared.plain)
        whole = replace(join(collection), today=self.today)
        return shared, self.learn(SHARED, Unit(state, check(whole), outlines(collection)))

    def thaw(self) -> Shared:
        """The shared things as they are remembered."""
        return Shared.thawed(self.memory.shared)

    def prose(self, shared: Shared) -> Unit:
        """What was found in the pages of prose: they may link to any page."""
        paths = (*self.listing.prose, *self.listing.home)
        state = digest([shared.state, *(self.digests[path] for path in paths), *self.listing.paths])
        if kept := self.memory.unit(PROSE, state):
            return kept
        collection = self.read(prose=self.listing.prose, home=self.listing.home)
        found = self.look(collection, shared, frozenset(paths))
        return self.learn(PROSE, Unit(state, found, outlines(collection)))

    def case_studies(self, shared: Shared) -> list[Unit]:
        """What was found in each case study; those whose state is new are read, many at a time."""
        paths = self.listing.case_studies
        units = {path: unit for path in paths if (unit := self.known(path, shared))}
        new = tuple(path for path in paths if path not in units)
        for begin in range(0, len(new), TOGETHER):
            units |= self.looked_at(new[begin : begin + TOGETHER], shared)
        gone = self.memory.units.keys() - {SHARED, PROSE, *paths}
        for name in gone:
            self.memory.forget(name)
        self.is_new = self.is_new or bool(gone)
        return [units[path] for path in paths]

    def known(self, path: str, shared: Shared) -> Unit | None:
        """What was found in a case study, if its text and all that it looks up are as they were."""
        state = self.digests[path] + shared.state
        if unit := self.memory.unit(path, state):
            return unit
        unit = self.memory.last(path)
        if unit is None or not unit.state.startswith(self.digests[path]):
            return None
        if unit.looked_up != shared.looked_up(unit.outlines):
            return None
        self.memory.move(path, state)
        self.is_new = True
        return unit._replace(state=state)

    def looked_at(self, paths: tuple[str, ...], shared: Shared) -> dict[str, Unit]:
        """What is found in these case studies."""
        collection = self.read(case_studies=paths)
        self.has_read(collection)
        findings = _by_path(self.look(collection, shared, frozenset(paths)))
        outlined = {outline.path: outline for outline in outlines(collection)}
        units = {}
        for path in paths:
            outline = (outlined.get(path, Outline(path)),)
            state = self.digests[path] + shared.state
            looked_up = shared.looked_up(outline) if self.memory.file else b""
            unit = Unit(state, tuple(findings[path]), outline, looked_up)
            units[path] = self.learn(path, unit)
        return units

    def has_read(self, collection: Collection) -> None:
        """For those who want the case studies themselves: these were read just now."""

    def look(
        self, collection: Collection, shared: Shared, paths: frozenset[str]
    ) -> tuple[Diagnostic, ...]:
        """What is found in these files, with the shared things around them."""
        found = check(shared.around(collection, self.today))
        return tuple(one for one in found if one.location.path in paths)

    def read(self, **paths: tuple[str, ...]) -> Collection:
        """What is in some of the files."""
        faults: list[Fault] = []
        texts: dict[str, tuple[TextFile, ...]] = {}
        for kind, some in paths.items():
            read = [read_text(path, self.contents[path]) for path in some]
            texts[kind] = tuple(file for file, _ in read if file)
            faults += [fault for _, found in read for fault in found]
        files = Files(faults=tuple(faults), paths=self.listing.paths, **texts)
        return load_collection(files)

    def learn(self, name: str, unit: Unit) -> Unit:
        self.memory.keep(name, unit)
        self.is_new = True
        return unit


def _by_path(found: Iterable[Diagnostic]) -> defaultdict[str, list[Diagnostic]]:
    groups: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        groups[one.location.path].append(one)
    return groups
