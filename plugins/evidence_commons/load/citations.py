"""Citations in prose: ``[@key]``, ``[@key, p. 4]``, ``[@one; @two, sec. 3]``.

The signs are Pandoc's. What is in brackets and starts with ``@`` is a citation; anything else
is left alone.
"""

import re
from collections.abc import Callable, Iterator

from evidence_commons.diagnostics import Location
from evidence_commons.load.whereabouts import Whereabouts
from evidence_commons.model.citation import KEY, Citation, CitationGroup
from evidence_commons.model.text import Text

GROUP = re.compile(r"\[(@[^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")
"""A group of citations in running text."""

_ONE = re.compile(rf"@({KEY.pattern})(?:[,\s]\s*(.*))?", re.DOTALL)
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_BACKTICKS = re.compile(r"`+")


def parse_group(inside: str, find: Callable[[str], Location]) -> CitationGroup | None:
    """Read what stands between the brackets.

    Args:
        inside: the text, from the first ``@``.
        find: tells where the given words stand next in the file.

    Returns:
        The citations, or None if the text is no citation.
    """
    parts = [_ONE.fullmatch(" ".join(part.split())) for part in inside.split(";")]
    if not all(parts):
        return None
    return CitationGroup(tuple(_citation(part, find) for part in parts if part))


def _citation(part: re.Match[str], find: Callable[[str], Location]) -> Citation:
    key, locator = part.groups()
    location = find(f"@{key}")
    return Citation(
        key=Text(key, location.at(location.line, location.column + 1, len(key))),
        locator=Text(locator, location) if locator else None,
        location=location,
    )


def citations_in(text: str, path: str) -> Iterator[Citation]:
    """The citations in a page of Markdown, code left out."""
    prose = without_code(text)
    find = Whereabouts(prose, path, Location(path)).find
    for group in GROUP.finditer(prose):
        parsed = parse_group(group.group(1), find)
        yield from parsed.citations if parsed else ()


def without_code(text: str) -> str:
    """The same text with code blanked out, character for character, so that places stay true."""
    fence = ""
    lines = []
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence = mark.group(1)
        elif mark and mark.group(1).startswith(fence) and not line.strip(" `~"):
            fence = ""
        lines.append(" " * len(line) if inside or fence else line)
    return _without_spans("\n".join(lines))


def _without_spans(text: str) -> str:
    """Blank out what stands between two runs of backticks of the same length."""
    runs = list(_BACKTICKS.finditer(text))
    later: dict[int, list[re.Match[str]]] = {}
    for run in reversed(runs):
        later.setdefault(len(run.group()), []).append(run)
    pieces, done = [], 0
    for run in runs:
        same = later[len(run.group())]
        same.pop()
        if run.start() >= done and same:
            end = same[-1].end()
            pieces += [text[done : run.start()], re.sub(r"[^\n]", " ", text[run.start() : end])]
            done = end
    return "".join([*pieces, text[done:]])
