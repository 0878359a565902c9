"""Every entry as JSON, so that the commons can be read by machines and outlive its pages."""

import json
from typing import Any

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy, Place
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.fields import Noun, typed_fields
from evidence_commons.model.gss import SOURCE
from evidence_commons.model.page import DataFile
from evidence_commons.model.point import CENTRE
from evidence_commons.model.prose import Prose


def records(catalogue: Catalogue) -> tuple[DataFile, ...]:
    """One file per kind of entry: a list in the order of ids, with addresses and derived levels."""
    kinds = {
        "case-studies": catalogue.case_studies,
        "metrics": catalogue.metrics,
        "questions": catalogue.questions,
        "vocabularies": catalogue.vocabularies,
    }
    return tuple(
        DataFile(
            f"data/{name}.json",
            json.dumps(
                [_record(catalogue, things[key]) for key in sorted(things)],
                indent=1,
                ensure_ascii=False,
                allow_nan=False,
            )
            + "\n",
        )
        for name, things in kinds.items()
    )


def _record(catalogue: Catalogue, thing: Any) -> dict[str, Any]:
    record = {"address": address(thing), **_noun(thing)}
    if isinstance(thing, CaseStudy):
        for written, claim in zip(record.get("claims", ()), thing.claims, strict=True):
            written["level"] = _level(catalogue, claim, thing)
        for written, place in zip(record.get("places", ()), thing.places, strict=True):
            if derived := _whereabouts(place):
                written["derived"] = derived
    return record


def _level(catalogue: Catalogue, claim: Claim, study: CaseStudy) -> int:
    return catalogue.strength(claim, study).level


def _whereabouts(place: Place) -> dict[str, str]:
    """What follows from a place's code: nobody typed it, so it stands apart from what was typed."""
    derived = {
        "nation": place.nation.name if place.nation else "",
        "region": place.region or "",
        "kind": place.kind.name if place.kind else "",
    }
    if place.point and place.point.derived:
        derived["latitude"] = str(place.point.latitude)
        derived["longitude"] = str(place.point.longitude)
        derived["precision"] = CENTRE
        derived["source"] = SOURCE
    return {key: words for key, words in derived.items() if words}


def _noun(noun: Noun) -> dict[str, Any]:
    """The filled-in fields of a noun, under the names that they have in files."""
    filled = {typed.key: getattr(noun, typed.attribute) for typed in typed_fields(type(noun))}
    return {key: _value(value) for key, value in filled.items() if value}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, Prose):
        return value.markdown
    return _noun(value) if isinstance(value, Noun) else str(value)
