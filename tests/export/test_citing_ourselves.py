"""Pages of this site as works, in the forms in which others cite them."""

import json

from evidence_commons.export.bibtex import entry_bibtex
from evidence_commons.export.csl_json import csl_json
from evidence_commons.export.entry import entry_item
from evidence_commons.export.ris import ris
from evidence_commons.load.bibtex import read_references
from evidence_commons.load.items import item

ENTRY = entry_item(
    "Taxis & <rides>: 50% of #1 {shared}_~\\",
    "https://commons.example/case-studies/robin-taxis/",
    "Evidence Commons & Friends",
    date="2024-03",
    accessed="2024-05-02",
)


def test_an_entry_is_a_web_page_by_the_site() -> None:
    assert ENTRY == {
        "id": "robin-taxis",
        "type": "webpage",
        "title": "Taxis & <rides>: 50% of #1 {shared}_~\\",
        "author": [{"literal": "Evidence Commons & Friends"}],
        "issued": {"date-parts": [[2024, 3]]},
        "accessed": {"date-parts": [[2024, 5, 2]]},
        "URL": "https://commons.example/case-studies/robin-taxis/",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = entry_item("A", "https://commons.example/a/", "Commons")
    assert not {"issued", "accessed"} & set(bare)
    assert "year" not in entry_bibtex(bare)


def test_its_bibtex_gives_the_same_work() -> None:
    works, faults = read_references(entry_bibtex(ENTRY), "references.bib")
    assert faults == ()
    assert [item(work) for work in works] == [ENTRY]


def test_its_ris_and_csl_json_say_the_same() -> None:
    assert "TY  - ELEC\r\nID  - robin-taxis\r\nAU  - Evidence Commons & Friends,\r\n" in ris(
        [ENTRY]
    )
    assert json.loads(csl_json([ENTRY])) == [ENTRY]
