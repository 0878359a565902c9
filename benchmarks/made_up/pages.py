"""Made-up questions, metrics and pages of prose, each the text of one Markdown file."""

from collections.abc import Iterator

from made_up.chance import Chance
from made_up.claims import citation
from made_up.prose import citing, story
from made_up.words import CLAIMS, GIVEN, LESSONS, NOTICE, QUESTIONS, SENTENCES, TABLES
from made_up.world import World
from made_up.written import page, paragraph


def metric_ids(count: int) -> list[str]:
    """The ids of so many metrics, such as ``bicycles-mended``."""
    things, deeds = TABLES["thing"], TABLES["deed"]
    names = (
        f"{things[number % len(things)]}-{deeds[number // len(things) % len(deeds)]}"
        + (f"-{again + 1}" if (again := number // (len(things) * len(deeds))) else "")
        for number in range(count)
    )
    return list(names)


def metrics(chance: Chance, world: World) -> Iterator[tuple[str, str]]:
    """The id and the text of every metric."""
    for name in world.metrics:
        work = chance.skewed(world.works)
        title = name.replace("-", " ").capitalize()
        fields = {
            "id": name,
            "title": title,
            "definition": f"{title}, counted once a year.",
            "unit": name.split("-")[0],
            "why": chance.filled(SENTENCES),
            "misses": chance.filled(SENTENCES),
            "themes": chance.several(world.terms["themes"], 2),
            "questions": chance.several(world.questions, 2),
            "observations": [
                {
                    "value": chance.number(3, 90_000),
                    "hedge": chance.skewed(world.terms["hedges"]),
                    "date": year,
                    "citation": citation(chance, work),
                }
                for year in range(work.year - chance.number(0, 4), work.year + 1)
            ],
        }
        yield name, page(fields, paragraph(chance.filled(SENTENCES)))


def questions(chance: Chance, world: World) -> Iterator[tuple[str, str]]:
    """The id and the text of every policy question. Their searches name every outcome and theme."""
    for place, (name, question) in enumerate(QUESTIONS.items()):
        work = chance.skewed(world.works)
        proposals = [
            {
                "id": f"proposal-{number}",
                "text": chance.filled(LESSONS),
                "proposed_by": f"{chance.one(GIVEN)} of an invented council",
                "citations": [citation(chance, chance.skewed(world.works))],
            }
            for number in (1, 2)
        ]
        status = chance.skewed(world.terms["search-statuses"])
        search = {
            "status": status,
            "date": chance.day(2024, 2025),
            "themes": world.terms["themes"][place :: len(QUESTIONS)],
            "outcomes": world.terms["outcomes"][place :: len(QUESTIONS)],
            "where": "an imaginary index",
            "words": name,
            "found": chance.filled(CLAIMS),
            **({"works": [work.key]} if status == "begun" else {}),
        }
        fields = {
            "id": name,
            "title": name.capitalize(),
            "question": question,
            "themes": chance.several(world.terms["themes"], 3),
            "citations": [citation(chance, work)],
            "proposals": proposals,
            "searches": [search],
        }
        yield name, page(fields, story(chance, world, parts=2))


def prose(chance: Chance, world: World, name: str) -> str:
    """A page of plain prose, or the words of the home page."""
    title = "A made-up commons" if name == "index" else name.replace("-", " ").capitalize()
    words = f"{NOTICE} {chance.filled(SENTENCES)[:-1]} {citing(chance, world)}."
    if name == "index":
        return page({"title": title}, paragraph(words))
    return page({"title": title}, f"# {title}\n\n{paragraph(words)}\n\n{story(chance, world)}")
