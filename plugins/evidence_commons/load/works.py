"""From a record of the library to a Reference: what its fields say, as plain Unicode text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_commons.diagnostics import Location
from evidence_commons.load.latex import plain_text
from evidence_commons.load.library import Lines
from evidence_commons.load.mistakes import short
from evidence_commons.load.names import read_names
from evidence_commons.load.record import Record
from evidence_commons.load.values import Field
from evidence_commons.model.faults import BadValue, Fault, MissingField
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

WHOLE_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
YEAR_AT_FRONT = re.compile(
    r"([0-9]{4})(?:-[0-9]{2}){0,2}(?:[a-z?~%]|T.*|\s*[/\u2013\u2014-].*)"
)  # 2004/2006, 2024a, 2001--, 2024-03-31T10:00
DOI_FRONT = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
ADDRESS = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)
ESCAPED = re.compile(r"\{\\([%_&#~$])\}|\\([%_&#~$])")


@dataclass(slots=True)
class Work:
    """Makes the Reference of one record, and notes the values that cannot be right."""

    record: Record
    lines: Lines
    faults: list[Fault] = field(default_factory=list)

    def reference(self, bibtex: str) -> Reference:
        """The reference; ``bibtex`` is the record as typed."""
        record = self.record
        at = self.lines.location(record.place, len(record.kind) + 1)
        key = Text(record.key, self.lines.location(record.key_place, len(record.key)))
        exact, year = self._date("date"), self._date("year")
        return Reference(
            location=at,
            key=key,
            kind=record.kind,
            title=self._title(),
            authors=self._names("author"),
            editors=self._names("editor"),
            year=exact or year,
            container=self._text(*CONTAINERS),
            publisher=self._publisher(),
            edition=self._text("edition"),
            volume=self._text("volume"),
            number=self._text("number", "issue"),
            pages=self._text("pages"),
            note=self._text("note"),
            doi=DOI_FRONT.sub("", self._sign("doi"), count=1),
            isbn=self._sign("isbn"),
            url=self._url(),
            accessed=self._date("urldate"),
            background="background" in self._keywords(),
            bibtex=bibtex,
            lines=bibtex.count("\n") + 1,
        )

    def _text(self, *names: str) -> str:
        """The first of the fields that says anything."""
        return next(filter(None, (plain_text(field.value) for field in self._there(*names))), "")

    def _there(self, *names: str) -> Iterator[Field]:
        return (self.record.fields[name] for name in names if name in self.record.fields)

    def _title(self) -> str:
        title = self._text("title")
        subtitle = self._text("subtitle")
        return f"{title}: {subtitle}" if title and subtitle else title

    def missing(self, reference: Reference) -> Iterator[MissingField]:
        """The title, if it is not there or says nothing, and that has not been told already."""
        typed = self.record.fields.get("title")
        if not reference.title and not (typed and typed.told):
            at = self.lines.location(typed.place, len("title")) if typed else reference.key.location
            about = "The title of the work."
            yield MissingField(at, "title", "Reference", about, empty=typed is not None)

    def _names(self, name: str) -> tuple[Name, ...]:
        return next((read_names(field.value) for field in self._there(name)), ())

    def _publisher(self) -> str:
        publisher = self._text(*PUBLISHERS)
        return "" if publisher.startswith(("http://", "https://")) else publisher

    def _keywords(self) -> set[str]:
        return {word.strip().lower() for word in re.split("[,;]", self._text("keywords"))}

    def _date(self, name: str) -> Date | None:
        for typed in self._there(name):
            words = plain_text(typed.value)
            year = YEAR_AT_FRONT.fullmatch(words)
            if year and not WHOLE_DATE.fullmatch(words):
                words = year[1]
            try:
                return Date.read(Text(words, self._at(typed)))
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
