"""Mend and look again, until nothing is left of which a program can be sure.

A mend is kept only if its finding is gone afterwards and its file has no new one. What a mistake
had hidden is not new: a file that could not be read may hold more of them further down.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.mend.stretches import apart, stretch, typed_in

MOST = 100
"""So many rounds at most: a file that stops being readable at each of its lines takes many."""

READING = "unreadable-file"
"""The rule for what stops us from reading a file."""

HIDING = {READING, "unknown-field", "broken-reference", "swallowed-field"}
"""The rules whose findings hide what else is wrong in a file, in a field, or in a record."""

Look = Callable[[Mapping[str, str]], Sequence[Diagnostic]]
"""Gives all findings there are with these texts in place of those of the files."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One finding that was mended, and what stood there."""

    finding: Diagnostic
    was: str


@dataclass(slots=True)
class Mended:
    """What came of mending.

    ``texts`` are the files that changed, as they are now, and ``left`` all findings there are now.
    """

    left: Sequence[Diagnostic]
    texts: dict[str, str] = field(default_factory=dict)
    mends: list[Mend] = field(default_factory=list)


class _Told(NamedTuple):
    """A finding as it is known again when the columns on its line have moved."""

    rule: str
    line: int
    message: str


def mend(read: Callable[[str], str], look: Look, may: Callable[[Diagnostic], bool]) -> Mended:
    """Mend what is sure.

    Args:
        read: gives the text of a file, by its path.
        look: gives all findings.
        may: whether a finding is one to mend, if it is sure.
    """
    before = look({})
    wrong: set[tuple[str, _Told]] = set()

    def fit(one: Diagnostic) -> bool:
        return one.sure and may(one) and (one.location.path, _told(one)) not in wrong

    done = _rounds(Mended(before), read, look, fit)
    while late := _found_late(before, done):
        wrong.update(late)
        done = _rounds(Mended(before), read, look, fit)
    return done


def _found_late(before: Sequence[Diagnostic], done: Mended) -> set[tuple[str, _Told]]:
    """The mends on whose line something is wrong at last that another mistake had hidden."""
    were, are = _by_path(before), _by_path(done.left)
    lines = {path: {told.line for told in are[path] - were[path]} for path in done.texts}
    mended = (one.finding for one in done.mends)
    return {
        (one.location.path, _told(one))
        for one in mended
        if one.location.line in lines[one.location.path]
    }


def _rounds(
    done: Mended, read: Callable[[str], str], look: Look, fit: Callable[[Diagnostic], bool]
) -> Mended:
    """Try, look and keep what did good, until there is nothing left to try."""

    def now(path: str) -> str:
        return done.texts[path] if path in done.texts else read(path)

    refused: set[Diagnostic] = set()
    for _ in range(MOST):
        wanted = (one for one in done.left if fit(one) and one not in refused)
        before, tried = _tried(wanted, now)
        if not tried:
            break
        texts = {path: typed_in(before[path], found) for path, found in tried.items()}
        after = look(done.texts | texts)
        blamed = _blamed(tried, done.left, after)
        if len(blamed) == len(tried):
            refused.update(*blamed.values())
            continue
        # The ground is another one now, and what was refused may do.
        refused.clear()
        for path in tried.keys() - blamed.keys():
            done.texts[path] = texts[path]
            done.mends += [Mend(one, stretch(before[path], one) or "") for one in tried[path]]
        done.left = look(done.texts) if blamed else after
    return done


def _tried(
    wanted: Iterable[Diagnostic], read: Callable[[str], str]
) -> tuple[dict[str, str], dict[str, list[Diagnostic]]]:
    """The texts to mend, and the findings that can be mended in them at once."""
    before: dict[str, str] = {}
    tried: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for one in apart(wanted):
        path = one.location.path
        if path not in before:
            before[path] = read(path)
        if stretch(before[path], one) is not None and "\n" not in one.typed:
            tried[path].append(one)
    return before, dict(tried)


def _blamed(
    tried: Mapping[str, list[Diagnostic]],
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
) -> dict[str, list[Diagnostic]]:
    """The mends by which a file did not get better, by its path."""
    were, are = _by_path(before), _by_path(after)
    found = {path: _of_no_use(mends, were[path], are[path]) for path, mends in tried.items()}
    return {path: mends for path, mends in found.items() if mends}


def _of_no_use(
    mends: list[Diagnostic], before: Counter[_Told], after: Counter[_Told]
) -> list[Diagnostic]:
    """The mends whose finding is still there, or that made another one."""
    ended = Counter(map(_told, mends))
    still = {told for told in ended if after[told] > before[told] - ended[told]}
    mended = {told.line for told in ended}
    hid = [told.line for told in before - after if told.rule in HIDING]
    made = [told for told in after - before if not _was_hidden(told, hid, mended)]
    lines = {told.line for told in (*still, *made)} & mended
    return [one for one in mends if one.location.line in lines or (made and not lines)]


def _was_hidden(told: _Told, hid: list[int], mended: set[int]) -> bool:
    """Whether a finding was there before and could not be seen. A file is read from its top."""
    if not hid or told.line in mended:
        return False
    return told.rule != READING or told.line > min(hid)


def _by_path(findings: Iterable[Diagnostic]) -> defaultdict[str, Counter[_Told]]:
    paths: defaultdict[str, Counter[_Told]] = defaultdict(Counter)
    for one in findings:
        paths[one.location.path][_told(one)] += 1
    return paths


def _told(one: Diagnostic) -> _Told:
    return _Told(one.rule, one.location.line, one.message)
