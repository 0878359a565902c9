"""The result set for browsers: what is in the files, however the scripts use it."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from tests.building import INVENTED

from evidence_commons.pipeline import open_commons, result_files, site


@cache
def _files(commons: Path = INVENTED) -> dict[str, str]:
    return {file.path: file.content for file in result_files(site(open_commons(commons)))}


def _facets(commons: Path = INVENTED) -> dict[str, Any]:
    facets: dict[str, Any] = json.loads(_files(commons)["data/facets.json"])
    return facets


def _values(facets: dict[str, Any], facet: str) -> list[list[Any]]:
    """The values of a facet: id, label, address and perhaps the number of the wider value."""
    values: list[list[Any]] = next(one for one in facets["facets"] if one["id"] == facet)["values"]
    return values


def _borne(facets: dict[str, Any], facet: str, entry: str) -> list[str]:
    """The ids of the values that an entry names."""
    numbers = facets["entries"][facet][facets["entries"]["id"].index(entry)]
    return [_values(facets, facet)[number][0] for number in numbers]


def _laid_over(tmp_path: Path, file: str, old: str, new: str) -> Path:
    commons = shutil.copytree(INVENTED, tmp_path / "commons")
    path = commons / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return commons


def test_every_column_is_as_long_as_the_list() -> None:
    facets = _facets()
    assert {len(column) for column in facets["entries"].values()} == {3}
    claims = {name: len(column) for name, column in facets["claims"].items() if name != "counts"}
    assert set(claims.values()) == {sum(facets["claims"]["counts"])}
    assert len(facets["claims"]["counts"]) == 3


def test_entries_stand_in_the_order_of_the_list() -> None:
    titles = _facets()["entries"]["title"]
    assert titles == ["Magpie Energy", "Owl Library of Things", "Robin Taxis: the riders' own"]


def test_a_value_has_a_label_and_the_address_of_its_page() -> None:
    assert ["energy", "Energy", "vocabulary/themes/energy/"] in _values(_facets(), "theme")
    assert ["2018", "2018", "years/2018/"] in _values(_facets(), "year")
    assert _values(_facets(), "level")[1] == ["2", "Level 2: a measurement", "levels/2/"]


def test_nation_and_country_follow_from_the_places() -> None:
    assert _borne(_facets(), "nation", "robin-taxis") == ["england", "norway"]


def test_an_empty_field_has_a_value_of_its_own() -> None:
    facets = _facets()
    assert _borne(facets, "legal-form", "owl-library") == ["-"]
    assert _values(facets, "legal-form")[-1] == ["-", "Not known", ""]


def test_what_all_entries_name_has_no_value_for_an_empty_field() -> None:
    assert "-" not in [value[0] for value in _values(_facets(), "status")]


def test_a_value_knows_its_wider_value_even_if_nothing_names_that(tmp_path: Path) -> None:
    themes = "case_studies/vocabulary/themes.yaml"
    wide = "terms:\n  - id: nest\n    label: Nest\n    definition: All of it.\n"
    commons = _laid_over(tmp_path, themes, "terms:\n", wide)
    path = commons / themes
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("  - id: energy\n", "  - id: energy\n    broader: nest\n"), "utf-8"
    )
    values = _values(_facets(commons), "theme")
    energy = next(value for value in values if value[0] == "energy")
    assert values[energy[3]][0] == "nest"


def test_each_claim_names_its_entry_and_has_its_derived_level() -> None:
    facets = _facets()
    ids = facets["entries"]["id"]
    counts = zip(ids, facets["claims"]["counts"], strict=True)
    owners = [entry for entry, count in counts for _ in range(count)]
    levels = [_values(facets, "level")[level][0] for level in facets["claims"]["level"]]
    found = set(zip(owners, levels, strict=True))
    assert ("robin-taxis", "5") in found
    assert ("owl-library", "5") not in found


def test_a_place_with_a_point_is_there_for_maps() -> None:
    facets = _facets()
    there = facets["points"]["places"].index(["Fjellby", 60.1, 10.2])
    assert [facets["entries"]["id"].index("robin-taxis"), there] in facets["points"]["at"]


def test_the_cards_stand_in_the_order_of_the_list() -> None:
    cards = json.loads(_files()["data/cards/0.json"])
    assert [card["title"] for card in cards] == _facets()["entries"]["title"]
    assert cards[0]["address"] == "case-studies/magpie-energy/"
    assert cards[0]["status"] == "Ended"
    assert cards[2]["level"] == 5


def test_the_edition_is_the_same_for_the_same_words_and_another_for_others(tmp_path: Path) -> None:
    same = shutil.copytree(INVENTED, tmp_path / "same")
    other = _laid_over(tmp_path, "case_studies/owl-library.yaml", "very large", "tiny")
    edition = _facets()["edition"]
    assert _facets(same)["edition"] == edition
    assert _facets(other)["edition"]["id"] != edition["id"]
    assert edition["date"] == "2024-06-30"
