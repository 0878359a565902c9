"""Reading on behind a mistake: its line is mended in memory, so that all below can be read too.

What is put there is never shown. A value becomes ``MENDED``, by which the reader knows that it was
told; a line that stands wrong is moved, and keeps its own columns. A mend that leads nowhere tells
nothing: whoever made one mistake should not read of two.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from evidence_commons.load.mending import LEAD, MENDED, Mending, front_of, is_field, is_ours
from evidence_commons.load.realign import ODD, alone, go_on, realigned
from evidence_commons.model.faults import Fault, Shorthand, Unreadable
from evidence_commons.model.field_names import field_names

MOST = 20
"""A file is read anew so many times at most."""

WORK = 400_000
"""So many characters at most are read anew: the longer a file, the less often."""

_NAMED = re.compile(r"([ ]*(?:- +)*\w+)(?: *[=:;\uff1a]| +[-\u2013\u2014] )")
_OPENS = re.compile(r"([ ]*(?:- +)*(\w+)) *[|>]-?\s*$")
_SPACED = re.compile(r"([ ]*(?:- +)*(\w+)) +\S")
_BULLET = re.compile(r"( *)([^\w\s]|\d+[.)]) *")


def ways_on(file: Mending, fault: Fault) -> Iterator[Mending]:
    """The file with this fault mended, in each way that may have been meant."""
    number = fault.location.line
    problem = fault.problem if isinstance(fault, Unreadable) else ""
    for step in _STEPS.get(problem, ()):
        after = file.copy()
        step(after, number)
        if after.lines != file.lines:
            yield after
    if isinstance(fault, Shorthand) or problem in _VALUES:
        after = file.copy()
        after.hide(number, fault.location.column - 1 + file.moved.get(number, 0), fault)
        yield after


def _no_colon(file: Mending, number: int) -> None:
    line = file.lines[number - 1]
    below = file.lines[number] if number < len(file.lines) else ""
    if (opens := _OPENS.match(line)) and opens[2] in field_names():
        file.put(number, f"{opens[1]}: |")
    elif (named := _NAMED.match(line) or _SPACED.match(line)) and (
        named.re is _NAMED or named[2] in field_names()
    ):
        file.put(number, f"{named[1]}: {MENDED}")
    elif ODD.search(line):
        file.put(number, ODD.sub(" ", line))
    elif re.fullmatch(r" *\w+ *", line) and re.match(r" *- ", below):
        file.put(number, f"{line.rstrip()}:")
    else:
        go_on(file, number)


def _tab(file: Mending, number: int) -> None:
    for one in file.run(number, lambda line: "\t" in line[: front_of(line)]):
        line = file.lines[one - 1]
        spaced = line[: front_of(line)].replace("\t", "  ")
        file.put(
            one, spaced + line[front_of(line) :].replace("\t", " "), len(spaced) - front_of(line)
        )


def _bullet(file: Mending, number: int) -> None:
    own = front_of(file.lines[number - 1])
    for one in file.run(number, lambda line: front_of(line) >= own):
        line = file.lines[one - 1]
        if one == number and is_field(line):
            column = _beside(file, number, own)
            file.put(one, f"{' ' * column}- {line[own:]}", column + 2 - own)
        elif front_of(line) == own and (sign := _BULLET.match(line)):
            wide = max(len(sign[0]) - own, 2)
            file.put(one, f"{sign[1]}{'-':{wide}}{line[sign.end() :]}", own + wide - sign.end())


def _beside(file: Mending, number: int, own: int) -> int:
    """The column of the hyphen that a field has lost: that of others begins two before theirs."""
    below = file.below(number)
    return own - 2 if own >= 2 and front_of(below) == own else own


def _fence(file: Mending, number: int) -> None:
    file.put(number, "")
    last = file.above(len(file.lines) + 1)
    if last and re.match("```|~~~", file.lines[last - 1]):
        file.put(last, "")


def _cut(file: Mending, number: int) -> None:
    """Read what follows as a part of the entry, unless it is another one or no entry at all."""
    below = file.lines[number:]
    more = any(map(is_ours, below)) and not any(line.startswith("id:") for line in below)
    for later in range(number, number + 1 if more else len(file.lines) + 1):
        file.put(later, "")


def _bar(file: Mending, number: int) -> None:
    file.put(number, f"{file.lines[number - 1].rstrip()} |")


def _block(file: Mending, number: int) -> None:
    line = file.lines[number - 1]
    sign = re.search(r": +[|>]", line)
    if sign:
        file.put(number, line[: sign.end()])


def _escape(file: Mending, number: int) -> None:
    line = file.lines[number - 1]
    begins = LEAD.match(line)
    if begins and re.search(r'"\s*$', line):
        file.put(number, f"{line[: begins.end()]} {MENDED}")


_VALUES = frozenset(("colon", "quote", "after", "bracket", "sign"))
"""Problems of one value: it is put out of the way."""

_STEPS: Mapping[str, tuple[Callable[[Mending, int], None], ...]] = {
    "bar": (_bar,),
    "block": (_block,),
    "bullet": (_bullet,),
    "escape": (_escape,),
    "fence": (_fence,),
    "indent": (realigned, alone),
    "many": (_cut,),
    "no-colon": (_no_colon,),
    "tab": (_tab,),
}
"""What may be done to the lines for the other problems."""
