"""The whole library, as files that any program for references reads."""

from collections.abc import Iterable

from evidence_commons.model.page import DataFile
from evidence_commons.model.takeaway import Takeaway


def library(works: Iterable[Takeaway]) -> tuple[DataFile, ...]:
    """The works as BibTeX, RIS and CSL-JSON, in this order."""
    works = list(works)
    listed = ",\n".join(work.csl_json for work in works)
    return (
        DataFile("data/references.bib", "".join(f"{work.bibtex}\n\n" for work in works)),
        DataFile("data/references.ris", "".join(work.ris for work in works)),
        DataFile("data/references.json", f"[{listed}]\n"),
    )
