"""What YAML's parser complains about, and what the person did.

The parser names the place where it could not go on. The mistake is often earlier: a quote that
nobody closed ten lines above. Each complaint becomes the fault at the place to mend.
"""

import re
from dataclasses import dataclass, replace
from typing import Protocol

import yaml

from evidence_commons.diagnostics import Location
from evidence_commons.model.faults import Fault, Shorthand, Unreadable

LONGEST = 1_000
"""No stretch of text in a fault is longer."""

_LEAD = r"\s*(?:- +)*"
_KEY = re.compile(rf"({_LEAD})([^\s:\"'#\[{{][^:]*):(?:[ ]+(.*))?$")
_VALUE = re.compile(rf"({_LEAD}[^\s:\"'#\[{{][^:]*:[ ]+|\s*(?:- +)+|)(?=[\"'\[{{*&!])")
_FIELD = re.compile(r"\s*(?:- +)*[A-Za-z_]+:(?:\s|$)")
_NO_SPACE = re.compile(rf"{_LEAD}[\w-]+:[^ :/\t]")
_NO_ENTRY = ("mapping keys are not allowed", "block sequence entries are not allowed")
_BEGUN = {
    "quoted scalar": "quote",
    "flow": "bracket",
    "block scalar": "block",
    "directive": "sign",
}


class Mark(Protocol):
    """A place as the parser counts it, from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, and the places in it."""

    path: str
    lines: list[str]

    def line(self, number: int) -> str:
        """The line of that number, from 1; nothing beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def at(self, mark: Mark) -> Location:
        """The location that a mark of the parser means; beyond the end, that is the end."""
        if mark.line >= len(self.lines):
            return Location(self.path, len(self.lines), len(self.lines[-1]) + 1)
        return Location(self.path, mark.line + 1, mark.column + 1)

    def rest(self, start: Location) -> str:
        """What stands from there to the end of the line; of a very long line, the beginning."""
        begin = start.column - 1
        return self.line(start.line)[begin : begin + LONGEST].rstrip()

    def fault(self, start: Location, problem: str, sign: str = "") -> Unreadable:
        """A fault over the rest of the line."""
        text = self.rest(start)
        return Unreadable(start.wide(len(text)), problem, sign, text)

    def whole(self, number: int, problem: str) -> Unreadable:
        """A fault over a whole line."""
        line = self.line(number)
        indent = len(line) - len(line.lstrip())
        return self.fault(Location(self.path, number, indent + 1), problem)


def ran_on(source: Source, scalar: yaml.ScalarEvent) -> bool:
    """Whether a quoted text swallowed the next field, because nobody closed its quote."""
    first, last = scalar.start_mark, scalar.end_mark
    if scalar.style not in ("'", '"') or first is None or last is None:
        return False
    indent = _indent(source.line(first.line + 1))
    later = source.lines[first.line + 1 : last.line + 1]
    return any(_FIELD.match(line) and _indent(line) <= indent for line in later)


def complaint(error: yaml.MarkedYAMLError, source: Source, last: yaml.ScalarEvent | None) -> Fault:
    """The fault behind a complaint.

    Args:
        error: what the parser said.
        source: the file.
        last: the last text that was read before.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Unreadable(Location(source.path), "other")
    here, start = source.at(mark), source.at(error.context_mark or mark)
    problem, context = error.problem or "", error.context or ""
    if last and last.start_mark and ran_on(source, last):
        return source.fault(source.at(last.start_mark), "quote")
    if "mapping values" in problem:
        return _second_colon(source, here)
    if "did not find expected key" in problem or "expected '-' indicator" in problem:
        return _left_over(source, here)
    return _named(source, here, start, problem, context)


def _named(source: Source, here: Location, start: Location, problem: str, context: str) -> Fault:
    """Complaints that say well enough what is wrong."""
    sign = source.line(here.line)[here.column - 1 : here.column]
    if "escape" in problem:
        text = source.rest(here)[:2]
        return Unreadable(here.wide(len(text)), "escape", text=text)
    if sign == "\t" or "tab character" in problem:
        return Unreadable(here, "tab")
    if sign and ("cannot start any token" in problem or "expected node content" in problem):
        return _sign(source, here, sign)
    if any(words in problem for words in _NO_ENTRY):
        return source.fault(here, "sign", sign)
    if "document start" in problem and (first := _indented_start(source)):
        return source.whole(first, "indent")
    return _begun(source, start, problem, context) or source.fault(here, "other")


def _indented_start(source: Source) -> int:
    """The number of the first line that says something, if it begins too far to the right."""
    says = (n for n, line in enumerate(source.lines, 1) if not re.match(r"\s*(#|$)|---", line))
    first = next(says, 0)
    return first if _indent(source.line(first)) else 0


def _begun(source: Source, start: Location, problem: str, context: str) -> Fault | None:
    """Complaints about something that was begun and does not end as it should."""
    text = source.rest(start)
    for words, name in _BEGUN.items():
        if words in context:
            return source.fault(start, name, text[:1])
    if "expected ':'" in problem:
        return source.whole(start.line, "no-colon")
    if any(words in context for words in ("alias", "anchor", "tag")):
        return Shorthand(start.wide(len(text)), text.split(" ")[0], text)
    return None


def _sign(source: Source, here: Location, sign: str) -> Unreadable:
    """A sign that no text can begin with; in a list in brackets, up to the next comma."""
    before, text = source.line(here.line)[: here.column - 1], source.rest(here)
    if before.count("[") > before.count("]"):
        text = re.split(r"[,\]]", text)[0].rstrip() or text
    return Unreadable(here.wide(len(text)), "sign", sign, text)


def _second_colon(source: Source, here: Location) -> Fault:
    """A colon where there can be none: in the middle of a text, or on a line that stands wrong."""
    line = source.line(here.line)
    before = line[: here.column - 1]
    if (typed := _KEY.match(line)) and typed.end(2) < len(before):
        value = here.at(here.line, len(line) - len(typed.group(3) or "") + 1)
        return source.fault(value, "colon")
    earlier = next((n for n in range(here.line - 1, 0, -1) if source.line(n).strip()), 0)
    above = source.line(earlier)
    if _NO_SPACE.match(above) or (earlier and not re.search(r":(\s|$)|^\s*(#|- )", above)):
        return source.whole(earlier, "no-colon")
    if re.fullmatch(rf"{_LEAD}[\w-]+", before):
        return source.whole(here.line, "indent")
    return replace(source.whole(here.line, "colon"), text="")


def _left_over(source: Source, here: Location) -> Fault:
    """Words behind a closed quote or bracket, or a line that begins in the wrong column."""
    line = source.line(here.line)
    value = _VALUE.match(line)
    if not line[: here.column - 1].strip() or value is None or value.end() >= here.column - 1:
        return source.whole(here.line, "indent")
    start = here.at(here.line, value.end() + 1)
    text = source.rest(start)
    if text[0] in "*&!":
        return Shorthand(start.wide(len(text)), text.split(" ")[0], text)
    return source.fault(start, "after", text[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
