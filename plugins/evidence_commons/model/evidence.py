"""How strong the evidence for a claim is, derived from the facts that the claim records.

The five levels follow Nesta's Standards of Evidence (Puttick and Ludlow, 2013); how they are
computed from recorded facts is this commons' own rule. Nobody types a level. Strength says how
sure we can be, never whether the news is good: that is the claim's direction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_commons.model.case_study import Claim
from evidence_commons.model.reference import Reference
from evidence_commons.model.vocabulary import Term

LEVEL_NAMES = (
    "An account",
    "A measured change",
    "A change with its cause",
    "Confirmed by others",
    "Works elsewhere too",
)
"""What each level from 1 to 5 means, in a few words."""

LEVEL_MEANINGS = (
    "Someone says what happened. Nobody has measured it in a way that we can follow.",
    "Figures show a change, for a stated number of people over a stated time. Whether the"
    " project caused it is not shown.",
    "A comparison, or a named method with outside eyes, shows that the project made the change.",
    "Two independent studies by different authors agree, and it is known what it costs.",
    "It has worked in at least two other places, and there is an open guide for doing the same.",
)
"""What each level from 1 to 5 means, for readers."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A level from 1 to 5, why it is that level, and what would raise it (nothing at level 5)."""

    level: int
    because: tuple[str, ...]
    raised_by: tuple[str, ...]

    @property
    def name(self) -> str:
        """The level in a few words."""
        return LEVEL_NAMES[self.level - 1]


@dataclass(frozen=True, slots=True)
class _Fact:
    """One thing that a level asks for: whether it is so, and the words for either case."""

    holds: bool
    said: str
    wanted: str


def strength(
    claim: Claim, design: Term | None, works: Sequence[Reference], cost_known: bool
) -> Strength:
    """Derive the strength of ``claim``.

    Args:
        claim: the claim with its recorded facts.
        design: the term that ``claim.design`` names; None if nobody knows it.
        works: the references that the claim cites and that the library holds.
        cost_known: whether the case study states what the work cost.
    """
    level, because = 1, _account(claim, design)
    for facts in _steps(claim, design, works, cost_known):
        if not all(fact.holds for fact in facts):
            return Strength(level, because, tuple(fact.wanted for fact in facts if not fact.holds))
        level, because = level + 1, tuple(fact.said for fact in facts)
    return Strength(level, because, ())


def _account(claim: Claim, design: Term | None) -> tuple[str, ...]:
    """Why a claim is at the first level: the one level that asks for nothing."""
    if not claim.citations:
        return ("It cites no work, so it counts as self-reported.",)
    label = design.label if design else claim.design
    return (f"It rests on this kind of evidence: {label[:1].lower()}{label[1:]}.",)


def _steps(
    claim: Claim, design: Term | None, works: Sequence[Reference], cost_known: bool
) -> tuple[tuple[_Fact, ...], ...]:
    """What each level from 2 to 5 asks for."""
    shows = design.shows if design else None
    independent = bool(claim.independent)
    measured = (
        _Fact(bool(works), "It cites a work.", "Cite a work that reports it."),
        _Fact(
            shows in ("change", "contribution", "cause"),
            "Its design can show a change.",
            "Measure it: before and after, or by asking the people who use it.",
        ),
        _Fact(
            claim.sample is not None,
            f"It says how many were measured ({claim.sample}).",
            "Say how many people or things were measured.",
        ),
        _Fact(
            claim.period is not None,
            f"It says over what time ({claim.period}).",
            "Say over what time it was measured.",
        ),
    )
    caused = (
        _Fact(
            shows == "cause" or (shows == "contribution" and independent),
            "Its design can show a cause.",
            "Compare with people or places that did not take part, or have outsiders trace the"
            " cause by a named method.",
        ),
    )
    confirmed = (
        _Fact(
            independent,
            "Those who measured stand apart from the project.",
            "Have it measured by people who stand apart from the project.",
        ),
        _Fact(
            _by_different_authors(works),
            "Two works by different authors find it.",
            "Cite a second study, by other authors, that finds the same.",
        ),
        _Fact(cost_known, "Its cost is stated.", "State what it cost."),
    )
    spread = (
        _Fact(
            len(claim.replicated_in) >= 2,
            f"It was found again in {len(claim.replicated_in)} other places.",
            "Show that it works in two other places.",
        ),
        _Fact(
            claim.manual is not None,
            "There is an open guide for doing the same.",
            "Publish a guide by which others can do the same.",
        ),
    )
    return (measured, caused, confirmed, spread)


def _by_different_authors(works: Sequence[Reference]) -> bool:
    """Whether two of the works have named authors and none in common."""
    teams = [set(work.authors) for work in works if work.authors]
    return any(
        one.isdisjoint(other) for place, one in enumerate(teams) for other in teams[place + 1 :]
    )
