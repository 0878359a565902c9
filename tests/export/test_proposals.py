"""The proposals as a table for spreadsheets."""

import csv
import io

from tests.building import INVENTED

from evidence_commons.pipeline import open_commons, result_files, site


def test_each_proposal_is_a_line_that_says_who_asks_whom_and_where() -> None:
    files = {one.path: one.content for one in result_files(site(open_commons(INVENTED)))}
    rows = list(csv.DictReader(io.StringIO(files["data/proposals.csv"])))
    assert len(rows) == 2
    assert rows[0] == {
        "proposal": "Give every rider a share.",
        "proposed_by": "Bola Heron",
        "date": "2023",
        "addressed_to": "Councils",
        "themes": "Ownership",
        "question": "Ownership",
        "quotes": "",
        "works": "heron2023guide",
        "page": "questions/who-owns-the-wires/#proposal-share-for-riders",
    }
