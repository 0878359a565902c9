"""The JSON Schemas of entries, for editors that complete and check while people type.

Made from the fields of the model, so that they cannot drift from what is checked. They keep to
what draft-07 knows and add what the YAML language server reads besides: descriptions in Markdown,
snippets, and messages in plain words. An example stands in the description alone: one under
``examples`` would be typed into the entry by the editor, and nobody could tell it from evidence.
"""

import json
from typing import Any

from evidence_commons.export.kinds import KINDS, PLACES, Kind, Vocabularies, in_words, inside
from evidence_commons.export.snippets import snippet
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.page import DataFile
from evidence_commons.model.text import Date, Number, Period, Url, YesNo
from evidence_commons.model.vocabulary import Term, Vocabulary

_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_YEAR = {"type": ["string", "integer"], "minimum": 0, "maximum": 9999}

# Editors put in what belongs to the first of several types, so text comes first.
_FORMS: dict[type, dict[str, Any]] = {
    Date: {
        **_YEAR,
        "pattern": f"^{_DATE}$",
        "patternErrorMessage": "Write the year first, such as 2024, 2024-03 or 2024-03-31.",
    },
    Period: {
        **_YEAR,
        "pattern": f"^{_DATE}(/{_DATE})?$",
        "patternErrorMessage": "Write one date, or two with a slash between, such as 2021/2022.",
    },
    Number: {
        "type": ["string", "number"],
        "pattern": r"^[-+]?[0-9]{1,15}(\.[0-9]{1,15})?$",
        "patternErrorMessage": "Write digits only, with a point for decimals, such as 14.8.",
    },
    Url: {
        "type": "string",
        "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://",
        "patternErrorMessage": "Write the whole address, such as https://example.org/",
    },
    YesNo: {"type": "string", "enum": ["yes", "no"]},
}
_ID = {
    "type": ["string", "integer"],
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "patternErrorMessage": "Use small letters, digits and single hyphens.",
    "maxLength": 80,
}
_TEXT = {
    "type": ["string", "number", "boolean"],
    "errorMessage": "Write text here, or leave the line out.",
}
_NEEDED_TEXT = {**_TEXT, "errorMessage": "Fill this in with text.", "minLength": 1}


def schemas(vocabularies: Vocabularies) -> tuple[DataFile, ...]:
    """A schema for each kind of entry, with the terms of the vocabularies filled in."""
    return tuple(
        DataFile(f"schema/{kind.schema}", _written(kind, vocabularies)) for kind in KINDS.values()
    )


def _written(kind: Kind, vocabularies: Vocabularies) -> str:
    noun, about = kind.noun, _about(kind.noun)
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_noun(noun, kind.fields, vocabularies),
        "defaultSnippets": snippet(f"A new {in_words(noun)}", about, kind.fields),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _noun(noun: type, fields: tuple[Typed, ...], vocabularies: Vocabularies) -> dict[str, Any]:
    return {
        "title": in_words(noun).capitalize(),
        "description": _about(noun),
        "type": "object",
        "additionalProperties": False,
        "required": [typed.key for typed in fields if typed.described.required],
        "properties": {typed.key: _field(noun, typed, vocabularies) for typed in fields},
    }


def _about(noun: type) -> str:
    """What a noun is: the first line of its description."""
    return (noun.__doc__ or "").partition("\n")[0]


def _field(noun: type, typed: Typed, vocabularies: Vocabularies) -> dict[str, Any]:
    described = typed.described
    value = _value(noun, typed, vocabularies)
    words = {"description": described.about, "markdownDescription": _words(typed)}
    if not typed.many:
        return {**value, **words}
    listed: dict[str, Any] = {"type": "array", "items": value, **words}
    if described.required:
        listed["minItems"] = 1
    if fields := inside(typed):
        one = in_words(typed.leaf)
        listed["defaultSnippets"] = snippet(f"One more {one}", described.about, fields)
    return listed


def _words(typed: Typed) -> str:
    """What editors show beside a field."""
    described = typed.described
    parts = [described.about]
    if place := PLACES.get(described.names):
        parts.append(f"A name from `{place}`.")
    if described.example:
        parts.append(f"For example: `{described.example}`")
    parts.append("*Must be filled in.*" if described.required else "*May be left out.*")
    return "\n\n".join(parts)


def _value(noun: type, typed: Typed, vocabularies: Vocabularies) -> dict[str, Any]:
    described = typed.described
    known = vocabularies.get(described.names)
    if known and known.terms:
        return _one_of(known)
    if typed.leaf in _FORMS:
        return dict(_FORMS[typed.leaf])
    if issubclass(typed.leaf, Noun) and typed_fields(typed.leaf):
        return _noun(typed.leaf, typed_fields(typed.leaf), vocabularies)
    if typed.key == "id" and described.required and noun is not Term:
        return dict(_ID)
    bound = {"maxLength": described.longest} if described.longest else {}
    return {**(_NEEDED_TEXT if described.required else _TEXT), **bound}


def _one_of(known: Vocabulary) -> dict[str, Any]:
    """A term of the vocabulary.

    An editor takes a term made of digits for a number, and a reader of text takes it for text, so
    such a term stands here twice.
    """
    numbers = [term for term in known.terms if term.id.isdecimal()]
    terms = (*numbers, *known.terms)
    return {
        "type": ["string", "integer"] if numbers else "string",
        "enum": [*(int(term.id) for term in numbers), *(term.id for term in known.terms)],
        "markdownEnumDescriptions": [f"{term.label}: {term.definition}" for term in terms],
    }
