"""Findings for a person at a terminal, after the manner of rustc and ruff."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.diagnostics.words import together

Excerpt = Callable[[Location], str | None]
"""Gives the line of a file at a location, or None if there is none to show."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}
_WIDEST = 160
_MASK = "•"
# Control and direction signs, signs without width, breaks of lines, halves of characters, and what
# XML cannot hold. Joiners stay: some scripts need them.
_ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


def text_report(
    diagnostics: Iterable[Diagnostic], excerpt: Excerpt, colour: bool = False, site: str = ""
) -> str:
    """Every finding with its line, carets under the spot, the remedy and the rule; then a count.

    Args:
        diagnostics: the findings, in the order in which they are told.
        excerpt: gives the lines that are shown.
        colour: whether to colour for a terminal.
        site: the address of the published site, for the rules' pages; "" if it is not known.
    """
    found = tuple(diagnostics)
    shown = _masked(excerpt, found)
    told = [_told(one, shown(one.location), colour, site) for one in found]
    return "\n".join([*told, summary(found)]) + "\n"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """One line that counts the findings: ``2 errors and 1 warning.``"""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [
        f"{counts[severity]} {severity.value}{'s' * (counts[severity] > 1)}"
        for severity in Severity
        if counts[severity]
    ]
    return f"{together(parts)}." if parts else "Nothing to mend."


def _masked(excerpt: Excerpt, found: Iterable[Diagnostic]) -> Excerpt:
    """The same lines, without what is private in them: reports are public."""
    private: defaultdict[tuple[str, int], list[Location]] = defaultdict(list)
    for one in found:
        if one.private:
            private[one.location.path, one.location.line].append(one.location)

    # Each line is masked once, however many findings there are on it.
    masked: dict[tuple[str, int], str] = {}

    def shown(location: Location) -> str | None:
        where = location.path, location.line
        line = masked.get(where) or excerpt(location)
        if line and where in private and where not in masked:
            signs = list(line)
            for place in private[where]:
                start, end = place.column - 1, min(place.column - 1 + place.width, len(signs))
                signs[start:end] = _MASK * (end - start)
            line = masked[where] = "".join(signs)
        return line

    return shown


def _told(diagnostic: Diagnostic, line: str | None, colour: bool, site: str) -> str:
    def paint(text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if colour else text

    place = paint(visible(str(diagnostic.location)), "1")
    severity = paint(diagnostic.severity.value, f"1;{_COLOURS[diagnostic.severity]}")
    rows = [f"{place}: {severity}: {visible(diagnostic.message)}"]
    if line is not None:
        rows += _snippet(diagnostic.location, line, paint)
    if diagnostic.help:
        rows.append(f"  {paint('help:', '1;32')} {visible(diagnostic.help)}")
    if diagnostic.typed.strip():
        rows.append(f"  {paint('type:', '1;32')} {visible(diagnostic.typed)}")
    rows.append(f"  {paint('rule:', '1;34')} {diagnostic.rule}, see {page(diagnostic, site)}")
    return "\n".join(rows) + "\n"


def _snippet(location: Location, line: str, paint: Callable[[str, str], str]) -> list[str]:
    """The line as typed, and carets under the spot. Of a very long line, the part around it."""
    start = max(0, location.column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = visible(line[start : start + _WIDEST].replace("\t", " "))
    place = min(location.column - 1 - start, len(shown))
    width = max(1, min(location.width, len(shown) - place))
    number = str(location.line)
    bar = paint("|", "34")
    return [
        f"  {paint(number, '34')} {bar} {shown}",
        f"  {' ' * len(number)} {bar} {' ' * place}{paint('^' * width, '1;31')}",
    ]


def visible(text: str) -> str:
    """Text with every control and direction sign replaced, so that it cannot act on its reader."""
    return _ACTS.sub("\N{REPLACEMENT CHARACTER}", text)


def typable(diagnostic: Diagnostic) -> str:
    """What a program may be given to type: exactly what is told, or "" if not all of it shows."""
    return diagnostic.typed if visible(diagnostic.typed) == diagnostic.typed else ""


def page(diagnostic: Diagnostic, site: str) -> str:
    """The address of the rule's page, as much of it as is known."""
    return f"{site.rstrip('/')}/{diagnostic.page}" if site else diagnostic.page
