"""The evidence map for other programs: one line for each place, and the works behind its claims."""

from collections.abc import Callable, Sequence

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence_map import EvidenceMap, works
from evidence_commons.model.page import DataFile
from evidence_commons.model.spreadsheet import spreadsheet
from evidence_commons.model.takeaway import Takeaway
from evidence_commons.model.vocabulary import Term

COLUMNS = (
    *("theme", "theme_label", "wider_theme", "outcome", "outcome_label", "wider_outcome"),
    *("claims", "examples", "strongest_level"),
)


def evidence_map_files(
    catalogue: Catalogue, drawn: EvidenceMap, takeaway: Callable[[str], Takeaway]
) -> tuple[DataFile, ...]:
    """The map as a table, with a line for each of its places, and the works behind its claims.

    ``takeaway`` gives a work in the forms for other programs, by its key.
    """
    known = catalogue.vocabularies.get("directions")
    directions = [str(term.id) for term in known.terms] if known else []
    # A claim stands in many cells, and its works are looked up once.
    counted = {id(one): one for cell in drawn.cells.values() for one in cell.claims}
    cited = set(works(counted.values()))
    away = [takeaway(key) for key in catalogue.references if key in cited]
    told = (_told(drawn, directions, row.term, column.term) for row, column in drawn.places)
    return (
        DataFile(
            "data/evidence-map.csv",
            spreadsheet([(*COLUMNS, *directions, "why_empty", "page"), *told]),
        ),
        DataFile("data/evidence-map.bib", "".join(f"{work.bibtex}\n\n" for work in away)),
        DataFile("data/evidence-map.ris", "".join(work.ris for work in away)),
    )


def _told(
    drawn: EvidenceMap, directions: Sequence[str], theme: Term, outcome: Term
) -> tuple[object, ...]:
    """The line of one place."""
    named = tuple(
        words for term in (theme, outcome) for words in (term.id, term.label, term.broader or "")
    )
    cell = drawn.cells.get((theme.id, outcome.id))
    if not cell:
        return (*named, 0, 0, "", *(0 for _ in directions), drawn.gap(theme, outcome).words, "")
    going = {str(row.direction.id): len(row.claims) for row in cell.directions}
    counts = (cell.count.claims, cell.count.examples, cell.strongest)
    return (*named, *counts, *(going.get(one, 0) for one in directions), "", cell.address)
