"""Ratings: each one with the level that follows from the facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim, Rating
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import level_set


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating, whose it is, and the level that follows from the facts (None if in doubt)."""

    study: CaseStudy
    rating: Rating
    derived: int | None

    @property
    def raises(self) -> bool:
        """Whether it sets a level above the one that follows from the facts."""
        level = level_set(self.rating)
        return level is not None and self.derived is not None and level > self.derived


def ratings(catalogue: Catalogue) -> Iterator[Rated]:
    """Every rating of every claim."""
    for study in catalogue.collection.case_studies:
        for claim in study.claims:
            if claim.rating:
                yield Rated(study, claim.rating, _derived(catalogue, study, claim))


def _derived(catalogue: Catalogue, study: CaseStudy, claim: Claim) -> int | None:
    """The level that follows from the facts, if all the facts could be read."""
    # Where two things share a name the first has it, and a fact with a slip is no fact yet.
    first = next(one for one in study.claims if one.id == claim.id)
    known = all(citation.key in catalogue.references for citation in claim.citations)
    faulty = {fault.location.path for fault in catalogue.collection.faults}
    if (
        catalogue.case_studies.get(study.id) is not study
        or first is not claim
        or not known
        or not catalogue.term("evidence-designs", claim.design)
        or study.location.path in faulty
    ):
        return None
    found = catalogue.strengths.get((study.id, claim.id))
    return found.derived if found else None
