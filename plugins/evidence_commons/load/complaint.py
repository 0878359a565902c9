"""What YAML's parser complains about, and what the person did.

The parser names the place where it could not go on. The mistake is often earlier: a quote that
nobody closed ten lines above. Each complaint becomes the fault at the place to mend.
"""

import re
from dataclasses import replace

import yaml

from evidence_commons.diagnostics import Location
from evidence_commons.load.hyphens import (
    bullet,
    first_astray,
    first_without_hyphen,
    no_hyphen,
)
from evidence_commons.load.source import Source, indent_of, said_before
from evidence_commons.model.faults import Fault, Shorthand, Unreadable
from evidence_commons.model.field_names import field_names

_LEAD = r"\s*(?:- +)*"
_KEY = re.compile(rf"({_LEAD})([^\s:\"'#\[{{][^:]*):(?:[ ]+(.*))?$")
_VALUE = re.compile(rf"({_LEAD}[^\s:\"'#\[{{][^:]*:[ ]+|\s*(?:- +)+|)(?=[\"'\[{{*&!])")
_FIELD = re.compile(r"\s*(?:- +)*[A-Za-z_]+:(?:\s|$)")
_NO_SPACE = re.compile(rf"{_LEAD}[\w-]+:[^ :/\t]")
_NO_COLON = re.compile(r"( *- +)(\w+) [^:]*$")
_FENCE = re.compile(r"(?:```|~~~)\w*\s*$")
_NO_ENTRY = ("mapping keys are not allowed", "block sequence entries are not allowed")
_BEGUN = {
    "quoted scalar": "quote",
    "flow": "bracket",
    "block scalar": "block",
    "directive": "sign",
}


def ran_on(source: Source, scalar: yaml.ScalarEvent) -> bool:
    """Whether a quoted text swallowed the next field, because nobody closed its quote."""
    first, last = scalar.start_mark, scalar.end_mark
    if scalar.style not in ("'", '"') or first is None or last is None:
        return False
    indent = indent_of(source.line(first.line + 1))
    later = source.lines[first.line + 1 : last.line + 1]
    return any(_FIELD.match(line) and indent_of(line) <= indent for line in later)


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
    before = said_before(source, here.line)
    if told := _fence(source) or bullet(source, here.line) or bullet(source, before):
        return told
    if last and last.start_mark and ran_on(source, last):
        return source.fault(source.at(last.start_mark), "quote")
    if "mapping values" in problem:
        return _second_colon(source, here)
    if "did not find expected key" in problem or "expected '-' indicator" in problem:
        return _left_over(source, here)
    return _named(source, here, start, problem, context)


def _fence(source: Source) -> Unreadable | None:
    """The fault of the marks that a chat or a web page puts around a file."""
    first = next((n for n, line in enumerate(source.lines, 1) if line.strip()), 0)
    return source.whole(first, "fence") if _FENCE.match(source.line(first)) else None


def _named(source: Source, here: Location, start: Location, problem: str, context: str) -> Fault:
    """Complaints that say well enough what is wrong."""
    sign = source.line(here.line)[here.column - 1 : here.column]
    if "escape" in problem:
        text = source.rest(here)[:2]
        return Unreadable(source.typed(here.wide(len(text))), "escape", text=text)
    if sign == "\t" or "tab character" in problem:
        return Unreadable(source.typed(here), "tab")
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
    return first if indent_of(source.line(first)) else 0


def _begun(source: Source, start: Location, problem: str, context: str) -> Fault | None:
    """Complaints about something that was begun and does not end as it should."""
    text = source.rest(start)
    for words, name in _BEGUN.items():
        if words in context:
            return source.fault(start, name, text[:1])
    if "expected ':'" in problem:
        return source.whole(start.line, "no-colon")
    if any(words in context for words in ("alias", "anchor", "tag")):
        return Shorthand(source.typed(start.wide(len(text))), text.split(" ")[0], text)
    return None


def _sign(source: Source, here: Location, sign: str) -> Unreadable:
    """A sign that no text can begin with; in a list in brackets, up to the next comma."""
    before, text = source.line(here.line)[: here.column - 1], source.rest(here)
    if before.count("[") > before.count("]"):
        text = re.split(r"[,\]]", text)[0].rstrip() or text
    return Unreadable(source.typed(here.wide(len(text))), "sign", sign, text)


def _second_colon(source: Source, here: Location) -> Fault:
    """A colon where there can be none: in the middle of a text, or on a line that stands wrong."""
    line = source.line(here.line)
    before = line[: here.column - 1]
    if lost := first_without_hyphen(source, here.line) or first_astray(source, here.line):
        return lost
    if (typed := _KEY.match(line)) and typed.end(2) < len(before):
        value = here.at(here.line, len(line) - len(typed.group(3) or "") + 1)
        return source.fault(value, "colon")
    earlier = said_before(source, here.line)
    above = source.line(earlier)
    begun = _NO_COLON.match(above)
    bare = begun and begun[2] in field_names() and begun.end(1) == indent_of(line)
    if bare or _NO_SPACE.match(above) or (earlier and not re.search(r":(\s|$)|^\s*(#|- )", above)):
        return source.whole(earlier, "no-colon")
    name = re.fullmatch(rf"{_LEAD}([\w-]+)", before)
    if name and (name[1] in field_names() or above.rstrip().endswith(":")):
        return source.whole(here.line, "indent")
    return replace(source.whole(here.line, "colon"), text="")


def _without_bar(source: Source, number: int) -> int:
    """The line of the field whose text is cut by a heading, for want of a sign before it; or 0."""
    cut, indent = False, indent_of(source.line(number))
    while indent and (number := said_before(source, number)):
        line = source.line(number)
        if indent_of(line) < indent:
            return number if cut and re.fullmatch(r" *[a-z_]+: *", line) else 0
        cut = cut or line.lstrip().startswith("#")
    return 0


def _left_over(source: Source, here: Location) -> Fault:
    """Words behind a closed quote or bracket, or a line that begins in the wrong column."""
    if lost := no_hyphen(source, here.line) or first_astray(source, here.line):
        return lost
    if opens := _without_bar(source, here.line):
        return source.whole(opens, "bar")
    line = source.line(here.line)
    value = _VALUE.match(line)
    if not line[: here.column - 1].strip() or value is None or value.end() >= here.column - 1:
        return source.whole(here.line, "indent")
    start = here.at(here.line, value.end() + 1)
    text = source.rest(start)
    if text[0] in "*&!":
        return Shorthand(source.typed(start.wide(len(text))), text.split(" ")[0], text)
    return source.fault(start, "after", text[0])
