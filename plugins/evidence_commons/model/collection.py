"""Collection: all that was read. Catalogue: the same, joined in both directions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.evidence import Strength
from evidence_commons.model.faults import Fault
from evidence_commons.model.fields import Noun
from evidence_commons.model.home import Home
from evidence_commons.model.metric import Metric, Observation
from evidence_commons.model.order import by_title
from evidence_commons.model.question import PolicyQuestion, Proposal
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date, Text
from evidence_commons.model.text_file import TextFile
from evidence_commons.model.vocabulary import Listed, Term, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage(Noun):
    """A page of plain prose under docs/: we read its title and citations; the host renders it."""

    address: str
    title: str
    citations: tuple[Citation, ...] = ()


AnyFault = TypeVar("AnyFault", bound=Fault)
Made = TypeVar("Made")

Entry = CaseStudy | Metric | PolicyQuestion
"""A thing that a contributor writes in a file of its own and that has a page of its own."""

Citing = Entry | Listed | ProsePage | Home
"""A thing whose page can cite works."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All that was read, in the order of the files, faults included.

    ``unreadable`` holds the stems of files that gave no noun, so that a link to one of them is
    not told as a second mistake. ``texts`` are the files as they were typed, and ``paths`` those
    of all files, read or not. ``kept`` are digests of files whose texts are not held any more.
    """

    case_studies: tuple[CaseStudy, ...] = ()
    metrics: tuple[Metric, ...] = ()
    questions: tuple[PolicyQuestion, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()
    references: tuple[Reference, ...] = ()
    prose_pages: tuple[ProsePage, ...] = ()
    home: Home | None = None
    faults: tuple[Fault, ...] = ()
    unreadable: frozenset[str] = frozenset()
    texts: tuple[TextFile, ...] = ()
    paths: tuple[str, ...] = ()
    kept: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def digests(self) -> dict[str, bytes]:
        """A short name for the text of each file that was read, by its path."""
        return {**self.kept, **{one.path: one.digest for one in self.texts}}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every case study, metric and question."""
        return (*self.case_studies, *self.metrics, *self.questions)


class Mention(NamedTuple):
    """One citation of a work: by which thing, and within a case study by which claim."""

    thing: Citing
    citation: Citation
    claim: Claim | None = None


class Sighting(NamedTuple):
    """One observation of a metric, and the case study that tells it, if one does."""

    observation: Observation
    case_study: CaseStudy | None = None
    claim: Claim | None = None


class Recommendation(NamedTuple):
    """A proposal, and the question that it answers."""

    question: PolicyQuestion
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The collection with every name resolved and every link known from both ends.

    Where two things share a name the first one read keeps it. ``today`` is the day on which it
    is looked at, for those who ask how old a thing is; None for whoever does not ask. ``words``
    are the names of other things that stand in entries, under their kind or their vocabulary.
    """

    collection: Collection
    case_studies: Mapping[str, CaseStudy] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    questions: Mapping[str, PolicyQuestion] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    sightings: Mapping[str, tuple[Sighting, ...]] = field(default_factory=dict)
    carriers: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)
    recommended: Mapping[tuple[str, str], tuple[Recommendation, ...]] = field(default_factory=dict)
    strengths: Mapping[tuple[str, str], Strength] = field(default_factory=dict)
    today: Date | None = None
    words: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    # Not taken over by a catalogue that is made of this one: it would be told of other things.
    _made: dict[Callable[["Catalogue"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: Callable[["Catalogue"], Made]) -> Made:
        """What a function makes of the catalogue: made at the first wish, then kept.

        Hand over the same function each time, not a new one that does the same.
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def listed(self) -> tuple[CaseStudy, ...]:
        """The case studies in the order of the list."""
        return self.once(_listed)

    def faults(self, kind: type[AnyFault]) -> Iterator[AnyFault]:
        """The faults of one kind, in the order in which they were read."""
        return (fault for fault in self.collection.faults if isinstance(fault, kind))

    def term(self, vocabulary: str, term_id: str) -> Term | None:
        """The term of that id in that vocabulary, or None."""
        known = self.vocabularies.get(vocabulary)
        return known.term(term_id) if known else None

    def named_by(self, kind: str, name: str) -> tuple[Entry, ...]:
        """The entries that name this question, metric or term: ``("themes", "food")``."""
        return self.carriers.get((kind, name), ())

    def proposals_on(self, kind: str, name: str) -> tuple[Recommendation, ...]:
        """The proposals that name this case study or term: ``("addressees", "universities")``."""
        return self.recommended.get((kind, name), ())

    def strength(self, claim: Claim, case_study: CaseStudy) -> Strength:
        """How strong the evidence for a claim of this case study is."""
        return self.strengths[case_study.id, claim.id]


def _listed(catalogue: Catalogue) -> tuple[CaseStudy, ...]:
    return tuple(by_title(catalogue.case_studies.values()))
