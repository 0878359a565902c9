"""Files that stand in the page itself, so that a link can save them without another request."""

from collections.abc import Iterable
from urllib.parse import quote

from evidence_commons.model.takeaway import Takeaway

Download = tuple[str, str, str]
"""What the format is called, the name of the file, and the address that holds it."""

_ESCAPED = {code: quote(chr(code), safe="!'()*,-./:;@_~$=?") for code in range(128)}
"""The signs that cannot stand as they are in an address. Letters of all scripts can."""


def downloads(works: Iterable[Takeaway], name: str) -> list[Download]:
    """The works in each format, as files of this name."""
    works = list(works)
    listed = ",\n".join(work.csl_json for work in works)
    return [
        ("BibTeX", f"{name}.bib", _data("application/x-bibtex", _lines(w.bibtex for w in works))),
        (
            "RIS",
            f"{name}.ris",
            _data("application/x-research-info-systems", "".join(work.ris for work in works)),
        ),
        (
            "CSL-JSON",
            f"{name}.json",
            _data("application/vnd.citationstyles.csl+json", f"[{listed}]\n"),
        ),
    ]


def table(text: str, name: str) -> Download:
    """A table for spreadsheets, as a file of this name."""
    return ("CSV", f"{name}.csv", _data("text/csv", text))


def _lines(records: Iterable[str]) -> str:
    return "\n\n".join(records) + "\n"


def _data(kind: str, text: str) -> str:
    return f"data:{kind};charset=utf-8,{text.translate(_ESCAPED)}"
