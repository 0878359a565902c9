"""Made-up claims, with the facts that each of the five levels asks for."""

from collections.abc import Mapping, Sequence
from typing import Any

from made_up.chance import Chance
from made_up.words import CLAIMS, QUOTES
from made_up.works import Work
from made_up.world import World

Fields = dict[str, Any]

COUNTS = (1, 2, 3, 4, 5, 6)
LEVELS = (1, 2, 3, 4, 5)
SHOWS = {1: ("account",), 2: ("change",), 3: ("cause", "contribution")}
"""What designs can show that a claim of this level has; above, the same as for the third."""


def claims(chance: Chance, world: World, home: Sequence[Mapping[str, Any]]) -> list[Fields]:
    """One to six claims about places; few have many, and the level of most is low."""
    count = chance.skewed(COUNTS)
    return [_claim(chance, world, home, number) for number in range(1, count + 1)]


def citation(chance: Chance, work: Work) -> Fields:
    """A pointer into a work."""
    return {
        "key": work.key,
        "locator": f"{chance.one(('p.', 'sec.', 'fn.'))} {chance.number(1, 90)}",
        "quote": chance.filled(QUOTES).rstrip(".") if chance.happens(0.5) else None,
    }


def costly(told: list[Fields]) -> bool:
    """Whether one of the claims is at a level that asks for the cost."""
    return any(len(claim["citations"]) > 1 for claim in told)


def _claim(chance: Chance, world: World, home: Sequence[Mapping[str, Any]], number: int) -> Fields:
    level = chance.skewed(LEVELS)
    works = _works(chance, world, level)
    outcome = chance.skewed(world.terms["outcomes"])
    design = chance.skewed(world.designs[chance.one(SHOWS[min(level, 3)])])
    return {
        "id": f"{outcome}-{number}",
        "text": chance.filled(CLAIMS),
        "outcome": outcome,
        "direction": chance.skewed(world.terms["directions"]),
        "design": design,
        **_facts(chance, level),
        **_figure(chance, world),
        **(_spread(chance, world, home) if level == max(LEVELS) else {}),
        "citations": [citation(chance, work) for work in works],
        "checked": chance.day(max(2024, *(work.year for work in works)), 2025),
    }


def _facts(chance: Chance, level: int) -> Fields:
    if level == 1:
        return {}
    year = chance.number(2015, 2022)
    return {
        "independent": "yes" if level > 2 else chance.one(("yes", "no")),
        "sample": chance.number(12, 4000),
        "period": f"{year}/{year + chance.number(1, 2)}",
    }


def _figure(chance: Chance, world: World) -> Fields:
    if chance.happens(0.75):
        return {}
    work = chance.skewed(world.works)
    year = work.year - chance.number(0, 2)
    observation = {
        "value": chance.number(3, 90_000),
        "hedge": chance.skewed(world.terms["hedges"]) if chance.happens(0.5) else None,
        "date": chance.one((f"{year}", f"{year}-06", f"{year}-09-30")),
        "place": chance.skewed(world.places)["name"],
        "citation": citation(chance, work),
    }
    return {"metric": chance.skewed(world.metrics), "observation": observation}


def _spread(chance: Chance, world: World, home: Sequence[Mapping[str, Any]]) -> Fields:
    """Two places elsewhere, and a guide."""
    elsewhere = [place["name"] for place in world.places if place not in home]
    first, second = chance.one(elsewhere), chance.one(elsewhere)
    return {
        "replicated_in": [first, second if second != first else f"{second} Old Town"],
        "manual": {"key": chance.skewed(world.works).key},
    }


def _works(chance: Chance, world: World, level: int) -> list[Work]:
    """The work that a claim rests on; at high levels a second one by different authors."""
    work = chance.skewed(world.works)
    if level < 4:
        return [work]
    others = (chance.one(world.works) for _ in range(20))
    apart = (other for other in others if not {*other.authors} & {*work.authors})
    return [work, *list(apart)[:1]]
