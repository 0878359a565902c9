"""Damage to a file as people, editors and attackers do it; each input is made again by its number.

An input depends on nothing but the seed, its number, and the kind of file that is asked for.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.hostile.seeds import Seed, seeds
from tests.hostile.signs import EVERYWHERE, PATTERNS, SIGNS, VALUES

LONGEST = 40_000
"""No repetition makes a longer text; texts at the very bounds have tests of their own."""

SHARES = (*(("case study",) * 4), "vocabulary", "question", "metric", "prose", "library", "library")
"""Of ten inputs, so many of each kind."""

Way = Callable[[random.Random, str, Seed], str]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file, and the sound one that it was made from."""

    seed: Seed
    content: bytes


def mutant(seed: int, number: int, kind: str = "") -> Mutant:
    """The damaged file of this seed and number; of one ``kind`` alone, if it is given."""
    rng = random.Random(f"{seed} {number}")  # noqa: S311 - the same on every run
    start = rng.choice(seeds(kind or SHARES[number % len(SHARES)]))
    text = start.text
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3, 8))):
        text = rng.choice(WAYS)(rng, text, start)
    content = text.encode("utf-8", "surrogatepass")
    return Mutant(start, damaged(rng, content) if rng.random() < 0.04 else content)


def damaged(rng: random.Random, content: bytes) -> bytes:
    """Some bytes changed, put in, or taken out."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(changed) + 1)
        changed[place : place + rng.randint(0, 2)] = rng.randbytes(rng.randint(0, 2))
    return bytes(changed)


def _lines(rng: random.Random, text: str, _: Seed) -> str:
    """Some lines deleted, doubled, moved, or joined with the next one."""
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    stop = start + rng.choice((1, 1, 1, 2, 5, 20))
    taken, rest = lines[start:stop], lines[:start] + lines[stop:]
    change = rng.choice(("delete", "double", "move", "join"))
    if change == "double":
        return "\n".join(lines[:stop] + taken + lines[stop:])
    if change == "join":
        return "\n".join([*lines[:start], " ".join(taken), *lines[stop:]])
    place = rng.randrange(len(rest) + 1)
    return "\n".join(rest[:place] + taken * (change == "move") + rest[place:])


def _columns(rng: random.Random, text: str, _: Seed) -> str:
    """Some lines moved to the right or to the left."""
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    stop, by = start + rng.choice((1, 1, 2, 5, 50)), rng.choice((1, 1, 2, 2, 3, 4, 9))
    left = rng.random() < 0.5
    space = rng.choice((" ", " ", " ", "\t", "\u00a0"))
    for at, line in enumerate(lines[start:stop], start):
        lines[at] = line[min(by, len(line) - len(line.lstrip())) :] if left else space * by + line
    return "\n".join(lines)


def _span(rng: random.Random, text: str, _: Seed) -> str:
    """Some signs deleted, doubled, or changed with others."""
    start, stop = _two_places(rng, text)
    change = rng.choice(("delete", "double", "swap"))
    if change == "delete":
        return text[:start] + text[stop:]
    if change == "double":
        return text[:stop] + text[start:]
    middle = rng.randint(start, stop)
    return text[:start] + text[middle:stop] + text[start:middle] + text[stop:]


def _sign(rng: random.Random, text: str, seed: Seed) -> str:
    """A sign with a meaning put in, or in place of others."""
    sign = rng.choice(rng.choice((SIGNS[seed.language], SIGNS["yaml"], EVERYWHERE)))
    place = rng.choice((_place, _word))(rng, text)
    return text[:place] + sign + text[place + rng.choice((0, 0, 0, 1, 2)) :]


def _typo(rng: random.Random, text: str, _: Seed) -> str:
    """One letter, sign or space too many, too few, or another one."""
    place, sign = _place(rng, text), rng.choice("aeiouxz019 -_:.,;'\"#@&*!%()[]{}<>|`~^$/\\=+?\n")
    return text[:place] + sign * rng.randint(0, 1) + text[place + rng.randint(0, 1) :]


def _value(rng: random.Random, text: str, _: Seed) -> str:
    """A value that means something else than it seems to."""
    found = list(re.finditer(r"(?<=: )[^\n]+|(?<=- )[^\n]+|(?<== \{)[^\n}]*", text))
    if not found:
        return text
    at = rng.choice(found)
    return text[: at.start()] + rng.choice(VALUES) + text[at.end() :]


def _pattern(rng: random.Random, text: str, seed: Seed) -> str:
    """A pattern of the language, often repeated, in a line of its own or in one that is there."""
    pattern = rng.choice(PATTERNS[seed.language])(_times(rng, 1))
    place = _place(rng, text)
    if rng.random() < 0.5:
        place = text.rfind("\n", 0, place) + 1
        indent = re.compile(r"[ ]*").match(text, place)
        pattern = "\n".join((indent[0] if indent else "") + line for line in pattern.split("\n"))
        pattern += "\n"
    return text[:place] + pattern[:LONGEST] + text[place:]


def _repeat(rng: random.Random, text: str, _: Seed) -> str:
    """A span once and again."""
    start, stop = _two_places(rng, text)
    span = text[start:stop]
    return text[:start] + span * min(_times(rng, 2), LONGEST // (len(span) + 1) + 1) + text[stop:]


def _cut(rng: random.Random, text: str, _: Seed) -> str:
    """The end or the beginning lost."""
    place = _place(rng, text)
    return text[:place] if rng.random() < 0.8 else text[place:]


def _splice(rng: random.Random, text: str, seed: Seed) -> str:
    """The beginning of one file and the end of another."""
    other = rng.choice(seeds(seed.kind)).text
    return text[: _place(rng, text)] + other[_place(rng, other) :]


WAYS: tuple[Way, ...] = (
    *(_lines, _lines, _columns, _columns, _span, _span, _sign, _sign, _sign, _typo, _typo, _typo),
    *(_value, _value, _value, _pattern, _repeat, _cut, _splice),
)


def _place(rng: random.Random, text: str) -> int:
    return rng.randint(0, len(text))


def _word(rng: random.Random, text: str) -> int:
    """The beginning or the end of a word, where most signs have their meaning."""
    near = re.compile(r"\b").search(text, _place(rng, text))
    return near.start() if near else len(text)


def _two_places(rng: random.Random, text: str) -> tuple[int, int]:
    start = _place(rng, text)
    return start, min(len(text), start + rng.choice((1, 2, 5, 20, 80, 400)))


def _times(rng: random.Random, least: int) -> int:
    """Seldom many: up to two thousand."""
    return max(least, round(2 ** rng.triangular(0, 11, 2)))
