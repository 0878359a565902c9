"""Made-up stories in Markdown, of about 300 words each."""

from made_up.chance import Chance
from made_up.words import ELSEWHERE, POINTS, QUOTES, SENTENCES
from made_up.world import World
from made_up.written import paragraph

HEADINGS = (
    "## How it began",
    "## What they do",
    "### On an ordinary day",
    "## What is not known",
)


def story(chance: Chance, world: World, parts: int = len(HEADINGS)) -> str:
    """Paragraphs under so many headings, with lists, emphasis, links and citations."""
    blocks = [_sentences(chance, world, 3)]
    for heading in HEADINGS[:parts]:
        blocks += [heading, _sentences(chance, world, 3)]
        if chance.happens(0.4):
            blocks.append(_list(chance))
        if chance.happens(0.15):
            blocks.append(f"> {chance.filled(QUOTES)}")
    return "\n\n".join(blocks)


def citing(chance: Chance, world: World) -> str:
    """A group of citations in running text."""
    keys = [work.key for work in chance.several(world.works, 2)]
    return (
        "; ".join([f"[@{keys[0]}, p. {chance.number(1, 90)}", *(f"@{k}" for k in keys[1:])]) + "]"
    )


def _sentences(chance: Chance, world: World, count: int) -> str:
    said = [chance.filled(SENTENCES) for _ in range(count)]
    if chance.happens(0.5):
        said[0] = f"{said[0][:-1]} {citing(chance, world)}."
    if chance.happens(0.25):
        said.append(f"Their [notes](https://example.org/notes/{chance.number(1, 9999)}) say more.")
    if chance.happens(0.2):
        said.append(f"They learned from {chance.one(ELSEWHERE)} and its friends 🌱.")
    return paragraph(" ".join(said))


def _list(chance: Chance) -> str:
    signs = chance.one((("- ",) * 4, ("1. ", "2. ", "3. ", "4. ")))
    points = [chance.filled(POINTS) for _ in range(chance.number(2, 4))]
    return "\n".join(sign + point for sign, point in zip(signs, points, strict=False))
