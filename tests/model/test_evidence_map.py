"""The evidence map counts each claim once in each place where it belongs."""

from collections.abc import Callable
from pathlib import Path

from tests.building import INVENTED

from evidence_commons.model.evidence_map import Count, EvidenceMap, evidence_map, lines, works
from evidence_commons.pipeline import open_commons

Edit = Callable[[str, str, str], None]
THEMES = "case_studies/vocabulary/themes.yaml"


def drawn(commons: Path = INVENTED) -> EvidenceMap:
    return evidence_map(open_commons(commons).catalogue)


def held(one: EvidenceMap, theme: str, outcome: str) -> list[str]:
    cell = one.cells.get((theme, outcome))
    return sorted(str(weighed.claim.id) for weighed in cell.claims) if cell else []


def test_a_claim_stands_in_every_theme_of_its_example() -> None:
    one = drawn()
    assert held(one, "transport", "work") == ["driver-pay"]
    assert held(one, "ownership", "work") == ["driver-pay"]
    assert held(one, "energy", "work") == []


def test_a_wider_outcome_holds_the_claims_of_those_under_it() -> None:
    one = drawn()
    assert held(one, "transport", "living-costs") == ["fares"]
    assert held(one, "transport", "access") == ["evening-rides", "fares", "waits"]


def test_a_wider_theme_counts_the_claims_of_narrower_ones_once(commons: Path, edit: Edit) -> None:
    """The taxis are about both, transport and ownership."""
    edit(THEMES, "definition: Getting from", "broader: ownership\n    definition: Getting from")
    one = drawn(commons)
    assert held(one, "ownership", "work") == ["driver-pay"]
    group = next(group for group in one.rows if group.narrower)
    assert [line.term.id for line in group.lines] == ["ownership", "transport"]
    assert group.wider.count == Count(6, 2)
    assert sorted(str(row.term.id) for row in lines(one.rows)) == [
        "energy",
        "ownership",
        "transport",
    ]


def test_examples_are_counted_beside_claims_and_the_strongest_comes_first() -> None:
    cell = drawn().cells["ownership", "access"]
    assert cell.count == Count(4, 2)
    levels = [one.strength.level for one in cell.claims]
    assert levels == sorted(levels, reverse=True)
    assert cell.strongest == levels[0] > levels[-1]


def test_all_claims_are_counted_once_in_the_whole_and_dated_by_the_newest_review() -> None:
    one = drawn()
    assert one.count == Count(7, 3)
    assert one.as_of == "2024-06-30"


def test_directions_add_up_to_the_claims_of_a_cell() -> None:
    for cell in drawn().cells.values():
        assert sum(len(row.claims) for row in cell.directions) == cell.count.claims
        assert all(row.claims for row in cell.directions)


def test_an_empty_place_says_why(commons: Path, edit: Edit) -> None:
    edit(
        "docs/questions/who-owns-the-wires.md",
        "      - ownership\n    where",
        "      - energy\n    where",
    )
    one = drawn(commons)
    said = {
        (str(row.term.id), str(column.term.id)): one.gap(row.term, column.term).words
        for row, column in one.places
        if (row.term.id, column.term.id) not in one.cells
    }
    assert said[("energy", "ownership")] == "none found, May 2024"
    assert len(one.cells) + len(said) == 3 * 4


def test_those_with_the_most_claims_are_seen_at_first(commons: Path) -> None:
    path = commons / THEMES
    more = "".join(
        f"  - id: theme-{n}\n    label: Theme {n}\n    definition: One of many.\n"
        for n in range(20)
    )
    path.write_text(path.read_text("utf-8").replace("terms:\n", f"terms:\n{more}"), "utf-8")
    one = drawn(commons)
    first = [str(group.wider.term.id) for group in one.rows if group.first]
    assert len(first) == 12
    assert {"energy", "ownership", "transport"} <= set(first)
    assert len(one.rows) == 23


def test_themes_that_are_wider_than_one_another_still_have_their_rows(
    commons: Path, edit: Edit
) -> None:
    edit(THEMES, "definition: Heat", "broader: ownership\n    definition: Heat")
    edit(THEMES, "definition: Who", "broader: energy\n    definition: Who")
    named = [str(line.term.id) for line in lines(drawn(commons).rows)]
    assert sorted(named) == ["energy", "ownership", "transport"]


def test_works_are_those_that_claims_and_their_figures_cite() -> None:
    cell = drawn().cells["transport", "living-costs"]
    assert works(cell.claims) == ("wren2021taxis", "plover2022taxis")
