"""The commons as JSON."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.building import INVENTED

from evidence_commons.export.records import levels, record, records
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.gss import SOURCE
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
        place["name"]: place.get("derived", {}).get("nation")
        for study in _records("case-studies")
        for place in study.get("places", [])  # type: ignore[attr-defined]
    }
    assert nations["Glen Nowhere"] == "Scotland"
    assert nations["Fjellby"] is None


def test_what_follows_from_a_place_s_code_stands_apart_from_what_was_typed(tmp_path: Path) -> None:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    magpie = commons / "case_studies" / "magpie-energy.yaml"
    magpie.write_text(magpie.read_text("utf-8").replace("S12999902", "E08000033"), "utf-8")
    (place,) = _places(commons)["magpie-energy"]
    assert {"latitude", "longitude", "nation", "region"}.isdisjoint(place)
    derived = place["derived"]
    assert derived["nation"] == "England"
    assert derived["region"] == "Yorkshire and The Humber"
    assert derived["kind"] == "metropolitan district"
    assert (derived["latitude"], derived["longitude"]) == ("53.72", "-1.96")
    assert derived["precision"] == "centre of the council's area"
    assert derived["source"] == SOURCE


def test_a_point_that_was_typed_is_not_derived() -> None:
    (place,) = _places(INVENTED)["owl-library"]
    assert (place["latitude"], place["longitude"]) == ("52.41", "-4.08")
    assert "latitude" not in place["derived"]


def _places(commons: Path) -> dict[str, Any]:
    files = {file.path: file.content for file in data_files(open_commons(commons))}
    studies = json.loads(files["data/case-studies.json"])
    return {study["id"]: study.get("places", []) for study in studies}


def test_the_record_of_an_entry_is_the_same_beside_any_others() -> None:
    catalogue = open_commons(INVENTED).catalogue
    studies = sorted(catalogue.case_studies.values(), key=lambda one: one.id)
    alone = [json.loads(record(one, levels(catalogue, one))) for one in studies]
    assert alone == _records("case-studies")


def test_what_nobody_has_written_yet_is_an_empty_list() -> None:
    assert {file.content for file in records(Catalogue(Collection()))} == {"[]\n"}


def test_the_lines_are_those_of_any_program_that_writes_json(commons: Path) -> None:
    entry = commons / "case_studies/owl-library.yaml"
    odd = 'Owls \\"hoot\\" \\\\ tab \\t bell \\u0001 line \\n ☂ 𝄞 </script>'
    entry.write_text(entry.read_text("utf-8") + f'lessons: ["{odd}"]\n', "utf-8")
    opened = open_commons(commons)
    assert "bell \x01" in opened.catalogue.case_studies["owl-library"].lessons[0]
    for file in data_files(opened):
        value = json.loads(file.content)
        assert file.content == json.dumps(value, indent=1, ensure_ascii=False) + "\n"
