"""Opening a commons that was opened before: only files that have changed are read into things.

What is published of a case study follows from its text alone. So it is kept as bytes under the
digest of its text, and thawed for the next build; the findings are remembered as in a check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evidence_commons.link.join import join
from evidence_commons.load.files import Listing, list_files
from evidence_commons.load.unswept import unswept
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Collection
from evidence_commons.model.settled import frozen, settled, thawed
from evidence_commons.pipeline import Opened, judged
from evidence_commons.publish.store import Store
from evidence_commons.recheck.memory import Memory
from evidence_commons.recheck.run import TOGETHER, Run
from evidence_commons.recheck.shared import Shared

KIND = "case-study"
"""Under this, case studies are kept."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A commons, with what a build needs to know whether something in it is as it was.

    ``digests`` name the text of each file, and ``mentions`` are the names that stand in it, each
    as ``kind name``; both by the paths of the files.
    """

    opened: Opened
    digests: Mapping[str, bytes]
    mentions: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Held:
    """What a process that opens a commons again and again holds of it, so as to thaw it only once.

    ``studies`` are the case studies by the paths of their files, each with the digest of its text.
    """

    memory: Memory | None = None
    shared: Shared | None = None
    studies: dict[str, tuple[bytes, CaseStudy | None]] = field(default_factory=dict)


def reopen_commons(
    root: Path,
    memory: Path | None = None,
    store: Store | None = None,
    held: Held | None = None,
) -> Reopened:
    """Read and check the commons at ``root``: the same as opening it for the first time, sooner.

    Args:
        root: the folder of the commons.
        memory: the file that remembers findings from one build to the next; None for none.
        store: what keeps the case studies.
        held: what this process holds of it from the last time; nothing at the first.
    """
    with unswept(is_held=held is not None):
        held = held or Held()
        run = _Reading(root, list_files(root), held, memory)
        units = run.units()
        shared, _ = run.shared
        held.shared = shared
        studies = _studies(run, store or Store())
    prose = run.read(prose=run.listing.prose, home=run.listing.home)
    collection = Collection(
        case_studies=tuple(studies.values()),
        metrics=tuple(shared.things["metrics"].values()),
        questions=tuple(shared.things["questions"].values()),
        vocabularies=tuple(shared.things["vocabularies"].values()),
        references=tuple(shared.things["references"].values()),
        prose_pages=prose.prose_pages,
        home=prose.home,
        texts=prose.texts,
        kept=run.digests,
        paths=run.listing.paths,
    )
    diagnostics = run.findings(units)
    mentions = {one.path: one.mentions for unit in units for one in unit.outlines}
    return Reopened(judged(join(collection), diagnostics, root), run.digests, mentions)


class _Reading(Run):
    """A check that holds on to the things that it reads."""

    digests_wanted = True

    def __init__(self, root: Path, listing: Listing, held: Held, memory: Path | None) -> None:
        held.memory = held.memory or Memory.read(memory)
        super().__init__(root, listing, None, held.memory)
        self.held = held
        self.studies: dict[str, CaseStudy] = {}

    def has_read(self, collection: Collection) -> None:
        for study in collection.case_studies:
            self.studies[study.location.path] = settled(study)

    def thaw(self) -> Shared:
        known = self.held.shared
        return known if known and known.state == self.memory.shared[0] else super().thaw()


def _studies(run: _Reading, store: Store) -> dict[str, CaseStudy]:
    """All case studies by their paths, in order; those that nobody kept are read and kept."""
    paths, held = run.listing.case_studies, run.held.studies
    for path, state, content in () if held else store.each(KIND):
        # What has changed is read; what has gone is let go of below.
        held[path] = state, thawed(content) if state == run.digests.get(path) else None
    new = [path for path in paths if path not in held or held[path][0] != run.digests[path]]
    missing = [path for path in new if path not in run.studies]
    for begin in range(0, len(missing), TOGETHER):
        run.has_read(run.read(case_studies=tuple(missing[begin : begin + TOGETHER])))
    for path in new:
        held[path] = run.digests[path], run.studies.get(path)
    for begin in range(0, len(new), TOGETHER):
        some = new[begin : begin + TOGETHER]
        store.keep(KIND, {path: (held[path][0], frozen(held[path][1])) for path in some})
    gone = held.keys() - set(paths)
    store.keep(KIND, {}, gone)
    for path in gone:
        del held[path]
    return {path: study for path in paths if (study := held[path][1])}
