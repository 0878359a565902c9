"""From a record of the library to a Reference: what its fields say, as plain Unicode text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from evidence_commons.diagnostics import Location
from evidence_commons.load.dates import year_alone
from evidence_commons.load.item_titles import title_and_container
from evidence_commons.load.latex import SORTED_BY, plain_text
from evidence_commons.load.library import Lines
from evidence_commons.load.mistakes import short
from evidence_commons.load.names import count_names, joined_names, parted, read_names
from evidence_commons.load.record import Record
from evidence_commons.load.values import Field
from evidence_commons.model.faults import (
    BadDoi,
    BadNames,
    BadValue,
    Fault,
    MissingField,
    UnknownRecordWord,
)
from evidence_commons.model.reference import Name, Reference
from evidence_commons.model.text import Date, Text, Url

CONTAINERS = ("journal", "journaltitle", "booktitle")
PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
FIELDS = (
    *("title", "subtitle", "author", "editor", "date", "year", "edition", "volume", "number"),
    *("issue", "pages", "note", "doi", "isbn", "url", "urldate", "keywords"),
    *CONTAINERS,
    *PUBLISHERS,
)
"""All that is read here; other fields of BibTeX stay in the record as typed."""

DOI_FRONT = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S(?:.*\S)?|10/[a-z0-9]+", re.IGNORECASE)
DOI_TAIL = re.compile(r"\s|[.,;:]$")
LONGEST_DOI = 1_000
DOI_INSIDE = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#]*[^\s?#.,;:]")
ADDRESS = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)
ESCAPED = re.compile(r"\{\\([%_&#~$])\}|\\([%_&#~$])")

KINDS = (
    *("article", "book", "booklet", "bookinbook", "collection", "conference", "dataset"),
    *("electronic", "inbook", "incollection", "inproceedings", "inreference", "manual"),
    *("mastersthesis", "misc", "mvbook", "mvcollection", "mvproceedings", "mvreference"),
    *("online", "patent", "periodical", "phdthesis", "proceedings", "reference", "report"),
    *("software", "suppbook", "suppcollection", "suppperiodical", "techreport", "thesis"),
    *("unpublished", "www", "xdata", "set", "artwork", "audio", "image", "movie", "music"),
    *("legislation", "legal", "jurisdiction", "letter", "performance", "review", "standard"),
    *("video", "commentary", "bibnote"),
    *(f"custom{letter}" for letter in "abcdef"),
)
"""The kinds of records that BibTeX and BibLaTeX know."""

OTHERS = (
    *("crossref", "xdata", "address", "location", "month", "series", "chapter", "key", "type"),
    *("abstract", "annote", "annotation", "file", "language", "langid", "issn", "eissn", "isrn"),
    *("eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "shorttitle"),
    *("titleaddon", "booksubtitle", "booktitleaddon", "journalsubtitle", "shortjournal"),
    *("maintitle", "mainsubtitle", "issuetitle", "issuesubtitle", "eventtitle", "eventdate"),
    *("venue", "translator", "editora", "editorb", "editorc", "editortype", "authortype"),
    *("introduction", "foreword", "afterword", "annotator", "commentator", "holder", "entryset"),
    *("origdate", "origlanguage", "origpublisher", "origtitle", "origlocation", "reprinttitle"),
    *("pagetotal", "pagination", "bookpagination", "part", "pubstate", "addendum", "version"),
    *("volumes", "label", "shorthand", "shortauthor", "shorteditor", "sortkey", "sortname"),
    *("sorttitle", "sortyear", "options", "related", "relatedtype", "relatedstring", "ids"),
    *("eid", "pmid", "pmcid", "lccn", "copyright", "license", "rights", "price", "size"),
    *("contents", "keyword", "library", "pdf", "ps", "timestamp", "owner", "groups", "comment"),
    *("bookauthor", "namea", "nameb", "namec", "lista", "listb", "listc", "usera", "userb"),
    *("gender", "execute", "presort", "indextitle", "indexsorttitle", "day", "urlyear"),
    *("archiveurl", "archivedate", "entrysubtype", "editoratype", "editorbtype", "editorctype"),
    *("eventtitleaddon", "issuetitleaddon", "journaltitleaddon", "maintitleaddon", "nameaddon"),
    *("nameatype", "namebtype", "namectype", "hyphenation", "langidopts", "isan", "ismn", "iswc"),
    *("relatedoptions", "shorthandintro", "shortseries", "sortinit", "sortshorthand", "xref"),
    *("userc", "userd", "usere", "userf", "liste", "listf", "listd", "verba", "verbb", "verbc"),
    *("urlmonth", "urlday", "origyear", "origmonth", "origday", "eventyear", "numpages", "urn"),
    *("articleno", "issue_date", "acmid", "mrnumber", "zblnumber", "coden", "bibsource", "biburl"),
    *("date-added", "date-modified", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "mendeley-tags"),
    *("creationdate", "modificationdate", "affiliation", "archive", "archivelocation"),
)
"""Fields that BibTeX, BibLaTeX or programs for libraries know, and that are not read here."""

KNOWN = frozenset((*FIELDS, *OTHERS))

MOST_SLIPS = 100
"""So many fields that nobody knows are held against one that is missing."""


@dataclass(frozen=True, slots=True, eq=False)
class Typed(Mapping[str, Text]):
    """The fields of a record as typed, each with its place, which is looked up when asked for."""

    fields: Mapping[str, Field]
    lines: Lines

    def __getitem__(self, name: str) -> Text:
        typed = self.fields[name]
        words = typed.value.lstrip()
        place = typed.value_place + len(typed.value) - len(words)
        width = len(words.partition("\n")[0].rstrip())
        return Text(typed.value, self.lines.location(place, width))

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def __reduce__(self) -> tuple[type[dict[str, Text]], tuple[dict[str, Text]]]:
        # Kept alone, a record needs its own places and not those of the whole library.
        return dict, (dict(self),)


@dataclass(slots=True)
class Work:
    """Makes the Reference of one record, and notes the values that cannot be right."""

    record: Record
    lines: Lines
    plain_text: Callable[[str], str] = plain_text
    faults: list[Fault] = field(default_factory=list)

    def count_names(self) -> int:
        """How many authors and editors there can be at most."""
        return sum(count_names(typed.value) for typed in self._there("author", "editor"))

    def reference(self, bibtex: str) -> Reference:
        """The reference; ``bibtex`` is the record as typed."""
        record = self.record
        at = self.lines.location(record.place, len(record.kind) + 1)
        key = Text(record.key, self.lines.location(record.key_place, len(record.key)))
        exact, year = self._date("date"), self._date("year")
        title, container = title_and_container(self._text, record.kind, self._typed)
        return Reference(
            location=at,
            key=key,
            kind=record.kind,
            title=title,
            authors=self._names("author"),
            editors=self._names("editor"),
            year=exact or year,
            container=container,
            publisher=self._publisher(),
            edition=self._text("edition"),
            volume=self._text("volume"),
            number=self._text("number", "issue"),
            pages=self._text("pages"),
            note=self._text("note"),
            doi=self._doi(),
            isbn=self._sign("isbn"),
            url=self._url(),
            accessed=self._date("urldate"),
            background="background" in self._keywords(),
            bibtex=bibtex,
            lines=bibtex.count("\n") + 1,
            fields=Typed(record.fields, self.lines),
        )

    def _text(self, *names: str) -> str:
        """The first of the fields that says anything."""
        fields = self.record.fields
        for name in names:
            if name in fields and (text := self.plain_text(fields[name].value)):
                return text
        return ""

    def _there(self, *names: str) -> Iterator[Field]:
        return (self.record.fields[name] for name in names if name in self.record.fields)

    def _typed(self, name: str) -> str:
        typed = next((field.value for field in self._there(name)), "")
        return SORTED_BY.sub("", typed).strip(" {}\n")

    def missing(self, reference: Reference) -> Iterator[MissingField]:
        """The title, if it is not there or says nothing, and that has not been told already."""
        typed = self.record.fields.get("title")
        if not self._text("title") and not (typed and typed.told):
            at = self.lines.location(typed.place, len("title")) if typed else reference.key.location
            about = "The title of the work."
            empty = typed is not None
            slips = () if empty else tuple(islice(self._slips(), MOST_SLIPS))
            yield MissingField(at, "title", "Reference", about, empty, slips, FIELDS)

    def _slips(self) -> Iterator[Text]:
        """The names of fields that nobody knows."""
        for name, typed in self.record.fields.items():
            if name not in KNOWN:
                yield Text(name, self.lines.location(typed.place, len(name)))

    def _names(self, name: str) -> tuple[Name, ...]:
        typed = next(self._there(name), None)
        if typed is None:
            return ()
        if not typed.told and (joined := joined_names(typed.value)):
            self.faults.append(BadNames(self._at(typed), name, short(joined), parted(typed.value)))
        return read_names(typed.value, self.plain_text)

    def _publisher(self) -> str:
        publisher = self._text(*PUBLISHERS)
        return "" if publisher.startswith(("http://", "https://")) else publisher

    def _keywords(self) -> set[str]:
        words = self._text("keywords").lower()
        return {word.strip() for word in re.split("[,;]", words)} if words else set()

    def _date(self, name: str) -> Date | None:
        for typed in self._there(name):
            words = self.plain_text(typed.value)
            try:
                return Date.read(Text(year_alone(words) or words, self._at(typed)))
            except ValueError as error:
                self._bad(typed, Date, str(error))
        return None

    def _url(self) -> Url | None:
        for typed in self._there("url", "howpublished"):
            address = self._address(typed.value)
            if typed.name == "howpublished" and not address.startswith(("http://", "https://")):
                continue
            try:
                return Url.read(Text(address, self._at(typed)))
            except ValueError as error:
                self._bad(typed, Url, str(error))
        return None

    def _doi(self) -> str:
        doi = DOI_FRONT.sub("", self._sign("doi"), count=1).strip()
        if not doi or (DOI.fullmatch(doi) and not DOI_TAIL.search(doi)):
            return doi
        typed = self.record.fields["doi"]
        if not typed.told:
            # What goes on over two lines cannot be typed anew on one.
            inside = None if "\n" in typed.value.strip() else DOI_INSIDE.search(doi[:LONGEST_DOI])
            at = self._at(typed)
            self.faults.append(BadDoi(at, short(typed.value), inside[0] if inside else ""))
        return ""

    def _sign(self, name: str) -> str:
        """A field that is no prose: only escapes and braces around it are taken off."""
        return next((self._address(field.value) for field in self._there(name)), "")

    @staticmethod
    def _address(typed: str) -> str:
        bare = typed.strip().removeprefix("{").removesuffix("}").strip()
        wrapped = ADDRESS.fullmatch(typed.strip())
        return ESCAPED.sub(r"\1\2", wrapped[1] if wrapped else bare).strip()

    def _at(self, typed: Field) -> Location:
        words = typed.value.lstrip()
        place = typed.value_place + len(typed.value) - len(words)
        return self.lines.location(place, len(words.split("\n")[0].rstrip()))

    def _bad(self, typed: Field, kind: type[Text], why: str) -> None:
        if not typed.told:
            self.faults.append(BadValue(self._at(typed), short(typed.value), kind, why))


def unknown_words(record: Record, lines: Lines) -> Iterator[UnknownRecordWord]:
    """The kind and the fields of a record whose names nobody knows."""
    if record.kind and record.kind not in KINDS:
        at = lines.location(record.kind_place, len(record.kind))
        yield UnknownRecordWord(at, record.kind, "kind", KINDS)
    used = tuple(record.fields)
    for name, typed in record.fields.items():
        if name not in KNOWN:
            at = lines.location(typed.place, len(name))
            yield UnknownRecordWord(at, name, "field", FIELDS, used)
