"""Entries of a bibliography, after the common ground of Harvard styles.

Full citation styles (CSL) are another matter; this is plain, complete and the same everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from evidence_commons.cite.labels import who, years
from evidence_commons.diagnostics.words import together
from evidence_commons.model.cited import Cited
from evidence_commons.model.reference import Name, Reference

_INSIDE_ANOTHER = {"article", "incollection", "inproceedings", "inbook"}


def cite(references: Iterable[Reference]) -> Mapping[str, Cited]:
    """Each work, under its key, as readers see it."""
    works = tuple(references)
    dated = years(works)
    return {work.key: _cited(work, dated[work.key]) for work in works}


def _cited(work: Reference, year: str) -> Cited:
    entry = Markup(" ").join(_parts(work, year))
    # Works by one person alone stand before those with others: a low sign ends the names.
    order = f"{_people(work) or work.title}\0{year}".casefold()
    return Cited(f"{who(work)} {year}", entry, order)


def _parts(work: Reference, year: str) -> Iterator[Markup]:
    """The sentences of an entry, in their order."""
    people = _people(work)
    title = _title(work)
    if people:
        stop = "" if work.title.endswith(("?", "!")) else "."
        yield Markup("{} ({}) {}{}").format(people, year, title, stop)
    else:
        yield Markup("{} ({}).").format(title, year)
    if work.container:
        editors = f"{_edited(work)} " if work.authors and work.editors else ""
        inside = editors if work.kind == "article" else f"In {editors}"
        yield Markup("{}<cite>{}</cite>{}.").format(inside, work.container, _numbers(work))
    if work.edition:
        yield Markup("{} edition.").format(work.edition.removesuffix(" edition"))
    if work.publisher:
        yield Markup("{}.").format(work.publisher.rstrip("."))
    if work.note:
        yield Markup("{}.").format(work.note.rstrip("."))
    if work.doi:
        address = f"https://doi.org/{work.doi}"
        yield Markup('<a href="{}">{}</a>').format(address, address)
    elif work.url:
        yield Markup('<a href="{0}" rel="noopener">{0}</a>').format(str(work.url)) + _accessed(work)


def _title(work: Reference) -> Markup:
    """Titles of whole works stand in italics, titles of parts in quotation marks."""
    if work.container or work.kind in _INSIDE_ANOTHER:
        return Markup("\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}").format(
            work.title.rstrip(".")
        )
    return Markup("<cite>{}</cite>").format(work.title.rstrip("."))


def _numbers(work: Reference) -> str:
    """Volume, number and pages."""
    number = f"({work.number})" if work.number else ""
    several = any(sign in work.pages for sign in "-,\N{EN DASH}")
    pages = f"{'pp' if several else 'p'}. {work.pages}" if work.pages else ""
    return "".join(f", {said}" for said in (work.volume + number, pages) if said)


def _accessed(work: Reference) -> Markup:
    return Markup(" (accessed {})").format(work.accessed.words) if work.accessed else Markup("")


def _people(work: Reference) -> str:
    if work.authors:
        return _names(work.authors)
    return _edited(work) if work.editors else ""


def _edited(work: Reference) -> str:
    return f"{_names(work.editors)} ({'eds' if len(work.editors) > 1 else 'ed.'})"


def _names(names: tuple[Name, ...]) -> str:
    """``Coldicutt, R. and Dowse, M.``"""
    if names[-1] == Name("others"):
        return f"{', '.join(_name(name) for name in names[:-1])} et al."
    return together([_name(name) for name in names])


def _name(name: Name) -> str:
    initials = " ".join(f"{part[0]}." for part in name.given.replace("-", " ").split())
    return f"{name.family}, {initials}" if initials else name.family
