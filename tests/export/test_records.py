"""The commons as JSON."""

import json

from tests.building import INVENTED

from evidence_commons.pipeline import data_files, open_commons


def _records(name: str) -> list[dict[str, object]]:
    files = {file.path: file.content for file in data_files(open_commons(INVENTED))}
    records: list[dict[str, object]] = json.loads(files[f"data/{name}.json"])
    return records


def test_every_entry_is_there_in_the_order_of_ids() -> None:
    catalogue = open_commons(INVENTED).catalogue
    for name, things in (
        ("case-studies", catalogue.case_studies),
        ("metrics", catalogue.metrics),
        ("questions", catalogue.questions),
    ):
        assert [record["id"] for record in _records(name)] == sorted(things)


def test_fields_bear_the_names_that_they_have_in_files_and_empty_ones_are_left_out() -> None:
    study = next(record for record in _records("case-studies") if record.get("funding"))
    assert study["address"] == f"case-studies/{study['id']}/"
    funding = study["funding"]
    assert isinstance(funding, list)
    assert "fundingOrganization" in funding[0]
    assert all(value not in ("", None, []) for value in study.values())


def test_each_claim_carries_its_derived_level() -> None:
    levels = {
        claim["level"]
        for study in _records("case-studies")
        for claim in study.get("claims", [])  # type: ignore[attr-defined]
    }
    assert levels == {1, 2, 3, 4, 5}


def test_each_place_carries_the_nation_that_follows_from_its_code() -> None:
    nations = {
        place["name"]: place.get("nation")
        for study in _records("case-studies")
        for place in study.get("places", [])  # type: ignore[attr-defined]
    }
    assert nations["Glen Nowhere"] == "Scotland"
    assert nations["Fjellby"] is None
