"""Findings in Markdown: for the page of a run on GitHub, or for a comment on a pull request.

A host of Markdown reads much into words: links, mentions, numbers of issues, pictures. So only
plain words, numbers and their punctuation stand as they are. Whatever else a message holds stands
in code, where nothing is read into it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.report.text import page, summary, visible

LIMIT = 2**20
"""Bytes. GitHub drops a longer summary whole."""

_RANK = list(Severity)
_WORD = (
    r"[\"'(“‘]*"
    r"(?:[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d{1,6}(?:[.,]\d{1,3})*)"  # a word, or a number
    r"[\"')”’.,;:?!…]*"
)
_PLAIN = re.compile(rf"{_WORD}(?: +{_WORD})*")
# What stands between spaces; a text in quotes is one piece with the spaces in it.
_PIECE = re.compile(r"(?:\"[^\"]*\"|\S)+")


def markdown_report(diagnostics: Iterable[Diagnostic], site: str = "", limit: int = LIMIT) -> str:
    """How many findings there are, then each of them under its file; files with errors first.

    Args:
        diagnostics: the findings, in the order in which they are told.
        site: the address of the published site, for the rules' pages; "" if it is not known.
        limit: how many bytes it may have. The last line says how many findings did not fit.
    """
    found = tuple(diagnostics)
    blocks = list(_blocks(found, site))
    head = f"**{summary(found)}**\n"
    whole = "".join([head, *blocks])
    if len(whole.encode()) <= limit:
        return whole
    return _cut(head, blocks, limit)


def _cut(head: str, blocks: Sequence[str], limit: int) -> str:
    """As many whole findings as fit, and how many did not."""
    room = limit - len(head.encode()) - len(_left_out(len(blocks)).encode())
    kept = 0
    for block in blocks:
        room -= len(block.encode())
        if room < 0:
            break
        kept += 1
    return "".join([head, *blocks[:kept], _left_out(len(blocks) - kept)])


def _left_out(count: int) -> str:
    are = "finding does" if count == 1 else "findings do"
    return f"\n**{count} more {are} not fit here.** `python3 scripts/check.py` tells all of them.\n"


def _blocks(found: Sequence[Diagnostic], site: str) -> Iterable[str]:
    """One block of text for each finding, the first one of a file with the file's name above."""
    files = [tuple(group) for _, group in groupby(found, lambda one: one.location.path)]
    for group in sorted(files, key=_worst):
        heading = f"\n### {_code(visible(group[0].location.path))}\n\n"
        for one in group:
            yield heading + _told(one, site)
            heading = ""


def _worst(found: Iterable[Diagnostic]) -> int:
    return min(_RANK.index(one.severity) for one in found)


def _told(diagnostic: Diagnostic, site: str) -> str:
    place, rule = diagnostic.location, _code(diagnostic.rule)
    kind = diagnostic.severity.value.capitalize()
    spot = f"**{kind}**, line {place.line}, column {place.column}:"
    rows = [f"- {spot} {_words(diagnostic.message)}"]
    if diagnostic.help:
        rows.append(f"  - Help: {_words(diagnostic.help)}")
    if diagnostic.typed:
        rows.append(f"  - Type: {_code(visible(diagnostic.typed))}")
    rows.append(f"  - Rule: {f'[{rule}](<{page(diagnostic, site)}>)' if site else rule}")
    return "\n".join(rows) + "\n"


def _words(text: str) -> str:
    return _PIECE.sub(lambda piece: _piece(piece[0]), visible(text))


def _piece(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    bare = text.rstrip(".,;:?!…")
    return _code(bare) + text[len(bare) :] if bare else _code(text)


def _code(text: str) -> str:
    """The text as code, between more backticks than it holds in a row."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    # One space at each end is taken off again; it keeps the text's own from being so.
    pad = " " if text.strip(" ") and {text[0], text[-1]} & {"`", " "} else ""
    return f"{fence}{pad}{text}{pad}{fence}"
