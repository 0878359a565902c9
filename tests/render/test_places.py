"""The places: nobody is left out, near ones share a circle, and each region has its page."""

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from tests.building import INVENTED

from evidence_commons.model.circles import circles
from evidence_commons.model.geography import geography
from evidence_commons.pipeline import open_commons, result_files, site
from evidence_commons.render.pages import pages
from evidence_commons.render.place_map import LARGEST, radius
from evidence_commons.render.sheet import Site

BRISTOL = "- name: Bristol\n    gss: E06000023\n"
BATH = "- name: Bath\n    gss: E06000022\n"
LAMBETH = "- name: Lambeth\n    gss: E09000022\n"
CAMDEN = "- name: Camden\n    gss: E09000007\n"
LONDON = "- name: London\n    gss: E12000007\n"
GLASGOW = "- name: Glasgow\n    gss: S12000049\n"
UNITED_KINGDOM = "- name: United Kingdom\n    gss: K02000001\n"
OSLO = "- name: Oslo\n    country: NO\n    latitude: 59.91\n    longitude: 10.75\n"
LOST = "- name: Nether Lost\n"


def made(folder: Path, examples: dict[str, list[str]]) -> Site:
    """The invented commons with other examples, each at its places."""
    commons = shutil.copytree(INVENTED, folder / "commons")
    for file in (commons / "case_studies").glob("*.yaml"):
        file.unlink()
    for name, places in examples.items():
        where = "".join(f"  {place}" for place in places)
        (commons / f"case_studies/{name}.yaml").write_text(
            f"id: {name}\ntitle: {name.title()}\nsummary: A made-up example.\nstatus: active\n"
            + (f"places:\n{where}" if where else "")
            + "themes:\n  - ownership\nprovenance:\n  contributed_via: pull-request\n"
            "  ai_assisted: none\n  last_reviewed: 2024-06-30\n",
            "utf-8",
        )
    return site(open_commons(commons))


def page(made: Site, address: str) -> str:
    return unescape(str(pages(made)[address]().html))


def listed(html: str) -> dict[str, list[str]]:
    """The names of places in a list, each with the links under it."""
    found = {}
    for item in re.findall(r'<li class="ec-spot".*?</ul></li>', html, re.DOTALL):
        name = re.search(r"<strong>(.*?)</strong>", item)
        found[name[1] if name else ""] = re.findall(r"<a [^>]*>(.*?)</a>", item)
    return found


def marks(html: str) -> list[str]:
    """What the circles of a map are called."""
    return re.findall(r'class="ec-mark" [^>]*aria-label="([^"]*)"', html)


def test_every_example_is_in_the_list_whatever_is_known_of_its_place(tmp_path: Path) -> None:
    known = {
        "aa": [BRISTOL, GLASGOW],
        "bb": [UNITED_KINGDOM],
        "cc": [LONDON],
        "dd": [OSLO],
        "ee": [LOST],
        "ff": [],
    }
    html = page(made(tmp_path, known), "places/")
    assert listed(html) == {
        "The whole of London": ["Cc"],
        "Bristol": ["Aa"],
        "Glasgow City": ["Aa"],
        "The whole of the United Kingdom": ["Bb"],
        "Oslo": ["Dd"],
        "Nether Lost": ["Ee"],
        "": ["Ff"],
    }
    assert marks(html) == ["Glasgow City: 1 example", "Bristol: 1 example"]


def test_what_is_not_on_the_map_is_counted_beside_it(tmp_path: Path) -> None:
    known = {"aa": [UNITED_KINGDOM], "bb": [UNITED_KINGDOM, LONDON], "cc": [OSLO], "dd": []}
    html = page(made(tmp_path, known), "places/")
    off = re.findall(r'data-ec-off="([^"]*)"(?: hidden)?><span[^>]*>(\d+)<', html)
    assert dict(off) == {"uk": "2", "wide": "1", "abroad": "1", "no-point": "0", "nowhere": "1"}


