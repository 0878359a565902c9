"""The quiet line under the name of a place."""

import shutil
from html import unescape
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages

GLEN = "  - name: Glen Nowhere\n    gss: S12999902\n    scope: GLS050\n"


def line(folder: Path, place: str) -> str:
    """What a reader sees under the name when this is the entry's place."""
    commons = shutil.copytree(INVENTED, folder / "commons")
    entry = commons / "case_studies/magpie-energy.yaml"
    text = entry.read_text("utf-8")
    assert GLEN in text
    entry.write_text(text.replace(GLEN, place), "utf-8")
    html = str(pages(site(open_commons(commons)))["case-studies/magpie-energy/"]().html)
    _, found = html.split("<dt>Place</dt><dd>Glen Nowhere")
    return unescape(found.split("</dd>")[0])


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "gss: E06000023",
            "South West, England; unitary authority, ONS code E06000023;"
            " 51.47, -2.58 (centre of the council's area, ONS)",
        ),
        (
            "gss: E06000023\n    scope: GLS040\n    latitude: 51.46\n    longitude: -2.60\n"
            "    precision: centre",
            "South West, England; unitary authority, ONS code E06000023; town;"
            " 51.46, -2.60 (centre of the place)",
        ),
        ("gss: W92000004", "Wales; nation, ONS code W92000004"),
        ("country: NO\n    latitude: 60.10\n    longitude: 10.20", "Norway; 60.10, 10.20"),
    ],
    ids=["derived", "typed", "a nation", "abroad"],
)
def test_it_tells_the_wider_area_the_kind_and_the_point(
    tmp_path: Path, place: str, told: str
) -> None:
    shown = line(tmp_path, f"  - name: Glen Nowhere\n    {place}\n")
    assert shown == f'<br><span class="ec-quiet">{told}</span>'


def test_of_a_place_of_which_only_the_name_is_known_nothing_more_is_said(tmp_path: Path) -> None:
    assert line(tmp_path, "  - name: Glen Nowhere\n") == ""
