"""A record of the library to CSL-JSON, from which every style and every export is made.

Which field becomes which variable follows Pandoc and Better BibTeX, except where they lose
words: a volume keeps its own title, and capitals stay as typed. What a record does not say is not
made up.
"""

import re
from typing import Any

from evidence_commons.load.dates import when, written_date
from evidence_commons.load.item_fields import Fields, Variables
from evidence_commons.load.item_links import Links, prose
from evidence_commons.load.item_numbers import numbers
from evidence_commons.load.item_titles import titles
from evidence_commons.load.item_types import (
    GENRES,
    GENRES_OF_KINDS,
    JURISDICTIONS,
    LANGUAGES,
    PARTS_OF_BOOKS,
    REPORTS,
    STATES,
    THESES,
    VARIANTS,
    item_type,
)
from evidence_commons.load.people import people
from evidence_commons.model.item import Item
from evidence_commons.model.reference import Reference

ACCESSED = re.compile(
    r"\W*(?:online\W+)?(?:last\s+)?(?:accessed|visited|retrieved)\b(?:\s+on\b)?\W*(.*?\d)\W*",
    re.IGNORECASE,
)
TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?", re.IGNORECASE)
EDITOR_ROLES = {"director", "compiler", "curator"}
PLAIN = {
    "number-of-volumes": ("volumes",),
    "publisher-place": ("address", "location"),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "event-place": ("venue",),
    "version": ("version",),
    "abstract": ("abstract",),
    "keyword": ("keywords", "keyword"),
}


def item(work: Reference) -> Item:
    """The work as CSL-JSON. Never raises, whatever its fields; linear in their length."""
    fields = Fields(work.fields)
    links = Links(fields.typed, work.doi)
    made: Item = {"id": str(work.key), "type": item_type(work.kind, fields.typed)}
    for variables in (titles, _names, _dates, numbers, _makers, _others):
        made.update((name, value) for name, value in variables(fields, work.kind) if value)
    if not links.note_says_more or "accessed" in _accessed_in_note(fields):
        made.pop("note", None)
    made.update((name, value) for name, value in links.variables(made["type"]) if value)
    if made["type"] == "document" and "URL" in made:
        made["type"] = "webpage"
    return made


def _names(fields: Fields, kind: str) -> Variables:
    useprefix = "useprefix=false" not in fields.typed("options").replace(" ", "")
    role = fields.typed("editortype").lower()
    for variable, name in (
        ("author", "author"),
        (role if role in EDITOR_ROLES else "editor", "editor"),
        ("translator", "translator"),
        ("container-author", "bookauthor"),
    ):
        yield variable, people(fields.typed(name), useprefix)


def _dates(fields: Fields, kind: str) -> Variables:
    yield "issued", when(fields.typed)
    yield "original-date", when(fields.typed, "orig")
    yield "event-date", when(fields.typed, "event")
    yield from _accessed_in_note(fields).items()
    yield "accessed", when(fields.typed, "url")


def _accessed_in_note(fields: Fields) -> dict[str, Any]:
    """A note that says nothing but when an address was looked at."""
    said = ACCESSED.fullmatch(fields.text("note"))
    day = written_date(said[1].strip()) if said else None
    return {"accessed": day} if day else {}


def _makers(fields: Fields, kind: str) -> Variables:
    school = ("school", "institution")
    if kind in THESES:
        names = (*school, "publisher", "organization")
    elif kind in REPORTS:
        names = ("institution", "school", "organization", "publisher")
    else:
        names = ("publisher", "organization", "institution", "school")
    publisher = fields.text(*names)
    yield "publisher", "" if publisher.startswith(("http://", "https://")) else publisher
    typed = fields.text("type")
    key = typed.lower() or GENRES_OF_KINDS.get(kind, "")
    yield "genre", "" if kind in PARTS_OF_BOOKS else GENRES.get(key, typed)


def _others(fields: Fields, kind: str) -> Variables:
    for variable, names in PLAIN.items():
        yield variable, fields.text(*names)
    if kind == "patent":
        keys = fields.text("location").split(" and ")
        yield "publisher-place", "; ".join(JURISDICTIONS.get(key, key) for key in keys)
    notes = (prose(fields.typed(name)).rstrip(".") for name in ("note", "addendum"))
    yield "note", ". ".join(filter(None, notes))
    state = fields.text("pubstate")
    yield "status", STATES.get(state.lower(), state)
    yield "language", _language(fields)


def _language(fields: Fields) -> str:
    name = fields.text("langid", "language", "hyphenation")
    variant = fields.typed("langidopts").replace(" ", "").lower()
    known = LANGUAGES.get(name.lower(), name)
    if tag := TAG.fullmatch(known):
        known = "-".join(filter(None, (tag[1].lower(), (tag[2] or "").upper())))
    return VARIANTS.get(variant, known) if known == "en" else known
