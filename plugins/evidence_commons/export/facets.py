"""The result set for browsers: one small file by which it is narrowed, and the cards of the list.

Columns are lists in the order of the entries, so that little is said twice.
"""

import json
from collections.abc import Sequence
from typing import Any

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.facet import Facet, Value
from evidence_commons.model.page import DataFile
from evidence_commons.model.point import Point
from evidence_commons.model.result_set import ResultSet

CHUNK = 20
"""So many cards are in one file: those that are seen are seldom neighbours."""

SINGLE = ("status", "example", "year")
"""The facets of entries of which each entry has one value."""


def facets(catalogue: Catalogue, results: ResultSet) -> tuple[DataFile, ...]:
    """The file of facets, and the files of cards."""
    cards = [_card(catalogue, study) for study in results.entries]
    return (
        DataFile("data/facets.json", _json(_facets(results))),
        *(
            DataFile(f"data/cards/{start // CHUNK}.json", _json(cards[start : start + CHUNK]))
            for start in range(0, len(cards), CHUNK)
        ),
    )


def _facets(results: ResultSet) -> dict[str, Any]:
    entries, known = results.entries, results.facets.values()
    return {
        "edition": {"id": results.edition.id, "date": results.edition.date or ""},
        "chunk": CHUNK,
        "facets": [_facet(one) for one in known],
        "entries": {
            "id": [study.id for study in entries],
            "title": [study.title for study in entries],
            "reviewed": _ranks([study.provenance.last_reviewed for study in entries]),
            **{one.id: _column(one) for one in known if one.of == "entry"},
        },
        "claims": {
            "counts": [len(study.claims) for study in entries],
            **{one.id: [own for (own,) in one.borne] for one in known if one.of == "claim"},
        },
        "points": _points(results),
    }


def _column(one: Facet) -> Sequence[int | tuple[int, ...]]:
    """The values of each bearer."""
    return [value for (value,) in one.borne] if one.id in SINGLE else one.borne


def _ranks(dates: Sequence[str]) -> list[int]:
    """The place of each date among all of them, the earliest first."""
    ranks = {date: rank for rank, date in enumerate(sorted(set(dates)))}
    return [ranks[date] for date in dates]


def _points(results: ResultSet) -> dict[str, Any]:
    """The places that have a point, each once, and which entries are there."""
    places: dict[tuple[str, float, float], int] = {}
    pairs = [
        (number, places.setdefault(_spot(place.name, place.point), len(places)))
        for number, study in enumerate(results.entries)
        for place in study.places
        if place.point
    ]
    return {"places": list(places), "at": pairs}


def _spot(name: str, point: Point) -> tuple[str, float, float]:
    return str(name), float(point.latitude), float(point.longitude)


def _facet(one: Facet) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "of": one.of,
        "values": [_value(value) for value in one.values],
    }


def _value(value: Value) -> list[str | int]:
    wider = () if value.wider is None else (value.wider,)
    return [value.id, value.label, value.address, *wider]


def _card(catalogue: Catalogue, study: CaseStudy) -> dict[str, Any]:
    levels = [catalogue.strength(claim, study).level for claim in study.claims]
    kind = catalogue.term("example-kinds", study.example_of) if study.example_of else None
    status = catalogue.term("statuses", study.status) if study.status != "not-known" else None
    return {
        "address": address(study),
        "title": study.title,
        "summary": study.summary,
        "places": [place.name for place in study.places],
        "claims": len(levels),
        "level": max(levels, default=0),
        "kind": kind.label if kind else "",
        "status": status.label if status else "Status not known",
    }


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False) + "\n"