def test_near_places_share_a_circle_which_counts_each_example_once(tmp_path: Path) -> None:
    known = {"aa": [LAMBETH, CAMDEN], "bb": [LAMBETH], "cc": [GLASGOW]}
    made_up = made(tmp_path, known)
    assert marks(page(made_up, "places/")) == [
        "Glasgow City: 1 example",
        "Lambeth and Camden: 2 examples",
    ]


def test_on_the_map_of_a_region_near_places_part(tmp_path: Path) -> None:
    made_up = made(tmp_path, {"aa": [LAMBETH], "bb": [CAMDEN, CAMDEN]})
    assert len(marks(page(made_up, "places/"))) == 1
    html = page(made_up, "places/london/")
    assert marks(html) == ["Camden: 1 example", "Lambeth: 1 example"]


def test_circles_keep_apart_however_many_places_there_are(tmp_path: Path) -> None:
    codes = [f"E060000{number:02}" for number in range(1, 60)]
    known = {f"x{code.lower()}": [f"- name: {code}\n    gss: {code}\n"] for code in codes}
    spots = geography(made(tmp_path, known).catalogue).spots
    drawn = circles(spots)
    assert sum(len(one.spots) for one in drawn) == len([spot for spot in spots if spot.at])
    for one in drawn:
        for other in drawn:
            assert one is other or (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= 56**2


def test_a_circle_leads_to_its_largest_place_in_the_list(tmp_path: Path) -> None:
    html = page(made(tmp_path, {"aa": [CAMDEN], "bb": [LAMBETH], "cc": [LAMBETH]}), "places/")
    assert re.findall(r'class="ec-mark" href="([^"]*)"', html) == ["#place-lambeth"]
    assert 'id="place-lambeth"' in html


def test_there_is_a_page_for_each_value_that_the_list_is_narrowed_by(tmp_path: Path) -> None:
    made_up = made(tmp_path, {"aa": [BRISTOL, OSLO], "bb": [UNITED_KINGDOM], "cc": []})
    made_pages = pages(made_up)
    for facet in ("nation", "region"):
        values = made_up.results.facets[facet].values
        assert len(values) > 1
        for value in values:
            assert not value.address or value.address in made_pages


def test_the_page_of_a_nation_tells_its_regions_and_what_lies_in_none(tmp_path: Path) -> None:
    whole = "- name: England\n    gss: E92000001\n"
    html = page(
        made(tmp_path, {"aa": [BRISTOL], "bb": [LAMBETH], "cc": [whole]}), "places/england/"
    )
    assert listed(html) == {"The whole of England": ["Cc"], "Lambeth": ["Bb"], "Bristol": ["Aa"]}
    assert "A nation of the UK, with 3 examples." in html


@pytest.mark.parametrize(
    ("id", "name"),
    [("north-east", "the North East"), ("northern-ireland", "Northern Ireland")],
)
def test_where_nothing_is_the_page_says_so(tmp_path: Path, id: str, name: str) -> None:
    html = page(made(tmp_path, {"aa": [BRISTOL]}), f"places/{id}/")
    assert f"No example here names a place in {name} yet." in html
    assert "<svg" not in html


def test_a_place_somewhere_in_the_uk_is_not_the_whole_of_it(tmp_path: Path) -> None:
    somewhere = "- name: Nether Lost\n    country: GB\n"
    html = page(made(tmp_path, {"aa": [somewhere]}), "places/")
    assert listed(html) == {"Nether Lost": ["Aa"]}
    assert re.findall(r'data-ec-off="([^"]*)"><span[^>]*>1<', html) == ["no-point"]


def test_a_region_names_places_of_the_same_kind_elsewhere(tmp_path: Path) -> None:
    medway = "- name: Medway\n    gss: E06000035\n"
    made_up = made(tmp_path, {"aa": [BRISTOL, LAMBETH], "bb": [medway], "cc": [medway]})
    html = page(made_up, "places/south-west/")
    alike = html[html.index('id="alike"') :].partition("</dl>")[0]
    assert "Unitary authorities" in alike
    assert re.findall(r'<a href="([^"]*)">(.*?)</a> <span[^>]*>(\d+)', alike) == [
        ("../south-east/#place-medway", "Medway", "2")
    ]


def test_a_long_list_of_a_place_goes_on_over_pages_and_the_map_names_a_few(tmp_path: Path) -> None:
    known = {f"a{number:03}": [BRISTOL] for number in range(70)}
    known |= {f"b{number:03}": [BATH] for number in range(330)}
    made_up = made(tmp_path, known)
    html = page(made_up, "places/")
    assert "60 more in Bristol" in html
    assert len(listed(html)["Bristol"]) == 11
    region = {at: make for at, make in pages(made_up).items() if at.startswith("places/south-west")}
    assert len(region) == 8
    shown = [name for make in region.values() for name in listed(make().html).get("Bristol", [])]
    assert len(shown) == len(set(shown)) == 70
    leads = re.search(r'href="([^"]*)">60 more', html)
    assert leads
    first, anchor = leads[1].split("#")
    assert f'id="{anchor}"' in page(made_up, f"places/{first}")


def test_two_places_of_one_name_are_kept_apart_by_their_codes(tmp_path: Path) -> None:
    newport = "- name: Newport\n    gss: W06000022\n"
    other = "- name: Newport\n    gss: E05000999\n"
    spots = geography(made(tmp_path, {"aa": [newport], "bb": [other]}).catalogue).spots
    assert [(spot.id, spot.nation) for spot in spots] == [
        ("newport-e05000999", "england"),
        ("newport-w06000022", "wales"),
    ]


def test_other_names_of_a_place_are_told_if_they_are_few(tmp_path: Path) -> None:
    names = ["Knowle West", "Bristol", "Southmead", "Lawrence Hill"]
    places = [f"- name: {name}\n    gss: E06000023\n" for name in names]
    few = page(made(tmp_path / "few", {"aa": places[:3]}), "places/")
    assert "unitary authority; called Knowle West or Southmead in its examples<" in few
    more = [*places, "- name: Hotwells\n    gss: E06000023\n"]
    assert "unitary authority<" in page(made(tmp_path / "many", {"aa": more}), "places/")


def test_a_council_keeps_its_place_when_its_code_changes(tmp_path: Path) -> None:
    old = "- name: Barnsley\n    gss: E08000016\n"
    new = "- name: Barnsley\n    gss: E08000038\n"
    (spot,) = geography(made(tmp_path, {"aa": [old], "bb": [new]}).catalogue).spots
    assert spot.entries == (0, 1)
    assert spot.region == "yorkshire-and-the-humber"


def test_the_data_file_counts_what_the_map_draws(tmp_path: Path) -> None:
    made_up = made(tmp_path, {"aa": [LAMBETH, CAMDEN], "bb": [OSLO], "cc": [], "dd": [LONDON]})
    (file,) = (one for one in result_files(made_up) if one.path == "data/places.json")
    data = json.loads(file.content)
    spots = data["spots"]
    assert dict(zip(spots["name"], spots["circle"], strict=True)) == {
        "London": -1,
        "Camden": 0,
        "Lambeth": 0,
        "Oslo": -1,
    }
    assert data["nowhere"] == [2]
    assert len(data["councils"]) == 361
    known = {
        name: (data["kinds"][kind], within, own) for name, kind, within, own in data["councils"]
    }
    assert known["Camden"] == ("London borough", "London", spots["name"].index("Camden"))
    assert known["Cardiff"] == ("council area", "Wales", -1)


@pytest.mark.parametrize(("count", "most"), [(1, 1), (9, 9), (1, 3000), (3000, 3000)])
def test_a_number_has_room_in_its_circle(count: int, most: int) -> None:
    assert 4.5 * len(f"{count:,}") < radius(count, most) <= LARGEST
