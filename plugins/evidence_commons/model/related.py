"""Related examples, each with the reason why: what two examples share, the rarest first.

Nobody types what is related. Two examples are near if both name the same organisation, place,
outcome, question, technology or theme, and the nearer the fewer others do. An index is made once
for all, so that the pages of many examples take no longer each.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.digest import digest
from evidence_commons.model.gss import Width
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
    found: dict[int, tuple[int, ...]] = field(default_factory=dict, compare=False)

    @property
    def state(self) -> bytes:
        """A name for all that the index was made from, and that ``found`` follows from."""
        every = zip(self.entries, self.features, strict=True)
        return digest(f"{study.id} {sorted(named)}" for study, named in every)

    def of(self, study: CaseStudy) -> tuple[Related, ...]:
        """The examples nearest to one."""
        own = self.numbers[study.id]
        if own not in self.found:
            self.found[own] = self._nearest(own)
        features = self.features[own]
        return tuple(
            Related(self.entries[one], self._in_order(features & self.features[one]))
            for one in self.found[own]
        )

    def _nearest(self, own: int) -> tuple[int, ...]:
        """The numbers of the examples nearest to one."""
        features, found = self.features[own], dict[int, int]()
        for feature in features:
            worth = self.worth[feature]
            for other in self._near(feature, own):
                found[other] = found.get(other, 0) + worth
        found.pop(own, None)
        # Far along the list of a common feature nobody looked; the few best are weighed in full.
        shared = {one: features & self.features[one] for one in _best(found, 3 * MOST)}
        worths = {one: sum(map(self.worth.__getitem__, both)) for one, both in shared.items()}
        return tuple(_best(worths, MOST))

    def _near(self, feature: Feature, own: int) -> list[int]:
        """Who bears it in this part of the list, the example itself among them."""
        bearers = self.bearers[feature]
        at = bisect_left(bearers, own)
        return bearers[max(0, at - _WINDOW) : at + _WINDOW + 1]

    def _in_order(self, features: Iterable[Feature]) -> tuple[Feature, ...]:
        return tuple(sorted(features, key=lambda one: (-self.worth[one], one)))


def _best(worth: Mapping[int, int], most: int) -> list[int]:
    """The numbers that are worth the most; of those worth the same, the lowest."""
    return sorted(sorted(worth), key=worth.__getitem__, reverse=True)[:most]


def kinship(catalogue: Catalogue) -> Kinship:
    """Make the index for a commons."""
    entries = catalogue.listed
    known = catalogue.once(organisations)
    same: dict[Feature, Feature] = {}  # features that are one thing compare in no time
    features = tuple(
        frozenset(same.setdefault(one, one) for one in _features(known, study)) for study in entries
    )
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
