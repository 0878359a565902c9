"""How strong the evidence for a claim is, derived from the facts that the claim records.

The five levels follow Nesta's Standards of Evidence (Puttick and Ludlow, 2013); how they are
computed from recorded facts is this commons' own rule. Nobody types a level. Strength says how
sure we can be, never whether the news is good: that is the claim's direction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evidence_commons.diagnostics.words import together
from evidence_commons.model.claim import Claim, Person, Rating
from evidence_commons.model.reference import Reference
from evidence_commons.model.vocabulary import Term

LEVELS = ("1", "2", "3", "4", "5")

RATERS_TO_RAISE = 2
"""So many named people must agree before a level is raised above what the facts show."""

LEVEL_NAMES = (
    "An account",
    "A measurement",
    "A cause put to the test",
    "Confirmed by others",
    "Found elsewhere too",
)
"""What each level from 1 to 5 means, in a few words that fit good and bad news alike."""

LEVEL_MEANINGS = (
    "Someone says what happened. Nobody has measured it in a way that we can follow.",
    "It was measured, for a stated number of people or things over a stated time. Whether the"
    " project was the cause is not shown.",
    "A comparison, or a named method with outside eyes, shows what is due to the project and"
    " what is not.",
    "People who stand apart from the project measured it, two works by different authors find"
    " it, and its cost is stated.",
    "It was found in at least two other places, and there is an open guide for doing the same.",
)
"""What each level from 1 to 5 means, for readers."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A level from 1 to 5, why it is that level, and what would raise it (nothing at level 5).

    ``derived`` is the level that follows from the facts; people may have set another one.
    """

    level: int
    because: tuple[str, ...]
    raised_by: tuple[str, ...]
    derived: int

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
    claim: Claim,
    design: Term | None,
    works: Sequence[Reference],
    cost_known: bool,
    places: Iterable[str] = (),
) -> Strength:
    """Derive the strength of ``claim``.

    Args:
        claim: the claim with its recorded facts.
        design: the term that ``claim.design`` names; None if nobody knows it.
        works: the references that the claim cites and that the library holds.
        cost_known: whether the case study states what the work cost.
        places: where the case study itself is; the same found there is no replication.
    """
    return _rated(_derived(claim, design, works, cost_known, places), claim.rating)


def _derived(
    claim: Claim,
    design: Term | None,
    works: Sequence[Reference],
    cost_known: bool,
    places: Iterable[str],
) -> Strength:
    """The strength that follows from the recorded facts alone."""
    level, because = 1, _account(claim, design)
    steps = (
        _measured(claim, design, works),
        _tested(claim, design),
        _confirmed(claim, works, cost_known),
        _spread(claim, places),
    )
    for facts in steps:
        if not all(fact.holds for fact in facts):
            wanted = tuple(fact.wanted for fact in facts if not fact.holds)
            return Strength(level, because, wanted, level)
        level, because = level + 1, tuple(fact.said for fact in facts)
    return Strength(level, because, (), level)


def _rated(found: Strength, rating: Rating | None) -> Strength:
    """The strength with the level that people set: one may lower it, two may raise it."""
    level = level_set(rating)
    if rating is None or level is None or level == found.derived or not rating.because:
        return found
    raised = level > found.derived
    if raised and len(names_of(rating.raters)) < RATERS_TO_RAISE:
        return found
    who = together([str(rater.name) for rater in rating.raters]) or "The authors of this entry"
    did = "raised" if raised else "lowered"
    said = f"Level {found.derived} follows from the facts. {who} {did} it: {rating.because}"
    return replace(found, level=level, because=(said, *found.because), raised_by=())


def level_set(rating: Rating | None) -> int | None:
    """The level that a rating sets; None if it sets none that there is."""
    level = rating.level if rating else ""
    return int(level) if level in LEVELS else None


def names_of(raters: Iterable[Person]) -> frozenset[str]:
    """The different names among raters."""
    return frozenset(rater.name.casefold() for rater in raters if rater.name)


def _account(claim: Claim, design: Term | None) -> tuple[str, ...]:
    """Why a claim is at the first level: the one level that asks for nothing."""
    if not claim.citations:
        return ("It cites no work, so it counts as self-reported.",)
    label = design.label if design else claim.design
    return (f"It rests on this kind of evidence: {label[:1].lower()}{label[1:]}.",)


def _measured(claim: Claim, design: Term | None, works: Sequence[Reference]) -> tuple[_Fact, ...]:
    """What level 2 asks for."""
    shows = design.shows if design else None
    return (
        _Fact(bool(works), "It cites a work.", "Cite a work that reports it."),
        _Fact(
            shows in ("change", "contribution", "cause"),
            "Its design can show a change.",
            "Measure it: before and after, or by asking the people who use it.",
        ),
        _Fact(
            claim.sample is not None and claim.sample.value > 0,
            f"It says how many were measured ({claim.sample}).",
            "Say how many people or things were measured.",
        ),
        _Fact(
            claim.period is not None,
            f"It says over what time ({claim.period.words if claim.period else ''}).",
            "Say over what time it was measured.",
        ),
    )


def _tested(claim: Claim, design: Term | None) -> tuple[_Fact, ...]:
    """What level 3 asks for."""
    shows = design.shows if design else None
    return (
        _Fact(
            shows == "cause" or (shows == "contribution" and _independent(claim)),
            "Its design can show a cause.",
            "Compare with people or places that did not take part, or have outsiders trace the"
            " cause by a named method.",
        ),
    )


def _confirmed(claim: Claim, works: Sequence[Reference], cost_known: bool) -> tuple[_Fact, ...]:
    """What level 4 asks for."""
    return (
        _Fact(
            _independent(claim),
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


def _spread(claim: Claim, places: Iterable[str]) -> tuple[_Fact, ...]:
    """What level 5 asks for."""
    own = {place.casefold() for place in places}
    others = {place.casefold() for place in claim.replicated_in} - own
    return (
        _Fact(
            len(others) >= 2,
            f"It was found again in {len(others)} other places.",
            "Show that it works in two other places.",
        ),
        _Fact(
            claim.manual is not None,
            "There is an open guide for doing the same.",
            "Publish a guide by which others can do the same.",
        ),
    )


def _independent(claim: Claim) -> bool:
    return claim.independent == "yes"


def _by_different_authors(works: Sequence[Reference]) -> bool:
    """Whether two of the works have named authors and none in common."""
    teams = {team for work in works if (team := _team(work))}
    return any(one.isdisjoint(other) for one in teams for other in teams)


def _team(work: Reference) -> frozenset[str]:
    """Who wrote a work. A person who is spelled out once and shortened once is one person."""
    people = {f"{name.family} {name.given[:1]}".casefold() for name in work.authors}
    return frozenset(people - {"others "})
