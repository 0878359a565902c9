"""Made-up case studies, each the text of one YAML file."""

from collections.abc import Iterator, Sequence

from made_up.chance import Chance
from made_up.claims import Fields, citation, claims, costly
from made_up.prose import story
from made_up.words import ELSEWHERE, ENDS, GIVEN, KINDS, LESSONS, SENTENCES, STARTS
from made_up.world import World
from made_up.written import entry

STRIDE = 4241
"""A prime, so that going round all names in such strides meets each once."""

FAR = 5
"""Every so many case studies bear a name from another language as well."""

LICENCES = ("not-stated", "AGPL-3.0-only", "proprietary", "MIT", "CERN-OHL-S-2.0")


def case_studies(chance: Chance, world: World, count: int) -> Iterator[tuple[str, str]]:
    """The id and the text of so many files.

    Together they name every work, question and technology.
    """
    for number in range(count):
        fields = _fields(chance, world, number, count)
        yield fields["id"], entry(fields)


def _fields(chance: Chance, world: World, number: int, count: int) -> Fields:
    title = _title(number)
    name = title if number % FAR else f"{ELSEWHERE[number // FAR % len(ELSEWHERE)]} ({title})"
    own = _organisation(chance, world, name, number)
    places = chance.several(world.places, 3) if chance.happens(0.85) else []
    told = claims(chance, world, places)
    technologies = world.terms["technologies"]
    used = [*technologies[number::count], *chance.several(technologies, 3)]
    questions = world.questions
    asked = [*questions[number % len(questions) :: count], *chance.several(questions, 2)]
    return {
        "id": title.casefold().replace("é", "e").replace(" ", "-"),
        "title": name,
        "summary": f"{title} is made up. {chance.filled(SENTENCES)}",
        **_life(chance, world),
        "url": f"https://example.org/{number}" if chance.happens(0.6) else None,
        "organisations": [own, _funder(chance)] if chance.happens(0.5) else [own],
        "places": places or None,
        "themes": chance.several(world.terms["themes"], 4),
        "technologies": list(dict.fromkeys(used)),
        "community_tech": _technology(chance, world) if chance.happens(0.4) else None,
        "sdgs": chance.several(world.terms["sdgs"], 2) if chance.happens(0.2) else None,
        "questions": list(dict.fromkeys(asked)),
        "claims": told,
        **_money(chance, world, own, always=costly(told)),
        "challenges": _some(chance, SENTENCES),
        "lessons": _some(chance, LESSONS),
        "references": [world.works[number % len(world.works)].key],
        "body": story(chance, world),
        "provenance": _provenance(chance, world),
    }


def _title(number: int) -> str:
    """A name of three parts; when all have come, they come again with a number behind."""
    names = len(STARTS) * len(ENDS) * len(KINDS)
    again, place = divmod(number, names)
    rest, start = divmod(place * STRIDE % names, len(STARTS))
    kind, end = divmod(rest, len(ENDS))
    return f"{STARTS[start]}{ENDS[end]} {KINDS[kind]}" + f" {again + 1}" * bool(again)


def _life(chance: Chance, world: World) -> Fields:
    status = chance.skewed(world.terms["statuses"])
    ending = chance.filled(("It ended with {trouble}.",))
    return {
        "status": status,
        "ended_because": ending if status == "ended" else None,
        "started": chance.one((str(chance.number(2009, 2014)), chance.day(2009, 2014))),
    }


def _organisation(chance: Chance, world: World, name: str, number: int) -> Fields:
    """The one that does it; some have a number that no company has yet."""
    return {
        "name": name,
        "id": f"GB-COH-99{number:06}" if chance.happens(0.4) else None,
        "role": "operator",
        "legal_form": chance.skewed(world.terms["legal-forms"]) if chance.happens(0.7) else None,
    }


def _funder(chance: Chance) -> Fields:
    return {"name": _fund(chance), "role": "funder"}


def _fund(chance: Chance) -> str:
    return f"{chance.one(STARTS)}{chance.one(ENDS)} Fund"


def _technology(chance: Chance, world: World) -> Fields:
    return {
        "kind": chance.skewed(world.terms["technology-kinds"]),
        "ownership": chance.skewed(world.terms["ownerships"]),
        "licence": chance.skewed(LICENCES),
    }


def _money(chance: Chance, world: World, own: Fields, always: bool) -> Fields:
    cost = {
        "what": chance.filled(("{adj} {thing} for the {where}",)),
        "amount": chance.number(5, 900) * 100,
        "currency": "GBP",
        "year": chance.number(2015, 2023),
        "basis": chance.skewed(world.terms["cost-bases"]),
        "citation": citation(chance, chance.skewed(world.works)),
    }
    grant = {
        "title": chance.filled(("{adj} {thing} for {people}",)),
        "fundingOrganization": {"name": _fund(chance)},
        "recipientOrganization": {"name": own["name"], "id": own["id"]},
        "amountAwarded": chance.number(5, 900) * 100,
        "currency": "GBP",
        "awardDate": chance.day(2015, 2023),
    }
    return {
        "costs": [cost] if always or chance.happens(0.2) else None,
        "funding": [grant] if chance.happens(0.3) else None,
    }


def _some(chance: Chance, templates: Sequence[str]) -> list[str] | None:
    return [chance.filled(templates)] if chance.happens(0.4) else None


def _provenance(chance: Chance, world: World) -> Fields:
    tie = f"{chance.one(GIVEN)} {chance.one(STARTS)}{chance.one(ENDS)} once worked there."
    return {
        "contributed_via": chance.skewed(world.terms["contribution-ways"]),
        "ai_assisted": chance.skewed(world.terms["ai-uses"]),
        "interests": [tie] if chance.happens(0.1) else [],
        "last_reviewed": chance.day(2025, 2025),
    }
