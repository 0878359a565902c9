"""What the evidence says together: claims weighed, counted by direction, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import Strength
from evidence_commons.model.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with the case study that makes it and the strength of its evidence."""

    study: CaseStudy
    claim: Claim
    strength: Strength


@dataclass(frozen=True, slots=True)
class Row:
    """The claims of one direction."""

    direction: Term
    claims: tuple[Weighed, ...]

    @property
    def strongest(self) -> int:
        """The highest level among them; 0 if there are none."""
        return strongest(self.claims)


def weigh(catalogue: Catalogue, studies: Iterable[CaseStudy]) -> tuple[Weighed, ...]:
    """Every claim of these case studies with its strength."""
    return tuple(
        Weighed(study, claim, catalogue.strength(claim, study))
        for study in studies
        for claim in study.claims
    )


def by_direction(catalogue: Catalogue, claims: Iterable[Weighed]) -> tuple[Row, ...]:
    """The claims under each direction, in the vocabulary's order, empty directions included."""
    every = tuple(claims)
    vocabulary = catalogue.vocabularies.get("directions")
    return tuple(
        Row(term, tuple(one for one in every if one.claim.direction == term.id))
        for term in (vocabulary.terms if vocabulary else ())
    )


def strongest(claims: Iterable[Weighed]) -> int:
    """The highest level among the claims; 0 if there are none."""
    return max((one.strength.level for one in claims), default=0)


def missing(rows: Iterable[Row]) -> tuple[str, ...]:
    """What the claims leave open, in sentences."""
    filled = [row for row in rows if row.claims]
    if not filled:
        return ("No case study here makes a claim about it yet.",)
    said: list[str] = []
    best = max(row.strongest for row in filled)
    if best < 2:
        said.append("Nobody has measured a change: every claim is an account of what happened.")
    elif best < 3:
        said.append("No comparison shows what caused the change.")
    found = {row.direction.id for row in filled}
    if not found & {"worse", "no-difference", "mixed"}:
        said.append(
            "No claim says that something got worse or stayed the same. That may mean that nobody"
            " has looked, or that nobody has told."
        )
    places = {place.name for row in filled for one in row.claims for place in one.study.places}
    if len(places) < 2:
        said.append(
            f"The claims come from {'one named place alone' if places else 'no named place'}."
        )
    return tuple(said)
