"""Telling what is wrong with citations, in a site that is no commons.

Which signs are citations depends on the extensions that a site has: formulas, boxes with code in
them, tabs. So a scan of a page only knows the places; what was rendered says which of them count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mkdocs.plugins import get_plugin_logger

from evidence_commons.check.nearest import same_name
from evidence_commons.check.quotes import said
from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.load.citations import citations_in
from evidence_commons.model.cited import Spoiled
from evidence_commons.model.faults import BadCitation
from evidence_commons.model.text_file import TextFile
from evidence_commons.render.citing import Citing
from evidence_commons.report.text import visible
from mkdocs_evidence_commons.citing_markdown import CitationExtension, beginning

log = get_plugin_logger("evidence-citations")

_READERS_MISS = frozenset(
    "broken-reference duplicate-id lost-text missing-library not-a-file not-text "
    "parents-in-a-circle swallowed-field too-big unknown-macro".split()
)
"""The rules on records without which readers miss a work or a part of it. The others are advice:
who adds citations to a site has not asked to have every record judged."""

_NOT_ASKED = frozenset(("unused-reference",))
"""What is no fault there: a library may hold more than a site cites."""

_MOST = 20
"""So many warnings of libraries are shown: a file of another kind has thousands."""

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})", re.MULTILINE)


def tell_of_libraries(found: Iterable[Diagnostic]) -> None:
    """Warn of what readers miss, so that a strict build ends; the rest is there for who asks."""
    missed: list[str] = []
    advice: list[str] = []
    for one in found:
        if one.rule in _NOT_ASKED:
            continue
        serious = one.severity is Severity.ERROR and one.rule in _READERS_MISS
        (missed if serious else advice).append(_line(one))
    for line in missed[:_MOST]:
        log.warning(line)
    for line in (*missed[_MOST:], *advice):
        log.debug(line)
    for what, left in (("more of this in", missed[_MOST:]), ("advice on", advice)):
        if left:
            places = "1 place" if len(left) == 1 else f"{len(left):,} places"
            log.info(f"There is {what} {places} of your library: mkdocs build --verbose shows it.")


def tell_of_nothing(libraries: Iterable[str]) -> None:
    """Warn that there is nothing to cite."""
    log.warning(visible(f"There is no work to cite in {', '.join(libraries)}."))


def tell_of_spoiled(spoiled: Iterable[Spoiled]) -> None:
    """Warn of parts of works that cannot be shown as they are."""
    for one in spoiled:
        log.warning(visible(f"{one.key}: {one.message}"))


def tell_of_page(page: TextFile, rendered: CitationExtension, found: Sequence[Diagnostic]) -> None:
    """Warn of each citation that readers meet on a page, and that leads nowhere.

    Args:
        page: the page as it was typed.
        rendered: what became of it.
        found: what the scan of the page found.
    """
    unknown = rendered.citing.unknown
    left = unknown + rendered.left_alone
    for one, words in _with_words(page, found):
        if left[words] > 0:
            left[words] -= 1
            log.warning(_line(one))
    # What comes from elsewhere, such as a snippet, has no place in this file.
    _tell_without_place(page.path, [key for key in unknown if left[key] > 0], rendered.citing)


def tell_unseen(page: TextFile, citing: Citing) -> None:
    """Warn of works that no scan saw, where all that a scan sees is told already."""
    seen = {str(one.key) for one in citations_in(page.text, page.path)[0]}
    _tell_without_place(page.path, [key for key in citing.unknown if key not in seen], citing)


def _tell_without_place(path: str, keys: Iterable[str], citing: Citing) -> None:
    for key in keys:
        near = same_name(key, citing.shelf.cited)
        hint = f' Did you mean "{near}"?' if near else ""
        log.warning(visible(f"{path}: No work in the library has the key {said(key)}.{hint}"))


def _with_words(page: TextFile, found: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Findings with the words that they are about; those in code that a box holds come last."""
    if not found:
        return
    citations, faults = citations_in(page.text, page.path)
    words = {one.key.location: str(one.key) for one in citations}
    words |= {one.location: beginning(one.text) for one in faults if isinstance(one, BadCitation)}
    code = _lines_of_code(page.text)
    for one in sorted(found, key=lambda one: (one.location.line in code, one.location)):
        if one.location in words:
            yield one, words[one.location]


def _lines_of_code(text: str) -> set[int]:
    """The lines between fences, however deep they are indented."""
    lines: set[int] = set()
    opened = ""
    for number, line in enumerate(text.split("\n"), 1):
        fence = _FENCE.match(line)
        if opened:
            lines.add(number)
            opened = "" if fence and fence[1].startswith(opened) else opened
        elif fence:
            opened = fence[1]
    return lines


def by_path(found: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Findings by the files that they are about."""
    files: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        files[one.location.path].append(one)
    return dict(files)


def _line(one: Diagnostic) -> str:
    return visible(f"{one.location}: {one.message} {one.help}".rstrip())
