"""What the evidence says together: claims weighed, counted by direction, and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import Strength
from evidence_commons.model.fields import names
from evidence_commons.model.vocabulary import Term


class Weighed(NamedTuple):
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
    known = catalogue.once(_weighed)
    claims: list[Weighed] = []
    for study in studies:
        if study.id not in known:
            known[study.id] = _claims(catalogue, catalogue.case_studies[study.id])
        claims += known[study.id]
    return tuple(claims)


def _weighed(_: Catalogue) -> dict[str, tuple[Weighed, ...]]:
    """The claims of the case studies that somebody has asked for, under their ids."""
    return {}


def _claims(catalogue: Catalogue, study: CaseStudy) -> tuple[Weighed, ...]:
    return tuple(Weighed(study, one, catalogue.strength(one, study)) for one in study.claims)


def claims_by_name(catalogue: Catalogue) -> Mapping[tuple[str, str], Sequence[Weighed]]:
    """The claims that name a thing or a term themselves, such as their design, in their order."""
    found: defaultdict[tuple[str, str], list[Weighed]] = defaultdict(list)
    for one in weigh(catalogue, catalogue.listed):
        for named in dict.fromkeys(names(one.claim)):
            found[named].append(one)
    return found


def by_direction(catalogue: Catalogue, claims: Iterable[Weighed]) -> tuple[Row, ...]:
    """The claims under each direction, in the vocabulary's order, empty directions included."""
    under: defaultdict[str, list[Weighed]] = defaultdict(list)
    for one in claims:
        under[one.claim.direction].append(one)
    vocabulary = catalogue.vocabularies.get("directions")
    terms = vocabulary.terms if vocabulary else ()
    return tuple(Row(term, tuple(under.get(term.id, ()))) for term in terms)


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
