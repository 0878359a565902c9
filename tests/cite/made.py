"""Made-up works as CSL-JSON, with many that could be confused."""

import random
from typing import Any

ALIKE = "Mean Abel Ståhl Stahl O'Hara Ohara Reed-Fenn Reed Ødegård Zimmer Moor Marsh".split()
STARTS = "Ash Bran Cor Dun El Fos Gar Har Ire Jor Kel Lin Mor Nor Os Pen Quin Ros".split()
ENDS = "by ley ton ford man son well ick ham ridge ings worth".split()
FAMILIES = [*ALIKE, *(start + end for start in STARTS for end in ENDS)]
GIVEN = ["Zoe", "Zack", "Ada", "Ada Beth", "Jean-Luc", "Émile", "B."]
BODIES = ["Fen Council", "Marsh and Co", "Data Office", "Zimmer"]
WORDS = [first + last for first in STARTS for last in ("a", "ed", "ing", "ful", "er", "ness", "y")]
KINDS = "book article-journal chapter report webpage thesis paper-conference legislation".split()


def person(chance: random.Random) -> dict[str, str]:
    made = {
        "family": chance.choice(chance.choice([ALIKE, FAMILIES, FAMILIES])),
        "given": chance.choice(GIVEN),
    }
    if chance.random() < 0.1:
        made["non-dropping-particle"] = chance.choice(["van der", "de"])
    if chance.random() < 0.05:
        made["suffix"] = "Jr"
    return made


def people(chance: random.Random) -> list[dict[str, str]]:
    if chance.random() < 0.15:
        return [{"literal": chance.choice(BODIES)}]
    return [person(chance) for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4, 5]))]


def work(chance: random.Random, key: str) -> dict[str, Any]:
    kind = chance.choice(KINDS)
    made: dict[str, Any] = {
        "id": key,
        "type": kind,
        "title": " ".join(chance.choices(WORDS, k=chance.choice([2, 5, 5, 5]))).capitalize(),
    }
    if chance.random() < 0.85:
        made["author"] = people(chance)
    if chance.random() < 0.2:
        made["editor"] = people(chance)
    if chance.random() < 0.93:
        made["issued"] = {"date-parts": [[chance.randint(2019, 2023)]]}
    if kind in ("article-journal", "chapter", "paper-conference"):
        made |= {
            "container-title": chance.choice(
                [*(f"{one} Letters" for one in FAMILIES[:60]), "Water"]
            ),
            "page": "4-19",
        }
    if chance.random() < 0.6:
        made["publisher"] = chance.choice([*(f"{one} Press" for one in FAMILIES[:60]), *BODIES])
    if kind == "webpage":
        made |= {"URL": f"https://example.org/{key}", "accessed": {"date-parts": [[2024, 5, 6]]}}
    return made


def library(number: int, seed: int = 1) -> list[dict[str, Any]]:
    """So many works, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return [work(chance, f"work{place}") for place in range(number)]
