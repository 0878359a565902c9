"""Some fields of an entry laid over those of a whole one, line by line, as they were typed.

The lines need not be right: what cannot be read stays as it is.
"""

import re

Lines = list[str]

_FIELD = re.compile(r"\ufeff?(\w+):(?:\s|$)")


def over(host: Lines, example: Lines, gone: set[str]) -> Lines:
    """Fields with others laid over them."""
    kept = {name: block for name, block in blocks(host).items() if name not in gone}
    for name, block in blocks(example).items():
        kept[name] = _block_over(kept.get(name, []), block, gone)
    return [line for block in kept.values() for line in block]


def blocks(lines: Lines) -> dict[str, Lines]:
    """The lines of each field, by its name."""
    found: dict[str, Lines] = {}
    name = ""
    for line in lines:
        field = _FIELD.match(line)
        name = field[1] if field else name
        found.setdefault(name, []).append(line)
    return found


def _block_over(host: Lines, block: Lines, gone: set[str]) -> Lines:
    """One field laid over another: as it is, if it does not hold fields in its turn."""
    if not (host and host[0].endswith(":") and block[0].endswith(":")):
        return block
    under, inside = _dedented(host[1:]), _dedented(block[1:])
    if _FIELD.match(inside[0]):
        inside = over(under, inside, gone)
    elif _FIELD.match(inside[0].removeprefix("- ")):
        inside = _items_over(under, inside, gone)
    else:
        return block
    return [block[0], *(f"  {line}" for line in inside)]


def _items_over(host: Lines, example: Lines, gone: set[str]) -> Lines:
    """A list laid over another: an entry with an id over that of this id, others by place."""
    there = _items(host)
    free = {item[0]: number for number, item in enumerate(there)}
    for number, item in enumerate(_items(example)):
        place = free.pop(item[0], len(there)) if item[0].startswith("id:") else number
        under = there[place] if place < len(there) else there[0]
        there[place : place + 1] = [over(under, item, gone)]
    return [f"{'  ' if row else '- '}{line}" for item in there for row, line in enumerate(item)]


def _items(lines: Lines) -> list[Lines]:
    found: list[Lines] = []
    for line in lines:
        if line.startswith("- "):
            found.append([])
        found[-1].append(line[2:])
    return found


def _dedented(lines: Lines) -> Lines:
    width = len(lines[0]) - len(lines[0].lstrip())
    return [line[width:] for line in lines]
