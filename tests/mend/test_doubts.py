"""Where anything else can have been meant, nothing is typed: a wrong mend is worse than none."""

import shutil
from pathlib import Path

import pytest
from tests.building import INVENTED
from tests.mend.commons import mended

ROBIN = "case_studies/robin-taxis.yaml"
TITLE = 'title: "Robin Taxis: the riders\' own"\n'

SURE = {
    "a colon": ("title: Robin: the taxi\n", 'title: "Robin: the taxi"\n'),
    "a number sign": ("title: Robin Taxi #1\n", 'title: "Robin Taxi #1"\n'),
    "a sign": ("title: @Robin, the taxi\n", 'title: "@Robin, the taxi"\n'),
    "an apostrophe": ("title: 'Robin's taxi'\n", 'title: "Robin\'s taxi"\n'),
    "words in quotes first": ('title: "Robin" taxis\n', "title: '\"Robin\" taxis'\n"),
    "a lost space": ("title:Robin Taxis\n", "title: Robin Taxis\n"),
    "a line of tabs": (f"{TITLE}\t\t\n", f"{TITLE}\n"),
}

DOUBTFUL = {
    "a note behind a colon": "title: Robin: the taxi # new\n",
    "a text that goes on": "title: Robin: the taxi\n  of the riders\n",
    "two fields on one line": "title: Robin summary: The taxi\n",
    "a note without a space": "title: Robin Taxis #new\n",
    "a block": "title: > Robin Taxis\n",
    "an open quote": 'title: "Robin Taxis\n',
    "two texts in quotes": 'title: "Robin", "Wren"\n',
    "two words in quotes": 'title: "Robin" and "Wren"\n',
    "an escaped apostrophe": 'title: "Robin\\\'s taxi"\n',
    "a name without a colon": "title Robin Taxis\n",
    "a tab at the very front": '\ttitle: "Robin"\n',
    "a tab in a text": "title: Robin\n\tTaxis\n",
}

FIELDS = {
    "status: scaled": ["status: grown", "status: scaling"],
    "started: 2019-04-01": [
        "started: 03/04/2019",
        "started: 2019-04-01T10:00",
        "started: 1 Marvel 2019",
        "started: 2019-02-30",
    ],
    "longitude: -2.59": ["longitude: 2.59"],
    "value: 400\n": ["value: £400\n", "value: 4 hundred\n"],
    "themes:\n  - transport\n  - ownership\n": [
        "themes: transport, ownership\n",
        "themes:\n  - transport\n\t  - ownership\n",
        "themes:\n    - transport\n\t- ownership\n",
    ],
    "scope: GLS040\n    country": ["scope: GLS041\n    country", "scope: GLS40\n    country"],
    "  - stork1999\n": ["  - stork1998\n", "  - stark1989\n", "  - storks\n"],
    "    observation:\n      value: 400\n": ["    observation:\n\t\tvalue: 400\n"],
    "url: https://robintaxis.example\n": [
        "url: robintaxis.example\n",
        "url: htps://www.robintaxis.example\n",
    ],
    "hedge: over": ["hedge: ovvr", "hedge: or"],
    "id: robin-taxis": ["id: Robin-Taxis", "id: robin-taxi"],
    "  legal_form": ["  form"],
}


@pytest.fixture
def robin(tmp_path: Path) -> Path:
    return shutil.copytree(INVENTED, tmp_path / "commons") / ROBIN


def change(file: Path, old: str, new: str) -> str:
    text = file.read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    file.write_text(changed, "utf-8")
    return changed


def mend(file: Path) -> str:
    mended(file.parent.parent)
    return file.read_text("utf-8")


@pytest.mark.parametrize(("slip", "sound"), SURE.values(), ids=SURE)
def test_what_can_mean_one_thing_alone_is_mended(robin: Path, slip: str, sound: str) -> None:
    slipped = change(robin, TITLE, slip)
    assert mend(robin) == slipped.replace(slip, sound, 1)


@pytest.mark.parametrize("slip", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_text_that_can_mean_two_things_is_let_be(robin: Path, slip: str) -> None:
    slipped = change(robin, TITLE, slip)
    assert mend(robin) == slipped


@pytest.mark.parametrize(("sound", "slip"), [(one, two) for one in FIELDS for two in FIELDS[one]])
def test_a_value_that_can_mean_two_things_is_let_be(robin: Path, sound: str, slip: str) -> None:
    slipped = change(robin, sound, slip)
    assert mend(robin) == slipped


@pytest.mark.parametrize(
    ("doi", "sound"),
    [
        ("DOI 10.5555/invented.1", "10.5555/invented.1"),
        ("doi.org:10.5555/invented.1", "10.5555/invented.1"),
        ("https://journals.example/doi/10.5555/invented.1/full", ""),
        ("10.5555/invented.1 and more", ""),
    ],
)
def test_of_a_doi_only_what_stands_in_front_is_taken_off(robin: Path, doi: str, sound: str) -> None:
    library = robin.parent.parent / "references.bib"
    slipped = change(library, "@book{stork1999,\n", f"@book{{stork1999,\n  doi = {{{doi}}},\n")
    mended(library.parent)
    assert library.read_text("utf-8") == slipped.replace(doi, sound or doi)
