"""Related examples, each with the reason why: what two examples share, the rarest first.

Nobody types what is related. Two examples are near if both name the same organisation, place,
outcome, question, technology or theme, and the nearer the fewer others do. An index is made once
for all, so that the pages of many examples take no longer each.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gss import Width
from evidence_commons.model.order import by_title
from evidence_commons.model.organisation import Organisations, organisations

WEIGHTS = {
    "organisation": 8,
    "place": 6,
    "outcome": 4,
    "question": 3,
    "technology": 3,
    "theme": 3,
    "region": 1,
}
"""How near each kind of thing that is shared brings two examples."""

MOST = 4
"""So many are shown at most."""

_WINDOW = 12
"""Of a feature that more examples share, so many before and behind in the list are looked at."""


class Feature(NamedTuple):
    """Something that examples can share: ``("theme", "food")``."""

    kind: str
    id: str


class Related(NamedTuple):
    """A related example, and what it shares, the rarest first."""

    study: CaseStudy
    shared: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Kinship:
    """The index: the features of each example by its number in the list, and who bears each.

    ``worth`` is how near each feature brings two examples that share it.
    """

    entries: tuple[CaseStudy, ...]
    numbers: Mapping[str, int]
    features: tuple[frozenset[Feature], ...]
    bearers: Mapping[Feature, list[int]]
    worth: Mapping[Feature, int]

    def of(self, study: CaseStudy) -> tuple[Related, ...]:
        """The examples nearest to one."""
        own = self.numbers[study.id]
        found: Counter[int] = Counter()
        for feature in self.features[own]:
            for other in self._near(feature, own):
                found[other] += self.worth[feature]
        # Far along the list of a common feature nobody looked; the few best are weighed in full.
        likely = sorted(found, key=lambda other: (-found[other], other))[: 3 * MOST]
        shared = {other: self._shared(own, other) for other in likely}
        worth = {other: sum(self.worth[one] for one in shared[other]) for other in likely}
        nearest = sorted(likely, key=lambda other: (-worth[other], other))[:MOST]
        return tuple(Related(self.entries[other], shared[other]) for other in nearest)

    def _near(self, feature: Feature, own: int) -> Iterator[int]:
        bearers = self.bearers[feature]
        at = bisect_left(bearers, own)
        for other in bearers[max(0, at - _WINDOW) : at + _WINDOW + 1]:
            if other != own:
                yield other

    def _shared(self, own: int, other: int) -> tuple[Feature, ...]:
        both = self.features[own] & self.features[other]
        return tuple(sorted(both, key=lambda one: (-self.worth[one], one)))


def kinship(catalogue: Catalogue) -> Kinship:
    """Make the index for a commons."""
    entries = tuple(by_title(catalogue.case_studies.values()))
    known = organisations(catalogue)
    features = tuple(frozenset(_features(known, study)) for study in entries)
    bearers: defaultdict[Feature, list[int]] = defaultdict(list)
    for number, named in enumerate(features):
        for one in named:
            bearers[one].append(number)
    numbers: dict[str, int] = {study.id: number for number, study in enumerate(entries)}
    worth = {one: _worth(one.kind, len(found), len(entries)) for one, found in bearers.items()}
    return Kinship(entries, numbers, features, bearers, worth)


def _worth(kind: str, bearers: int, entries: int) -> int:
    """The more, the fewer share it; twice as many who do take one step off."""
    return WEIGHTS[kind] * max(1, (entries // bearers).bit_length())


def _features(known: Organisations, study: CaseStudy) -> Iterator[Feature]:
    for kind, named in (
        ("theme", study.themes),
        ("technology", study.technologies),
        ("question", study.questions),
        ("outcome", (claim.outcome for claim in study.claims)),
    ):
        for name in named:
            yield Feature(kind, name)
    for body in study.organisations:
        if found := known.find(body.name, body.id):
            yield Feature("organisation", found.slug)
    for place in study.places:
        if place.kind is None or place.kind.width is Width.COUNCIL:
            yield Feature("place", place.name)
        if place.region:
            yield Feature("region", place.region)
