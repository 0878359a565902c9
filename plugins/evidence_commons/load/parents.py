"""What a record takes over from those that it names as its parents, as BibLaTeX has it.

``xdata`` names records that hold fields for several others; ``crossref`` names the work in which a
work stands, whose title is then that of a book, a journal or a series of volumes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from evidence_commons.load import mistakes
from evidence_commons.load.record import Record
from evidence_commons.load.values import Field
from evidence_commons.load.works import KNOWN

LINKS = ("xdata", "crossref")
COST = 8
"""To look at a field of a parent costs as much as so many letters."""

PARTS = {
    *("inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference"),
    *("inproceedings", "conference"),
}
BY_AUTHORS_OF_BOOKS = {"inbook", "bookinbook", "suppbook"}
IN_PERIODICALS = {"article", "suppperiodical", "review"}
TITLES = ("title", "subtitle", "titleaddon")
OTHER_TITLES = {"shorttitle", "sorttitle", "indextitle", "indexsorttitle"}

OWN = {"ids", "xdata", "crossref"}
OWN_OF_WORKS = {
    *("xref", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related"),
    *("relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey"),
    *("key", "keywords", "keyword", "owner", "timestamp", "groups", "comment", "file", "pdf", "ps"),
    *("sortinit", "sortname", "sortshorthand", "date-added", "date-modified", "creationdate"),
    *("modificationdate", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "mendeley-tags", "biburl"),
}
"""What says something of one record alone. BibLaTeX takes over keywords; here, they are marks."""

OWN_OF_WHOLES = {
    *("doi", "url", "urldate", "urlyear", "urlmonth", "urlday", "archiveurl", "eprint"),
    *("archivedate", "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "urn", "acmid"),
    *("pmid", "pmcid", "lccn", "pages", "pagetotal", "note"),
    *("addendum", "abstract", "annote", "annotation", "contents", "price", "size"),
}
"""A part of a work does not stand at its address, and is not what its notes and counts are of."""

DATES = ("date", "year", "month", "day")
SAME = (
    ("journal", "journaltitle"),
    ("address", "location"),
    ("school", "institution"),
    ("annote", "annotation"),
    ("archiveprefix", "eprinttype"),
    ("primaryclass", "eprintclass"),
    ("hyphenation", "langid"),
    ("urlyear", "urldate"),
)
OTHER_NAME = {name: other for pair in SAME for name, other in (pair, pair[::-1])}

Offers = tuple[tuple[str, Field], ...]
"""What a parent has to give, by the names that it has in the child."""


@dataclass(slots=True)
class Parents:
    """Fills up records with what they lack and their parents have, over any number of levels.

    ``pay`` is told what each costs, in letters, and ``tell`` each parent that is not there.
    """

    by_key: Mapping[str, Record]
    pay: Callable[[Record, int], None]
    tell: Callable[[Field, str], None]
    _done: dict[int, Record] = field(default_factory=dict)
    _offers: dict[tuple[int, str, str, bool], Offers] = field(default_factory=dict)

    def whole(self, record: Record) -> Record:
        """The record with what it takes over. In a circle, parents give what was typed alone."""
        if not any(link in record.fields for link in LINKS):
            return record
        todo, opened = [record], set[int]()
        while todo:
            last = todo[-1]
            if last.place not in opened:
                opened.add(last.place)
                todo += [parent for parent in self._named(last) if self._waits(parent, opened)]
            else:
                todo.pop()
                if last.place not in self._done:
                    self._done[last.place] = self._joined(last)
        return self._done[record.place]

    def _waits(self, record: Record, opened: set[int]) -> bool:
        return (
            record.place not in self._done
            and record.place not in opened
            and any(link in record.fields for link in LINKS)
        )

    def _named(self, record: Record) -> Iterator[Record]:
        for _, key in _links(record):
            if key in self.by_key:
                yield self.by_key[key]

    def _joined(self, record: Record) -> Record:
        fields = dict(record.fields)
        for link, key in _links(record):
            parent = self.by_key.get(key)
            if parent is None:
                self.tell(link, key)
                continue
            parent = self._done.get(parent.place, parent)
            offers = self._offered(record.kind, link.name, parent)
            dates = _dates_to_give(fields, parent.fields)
            took = 0
            for name, offered in offers:
                room = name in dates if name in DATES else OTHER_NAME.get(name) not in fields
                if room and name not in fields:
                    fields[name] = offered
                    took += len(name) + len(offered.value)
            self.pay(record, COST * (1 + len(offers)) + took)
        return replace(record, fields=fields)

    def _offered(self, child: str, link: str, parent: Record) -> Offers:
        """What the parent has for a child of a kind. Mistakes in it are told where they are."""
        over = _title_in(child, parent.kind)
        by_author = parent.kind in ("book", "mvbook") and child in BY_AUTHORS_OF_BOOKS
        how = (id(parent), link, over, by_author)
        if how not in self._offers:
            xdata = link == "xdata"
            named = _from_xdata(parent) if xdata else _from_work(parent, over, by_author)
            self._offers[how] = tuple(
                (name, replace(typed, told=True)) for name, typed in named if typed.value.strip()
            )
        return self._offers[how]


def _links(record: Record) -> Iterator[tuple[Field, str]]:
    """The fields that name parents, with each key in them."""
    for name in LINKS:
        if name in record.fields:
            link = record.fields[name]
            keys = dict.fromkeys(filter(None, map(str.strip, link.value.split(","))))
            yield from ((link, key) for key in islice(keys, mistakes.MOST))


def _title_in(child: str, parent: str) -> str:
    """What the title of the parent is for the child: ``book``, ``journal``, ``main``, or ""."""
    if parent.startswith("mv"):
        return "" if child.startswith("mv") else "main"
    if child in PARTS:
        return "book"
    return "journal" if parent == "periodical" and child in IN_PERIODICALS else ""


def _from_xdata(parent: Record) -> Iterator[tuple[str, Field]]:
    for name, typed in parent.fields.items():
        if name in KNOWN and name not in OWN:
            yield name, typed


def _from_work(parent: Record, over: str, by_author: bool) -> Iterator[tuple[str, Field]]:
    fields = parent.fields
    own = OWN | OWN_OF_WORKS | (OWN_OF_WHOLES | OTHER_TITLES if over else set())
    if over == "book" and "booktitle" in fields:
        yield "booktitle", fields["booktitle"]
    for name, typed in fields.items():
        if over and name in TITLES:
            yield f"{over}{name}", typed
        elif name in KNOWN and name not in own:
            yield name, typed
            if by_author and name == "author":
                yield "bookauthor", typed


def _dates_to_give(child: Mapping[str, Field], parent: Mapping[str, Field]) -> tuple[str, ...]:
    """A date is taken over as one, and a month only into the year that both say."""
    said = [name for name in DATES if name in child]
    if not said:
        return DATES
    years = [fields["year"].value for fields in (child, parent) if "year" in fields]
    return ("month", "day") if len(years) == 2 and years[0] == years[1] else ()
