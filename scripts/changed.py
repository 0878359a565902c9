"""Which findings a pull request is to hear: what it touched, and what it caused."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import history

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic


def news(
    findings: "Sequence[Diagnostic]",
    root: Path,
    commit: str,
    check: "Callable[[Path], Iterable[Diagnostic]]",
) -> "tuple[Diagnostic, ...]":
    """The findings in files that changed since a commit, and those that were not there then.

    Args:
        findings: all that is found now.
        root: the folder of the commons, in a git repository.
        commit: the commit to hold it against.
        check: gives all findings of the commons in a folder.
    """
    with history.state(root, commit) as folder:
        before = Counter(map(_same, check(folder)))
    return tuple(_news(findings, history.changed(root, commit), before))


def _news(
    findings: "Iterable[Diagnostic]", changed: set[str], before: "Counter[tuple[str, ...]]"
) -> "Iterator[Diagnostic]":
    for one in findings:
        known = before[_same(one)] > 0
        before[_same(one)] -= 1
        if one.location.path in changed or not known:
            yield one


def _same(finding: "Diagnostic") -> tuple[str, ...]:
    """What a finding keeps when lines move."""
    return finding.rule, finding.location.path, finding.message
