"""Author-year labels, such as ``Coldicutt and Dowse 2024``, that never name two works."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from string import ascii_lowercase

from evidence_commons.diagnostics.words import together
from evidence_commons.model.reference import Name, Reference

NO_YEAR = "n.d."
"""Stands for a year that is not known."""

_SHORT_TITLE = 40


def years(references: Iterable[Reference]) -> Mapping[str, str]:
    """The year of each work, with a letter where the same authors wrote several that year.

    Letters follow the works' titles, so that they do not move when the library is re-ordered.
    """
    alike: defaultdict[str, list[Reference]] = defaultdict(list)
    for work in references:
        alike[f"{who(work)} {_year(work)}"].append(work)
    return {
        work.key: _year(work) + (_letter(place, _year(work)) if len(works) > 1 else "")
        for works in alike.values()
        for place, work in enumerate(sorted(works, key=lambda work: (work.title, work.key)))
    }


def who(work: Reference) -> str:
    """The short name of those who made a work; its title where nobody is named."""
    names = work.authors or work.editors
    if not names:
        return f"\N{LEFT SINGLE QUOTATION MARK}{_short(work.title)}\N{RIGHT SINGLE QUOTATION MARK}"
    families = [name.family for name in names]
    if len(names) > 3 or names[-1] == Name("others"):
        return f"{families[0]} et al."
    return together(families)


def _year(work: Reference) -> str:
    return work.year[:4] if work.year else NO_YEAR


def _letter(place: int, year: str) -> str:
    """a to z, then aa: after ``n.d.`` a space keeps it readable."""
    rounds, rest = divmod(place, len(ascii_lowercase))
    letter = ascii_lowercase[rest] * (rounds + 1)
    return f" {letter}" if year == NO_YEAR else letter


def _short(title: str) -> str:
    if len(title) <= _SHORT_TITLE:
        return title
    return title[:_SHORT_TITLE].rsplit(" ", 1)[0] + "\N{HORIZONTAL ELLIPSIS}"
