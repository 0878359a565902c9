"""The JSON Schema of an entry, for editors that complete and check while people type.

Made from the fields of the model, so that it cannot drift from what is checked. It keeps to
what draft-07 knows, since that is what the YAML language server reads best.
"""

import json
from collections.abc import Mapping
from typing import Any

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import DataFile
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.text import Date, Number, Url, YesNo
from evidence_commons.model.vocabulary import Vocabulary

_FORMS: dict[type, dict[str, Any]] = {
    Date: {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    Number: {"type": ["number", "string"], "pattern": r"^[-+]?[0-9]{1,15}(\.[0-9]{1,15})?$"},
    Url: {"type": "string", "pattern": "^https?://"},
    YesNo: {"enum": ["yes", "no", True, False]},
}
_TEXT = {"type": ["string", "number", "boolean"]}


def schemas(vocabularies: Mapping[str, Vocabulary]) -> tuple[DataFile, ...]:
    """A schema for each kind of entry, with the terms of the vocabularies filled in."""
    kinds = {"case-study": CaseStudy, "metric": Metric, "question": PolicyQuestion}
    return tuple(
        DataFile(f"schema/{name}.schema.json", _written(kind, vocabularies))
        for name, kind in kinds.items()
    )


def _written(kind: type[Noun], vocabularies: Mapping[str, Vocabulary]) -> str:
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **_noun(kind, vocabularies)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _noun(kind: type[Noun], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    fields = typed_fields(kind)
    return {
        "title": kind.__name__,
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "additionalProperties": False,
        "required": [typed.key for typed in fields if typed.described.required],
        "properties": {typed.key: _field(typed, vocabularies) for typed in fields},
    }


def _field(typed: Typed, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    value = _value(typed, vocabularies)
    described = {"description": typed.described.about}
    if not typed.many:
        return {**value, **described}
    return {"type": "array", "items": value, **described}


def _value(typed: Typed, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    known = vocabularies.get(typed.described.names)
    if known:
        return {
            "enum": [term.id for term in known.terms],
            "markdownEnumDescriptions": [f"{t.label}: {t.definition}" for t in known.terms],
        }
    if typed.leaf in _FORMS:
        return dict(_FORMS[typed.leaf])
    if issubclass(typed.leaf, Noun) and typed_fields(typed.leaf):
        return _noun(typed.leaf, vocabularies)
    return dict(_TEXT)
