"""The proposals for spreadsheets: who recommends what, to whom, and where they say so."""

from collections.abc import Iterable, Iterator

from evidence_commons.model.address import address
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.order import by_title
from evidence_commons.model.page import DataFile
from evidence_commons.model.spreadsheet import spreadsheet

COLUMNS = (
    *("proposal", "proposed_by", "date", "addressed_to", "themes"),
    *("question", "quotes", "works", "page"),
)


def proposals(catalogue: Catalogue) -> DataFile:
    """The list of all proposals, a line for each, by question."""
    return DataFile("data/proposals.csv", spreadsheet([COLUMNS, *_told(catalogue)]))


def _told(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for asked in by_title(catalogue.questions.values()):
        for made in asked.proposals:
            quotes = [one.quote for one in made.citations if one.quote]
            yield (
                str(made.text),
                str(made.proposed_by),
                str(made.date or ""),
                _labels(catalogue, "addressees", made.to),
                _labels(catalogue, "themes", made.themes),
                str(asked.title),
                _listed(quotes),
                _listed(dict.fromkeys(one.key for one in made.citations)),
                f"{address(asked)}#proposal-{made.id}",
            )


def _labels(catalogue: Catalogue, vocabulary: str, names: Iterable[str]) -> str:
    terms = ((catalogue.term(vocabulary, name), name) for name in names)
    return _listed(term.label if term else name for term, name in terms)


def _listed(words: Iterable[str]) -> str:
    return "; ".join(map(str, words))
