"""Places whose names and codes look odd beside the list of councils, and are right."""

import shutil
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.pipeline import open_commons

PLACE = "  - name: Glen Nowhere\n    gss: S12999902\n    scope: GLS050\n"
SMALL = "  - id: GLS060\n    label: Local area\n    definition: A village.\n"


def told(folder: Path, place: str) -> set[str]:
    """The rules that tell something of an entry with this place."""
    commons = shutil.copytree(INVENTED, folder / "commons")
    scopes = commons / "case_studies/vocabulary/scopes.yaml"
    scopes.write_text(scopes.read_text("utf-8").rstrip("\n") + f"\n{SMALL}", "utf-8")
    entry = commons / "case_studies/magpie-energy.yaml"
    text = entry.read_text("utf-8")
    assert PLACE in text
    entry.write_text(text.replace(PLACE, f"  - {place}\n    scope: GLS060\n"), "utf-8")
    return {one.rule for one in open_commons(commons).diagnostics} - {"unused-term"}


@pytest.mark.parametrize(
    "place",
    [
        "name: Newport\n    gss: E06000046",
        "name: Brixton\n    gss: E09000022",
        "name: Newcastle\n    gss: E08000021",
        "name: Carlisle\n    gss: E06000063",
        "name: A new council\n    gss: E06000067",
        "name: Kent\n    gss: E10000016",
    ],
    ids=[
        *("a town with the name of another council", "a part of a borough", "a name cut short"),
        *("a city without its own council", "newer than our list", "a county"),
    ],
)
def test_a_place_may_be_right(tmp_path: Path, place: str) -> None:
    assert told(tmp_path, place) == set()
